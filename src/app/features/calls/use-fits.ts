import { useContext } from "react";
import { ColumnContext } from "../../ui/column.ts";
import { useMedia } from "./use-media.ts";

/** Whether the panel's column is at most so wide. */
export function useFits(pixels: number): boolean {
  const { widthPixels } = useContext(ColumnContext);
  const windowFits = useMedia(`(max-width: ${pixels}px)`);
  return widthPixels === undefined ? windowFits : widthPixels <= pixels;
}
