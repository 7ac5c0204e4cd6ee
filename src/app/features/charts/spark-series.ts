import type { Instant } from "#campaign/campaign.ts";
import type { DayBucket } from "#service/api.ts";
import { totalOf } from "./outcome-order.ts";
import { holds } from "./time-model.ts";

export type SparkSeries = { values: number[]; span: string };

const fewestPoints = 3;
const mostDays = 8;

/** Calls per day where there are days enough, else per hour of today; nothing where neither says much. */
export function sparkSeries(days: readonly DayBucket[], now: Instant): SparkSeries | undefined {
  const latest = days.slice(-mostDays);
  if (latest.length >= fewestPoints) {
    return { values: latest.map(({ counts }) => totalOf(counts)), span: `${latest.length} days` };
  }
  const hours = days.find((day) => holds(day, now))?.hours.filter(({ start }) => start <= now) ?? [];
  if (hours.length < fewestPoints) return undefined;
  return { values: hours.map(({ counts }) => totalOf(counts)), span: "today" };
}

/** Calls created today, where any were. */
export function callsToday(days: readonly DayBucket[], now: Instant): number | undefined {
  const today = days.find((day) => holds(day, now));
  return today && totalOf(today.counts);
}

/** Points of a polyline over the values, highest at the top, inside the given box with room for the end dot. */
export function sparkPoints(values: readonly number[], width: number, height: number): { x: number; y: number }[] {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const inset = 3;
  const step = (width - 2 * inset) / Math.max(1, values.length - 1);
  return values.map((value, index) => ({
    x: inset + index * step,
    y: height - inset - ((value - low) / span) * (height - 2 * inset),
  }));
}
