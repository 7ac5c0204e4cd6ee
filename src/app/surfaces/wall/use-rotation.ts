import { useState } from "react";
import { notBegun, rotate, type Turn } from "./rotation.ts";

/** The key of the campaign to show at `now`, ms of a clock that only goes forward. */
export function useRotation(turns: readonly Turn[], now: number, everyMilliseconds: number): string | undefined {
  const [rotation, setRotation] = useState(notBegun);
  const next = rotate(rotation, turns, now, everyMilliseconds);
  if (next !== rotation) setRotation(next);
  return next.shown;
}
