import { createContext, useContext } from "react";
import type { Column, TimeModel } from "./time-model.ts";
import type { Zones } from "./time-words.ts";

/**
 * What the time chart shows now. It reaches bars, labels and tip past the chart
 * library, for which a poll would be a new layout.
 */
export type Drawing = {
  model: TimeModel;
  zones: Zones;
  inProgressReported: boolean;
  selected: Column | undefined;
  /** Calls at the top of the scale. */
  top: number;
};

export const DrawingContext = createContext<Drawing | undefined>(undefined);

export function useDrawing(): Drawing {
  const drawing = useContext(DrawingContext);
  if (drawing === undefined) throw new Error("Parts of the time chart are drawn within TimeChart.");
  return drawing;
}
