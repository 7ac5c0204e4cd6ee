import type { Instant } from "#campaign/campaign.ts";
import type { OutcomeCounts } from "#campaign/outcome.ts";
import type { DayBucket } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import { totalOf } from "./outcome-order.ts";
import { holds } from "./time-model.ts";

export type SparkSeries = { values: number[]; span: string };

/** The lines beside the key figures; a figure without enough behind it has none. */
export type Sparks = Record<"calls" | "completed" | "failed" | "successRate" | "duration" | "pace", SparkSeries | undefined>;

const fewestPoints = 3;
const mostDays = 8;
/** A shorter stretch of observation is no trend. */
const shortestMilliseconds = 30 * 60_000;

/**
 * `days` as call times tell them, `undefined` where there are none; `history` as Callboard observed it.
 * Rates and means as they were shown over the day can only be observed.
 */
export function sparksOf(days: readonly DayBucket[] | undefined, history: HistoryAnswer | undefined, now: Instant): Sparks {
  const counted = (value: (counts: OutcomeCounts) => number) => days && sparkSeries(days, now, value);
  const { at = [], successRatePercent = [], averageDurationSeconds = [] } = history?.today ?? {};
  return {
    calls: counted(totalOf) ?? observedDays(history),
    completed: counted(({ completed }) => completed),
    failed: counted(({ failed }) => failed),
    successRate: observedSeries(at, successRatePercent) ?? counted(completedShare),
    duration: observedSeries(at, averageDurationSeconds),
    pace: hoursOfToday(history, now),
  };
}

/** Calls per day where there are days enough, else per hour of today; nothing where neither says much. */
export function sparkSeries(days: readonly DayBucket[], now: Instant, value: (counts: OutcomeCounts) => number): SparkSeries | undefined {
  const latest = days.slice(-mostDays);
  if (latest.length >= fewestPoints) {
    return { values: latest.map(({ counts }) => value(counts)), span: `${latest.length} days` };
  }
  const hours = days.find((day) => holds(day, now))?.hours.filter(({ start }) => start <= now) ?? [];
  if (hours.length < fewestPoints) return undefined;
  return { values: hours.map(({ counts }) => value(counts)), span: "today" };
}

function completedShare({ completed, voicemail, no_answer, busy, failed }: OutcomeCounts): number {
  return completed / Math.max(1, completed + voicemail + no_answer + busy + failed);
}

/** What a figure was over the day. */
export function observedSeries(at: readonly Instant[], values: readonly (number | null)[]): SparkSeries | undefined {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, at: at[index] ?? 0 }]));
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || points.length < fewestPoints || last.at - first.at < shortestMilliseconds) return undefined;
  return { values: points.map(({ value }) => value), span: "today" };
}

/** Calls of the days that were watched, where nothing else tells when calls were made. */
function observedDays(history: HistoryAnswer | undefined): SparkSeries | undefined {
  const values = (history?.days ?? []).flatMap(({ calls }) => calls ?? []);
  return values.length < fewestPoints ? undefined : { values, span: `${values.length} days` };
}

/** Calls, or contacts done where calls are not counted, of the hours of today that are over. */
function hoursOfToday(history: HistoryAnswer | undefined, now: Instant): SparkSeries | undefined {
  const over = history?.days.at(-1)?.hours.filter(({ end }) => end <= now) ?? [];
  const values = over.flatMap(({ calls, done }) => calls ?? done ?? []);
  return values.length < fewestPoints ? undefined : { values, span: "today" };
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
