import type { Window } from "../calling-windows.ts";
import type { Instant } from "../campaign.ts";

/** Counts and figures at an instant, as they were observed; absent: not reported then. */
export type Point = { at: Instant; done?: number | undefined; calls?: number | undefined; successRatePercent?: number | undefined; averageDurationSeconds?: number | undefined };
/** A count that grows. */
export type Counted = "calls" | "done";

/** Stretches of time, in order, none touching another. */
export type Stretches = readonly Window[];

/** What two sets of stretches share. */
export function common(some: Stretches, others: Stretches): Window[] {
  const shared: Window[] = [];
  for (const { start, end } of some) {
    for (const other of others) {
      const from = Math.max(start, other.start);
      const to = Math.min(end, other.end);
      if (from < to) shared.push({ start: from, end: to });
    }
  }
  return shared;
}

/** Milliseconds of all of them. */
export function lengthOf(stretches: Stretches): number {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** What lies between them, from `from` to `to`. */
export function gapsIn(stretches: Stretches, from: Instant, to: Instant): Window[] {
  const gaps: Window[] = [];
  let reached = from;
  for (const { start, end } of common(stretches, [{ start: from, end: to }])) {
    if (start > reached) gaps.push({ start: reached, end: start });
    reached = end;
  }
  return reached < to ? [...gaps, { start: reached, end: to }] : gaps;
}

/**
 * By how much a count grew between two instants; `undefined` where it was not known at one of them, or
 * was counted anew meanwhile. What was read last before an instant counts for it.
 */
export function grownBetween(points: readonly Point[], count: Counted, from: Instant, to: Instant): number | undefined {
  const before = lastBefore(points, count, from);
  const after = lastBefore(points, count, to);
  if (before === undefined || after === undefined) return undefined;
  return after >= before ? after - before : undefined;
}

function lastBefore(points: readonly Point[], count: Counted, instant: Instant): number | undefined {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index -= 1) {
    const value = points[index]?.[count];
    if (value !== undefined) return value;
  }
  return undefined;
}
