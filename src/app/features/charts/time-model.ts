import type { Instant } from "#campaign/campaign.ts";
import type { Outcome, OutcomeCounts } from "#campaign/outcome.ts";
import type { DayBucket } from "#service/api.ts";
import { occurring, totalOf } from "./outcome-order.ts";

/** One bar of the time chart. A closed bar holds what its day created outside calling hours. */
export type Column = {
  kind: "hour" | "closed" | "day";
  /** Left edge on the axis, in widths of one bar. */
  slot: number;
  dayStart: Instant;
  /** What a filter on this bar spans; the whole day for a closed bar. */
  start: Instant;
  end: Instant;
  counts: OutcomeCounts;
  calls: number;
  /** How many of `calls` were created outside calling hours. */
  closedCalls: number;
  /** An hour that has not begun. */
  ahead: boolean;
};

export type DayGroup = { start: Instant; end: Instant; calls: number; firstSlot: number; today: boolean };

export type TimeModel = {
  unit: "hour" | "day";
  columns: Column[];
  groups: DayGroup[];
  /** Length of the axis, in widths of one bar. */
  slots: number;
  /** Calls of the highest bar. */
  most: number;
  outcomes: Outcome[];
};

/** Gaps in widths of one bar: a closed hour at midday, a night, a weekend. */
const gaps = { midday: 0.5, night: 1, daysLeftOut: 2.5 };

/** The latest days that carry their open hours (docs: `DayBucket.hours`). */
const daysWithHours = 8;

/** Bars by open hour, nights and weekends as gaps; by day where hours do not tell the whole day. */
export function timeModel(days: readonly DayBucket[], now: Instant): TimeModel {
  const hourly = days.length <= daysWithHours && days.every(toldByHours);
  return hourly ? byHour(days, now) : byDay(days, now);
}

export function byDay(days: readonly DayBucket[], now: Instant): TimeModel {
  const columns: Column[] = [];
  const groups: DayGroup[] = [];
  let slot = 0;
  let previous: DayBucket | undefined;
  for (const day of days) {
    if (previous && day.start > previous.end) slot += gaps.midday;
    const calls = totalOf(day.counts);
    columns.push({ ...columnOf(day, "day", slot, day, day.counts), closedCalls: totalOf(day.closed) });
    groups.push({ start: day.start, end: day.end, calls, firstSlot: slot, today: holds(day, now) });
    slot += 1;
    previous = day;
  }
  return finished("day", columns, groups, slot);
}

function byHour(days: readonly DayBucket[], now: Instant): TimeModel {
  const columns: Column[] = [];
  const groups: DayGroup[] = [];
  let slot = 0;
  let previous: DayBucket | undefined;
  for (const day of days) {
    if (previous) slot += day.start > previous.end ? gaps.daysLeftOut : gaps.night;
    groups.push({ start: day.start, end: day.end, calls: totalOf(day.counts), firstSlot: slot, today: holds(day, now) });
    let lastEnd: Instant | undefined;
    for (const hour of day.hours) {
      if (lastEnd !== undefined && hour.start > lastEnd) slot += gaps.midday;
      columns.push({ ...columnOf(day, "hour", slot, hour, hour.counts), ahead: hour.start > now });
      slot += 1;
      lastEnd = hour.end;
    }
    const closedCalls = totalOf(day.closed);
    if (closedCalls > 0) {
      if (lastEnd !== undefined) slot += gaps.midday;
      columns.push({ ...columnOf(day, "closed", slot, day, day.closed), closedCalls });
      slot += 1;
    }
    previous = day;
  }
  return finished("hour", columns, groups, slot);
}

/** Today, or else the latest day there is: an empty chart would hide what is known. */
export function latestDay(days: readonly DayBucket[], now: Instant): DayBucket | undefined {
  return days.find((day) => holds(day, now)) ?? days.at(-1);
}

export function holds(span: { start: Instant; end: Instant }, now: Instant): boolean {
  return span.start <= now && now < span.end;
}

function toldByHours(day: DayBucket): boolean {
  let told = totalOf(day.closed);
  for (const hour of day.hours) told += totalOf(hour.counts);
  return told === totalOf(day.counts);
}

function columnOf(
  day: DayBucket,
  kind: Column["kind"],
  slot: number,
  span: { start: Instant; end: Instant },
  counts: OutcomeCounts,
): Column {
  const { start, end } = span;
  return { kind, slot, dayStart: day.start, start, end, counts, calls: totalOf(counts), closedCalls: 0, ahead: false };
}

function finished(unit: TimeModel["unit"], columns: Column[], groups: DayGroup[], slots: number): TimeModel {
  const most = columns.reduce((highest, { calls }) => Math.max(highest, calls), 0);
  return { unit, columns, groups, slots, most, outcomes: occurring(columns.map(({ counts }) => counts)) };
}
