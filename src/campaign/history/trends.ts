import type { Window } from "../calling-windows.ts";
import type { Instant } from "../campaign.ts";
import { common, type Counted, grownBetween, lengthOf, type Point, type Stretches } from "./series.ts";

const leastMinutes = 10;
const leastChanges = 20;
/** Of a stretch of which less was watched, no count is given. */
const leastWatched = 0.9;

/** What was observed, and when it could have changed. */
export type Observed = {
  /** Oldest first. */
  points: readonly Point[];
  watched: Stretches;
  /** Stretches in which the campaign dials; `undefined`: not known, so always. */
  open: Stretches | undefined;
};

/** Changes over the open time that was watched. */
export type PaceFigure = { perHour: number; changes: number; minutes: number };

/**
 * Changes an hour between two instants, by the open time that was watched. `undefined` before ten minutes
 * of it and twenty changes (docs/progress.md).
 */
export function paceBetween(observed: Observed, count: Counted, from: Instant, to: Instant): PaceFigure | undefined {
  const { points, watched } = observed;
  const [first] = watched;
  if (first === undefined) return undefined;
  const begin = Math.max(from, first.start);
  const minutes = lengthOf(openWithin(observed, common(watched, [{ start: begin, end: to }]))) / 60_000;
  const changes = grownBetween(points, count, begin, to);
  if (changes === undefined || minutes < leastMinutes || changes < leastChanges) return undefined;
  return { perHour: (changes * 60) / minutes, changes, minutes: Math.round(minutes) };
}

/** By how much a count grew in a stretch; `undefined` where too little of its open time up to now was watched. */
export function countIn(observed: Observed, count: Counted, { start, end }: Window, now: Instant): number | undefined {
  const open = openWithin(observed, [{ start, end: Math.min(end, now) }]);
  const length = lengthOf(open);
  if (length === 0 || lengthOf(common(observed.watched, open)) < leastWatched * length) return undefined;
  const until = Math.min(end, now);
  // Of the first day there may be no reading before its hours began.
  return grownBetween(observed.points, count, start, until) ?? grownBetween(observed.points, count, open[0]?.start ?? start, until);
}

function openWithin({ open }: Observed, stretches: Window[]): Window[] {
  return open === undefined ? stretches : common(open, stretches);
}
