import type { CallingHours, WeeklyWindow } from "./calling-hours.ts";
import type { Instant } from "./campaign.ts";
import { type ZoneClock, weekdayOf, zoneClock } from "./zone-clock.ts";

/** First and last day of a campaign, both inclusive, in its own zone. A window belongs to the day on which it opens. */
export type Dates = { startDate: string | undefined; endDate: string | undefined };

/** Open from `start` up to, not including, `end`. */
export type Window = { start: Instant; end: Instant };

/** How far ahead hours are followed: beyond it, hours that are still open are taken never to close. */
const horizonDays = 400;
/** How far back windows are followed to see where an open one began: a week has a gap, or none at all. */
const lookBackDays = 8;

type Minutes = { start: number; end: number };

function minutesOf(wallTime: string): number {
  return Number(wallTime.slice(0, 2)) * 60 + Number(wallTime.slice(3));
}

/** The windows that open on each weekday (index 1–7), in minutes from that day's midnight. */
function week(windows: WeeklyWindow[]): Minutes[][] {
  const days: Minutes[][] = Array.from({ length: 8 }, () => []);
  for (const window of windows) {
    const start = minutesOf(window.start);
    const end = minutesOf(window.end);
    days[window.weekday]?.push({ start, end: end > start ? end : end + 1440 });
  }
  for (const day of days) day.sort((a, b) => a.start - b.start);
  return days;
}

function daysWithin(clock: ZoneClock, dates: Dates): { first: number; last: number } {
  return {
    first: dates.startDate === undefined ? Number.NEGATIVE_INFINITY : clock.dayNumber(dates.startDate),
    last: dates.endDate === undefined ? Number.POSITIVE_INFINITY : clock.dayNumber(dates.endDate),
  };
}

/** Windows that open between two days, in order; those that touch or overlap are one. */
function* openings(clock: ZoneClock, windows: WeeklyWindow[], firstDay: number, lastDay: number): Generator<Window> {
  const days = week(windows);
  let current: Window | undefined;
  for (let day = firstDay; day <= lastDay; day += 1) {
    for (const minutes of days[weekdayOf(day)] ?? []) {
      const start = clock.instantOf(day, minutes.start);
      const end = clock.instantOf(day, minutes.end);
      // A window that lies wholly in the hour that a clock change skips.
      if (end <= start) continue;
      if (current !== undefined && start <= current.end) current.end = Math.max(current.end, end);
      else {
        if (current !== undefined) yield current;
        current = { start, end };
      }
    }
  }
  if (current !== undefined) yield current;
}

/** The windows from shortly before `from` to the horizon after `to`, or after a start date still later. */
function openingsAround(hours: CallingHours, dates: Dates, from: Instant, to: Instant): Generator<Window> {
  const clock = zoneClock(hours.timeZone);
  const { first, last } = daysWithin(clock, dates);
  const firstDay = Math.max(first, clock.local(from).dayNumber - lookBackDays);
  const lastDay = Math.max(first, clock.local(to).dayNumber) + horizonDays;
  return openings(clock, hours.windows, firstDay, Math.min(last, lastDay));
}

/**
 * The windows that have a part between `from` and `to`, whole (not cut at either), sorted,
 * merged where they touch. Throws RangeError on an unknown zone.
 */
export function windowsBetween(hours: CallingHours, dates: Dates, from: Instant, to: Instant): Window[] {
  const found: Window[] = [];
  for (const window of openingsAround(hours, dates, from, to)) {
    if (window.start >= to) break;
    if (window.end > from) found.push(window);
  }
  return found;
}

/** The window that is open now. Throws RangeError on an unknown zone. */
export function openAt(hours: CallingHours, dates: Dates, now: Instant): Window | undefined {
  return windowsBetween(hours, dates, now, now + 1)[0];
}

/** When the window that is open now closes; `undefined` when none is open, or it never closes. */
export function nextClosing(hours: CallingHours, dates: Dates, now: Instant): Instant | undefined {
  const end = openAt(hours, dates, now)?.end;
  if (end === undefined) return undefined;
  const clock = zoneClock(hours.timeZone);
  return clock.local(end).dayNumber - clock.local(now).dayNumber < horizonDays ? end : undefined;
}

/** When calling hours next begin after now; `undefined` when they never do. Throws RangeError on an unknown zone. */
export function nextOpening(hours: CallingHours, dates: Dates, now: Instant): Instant | undefined {
  for (const { start } of openingsAround(hours, dates, now, now)) if (start > now) return start;
  return undefined;
}

/** A test of many instants against calling hours: each day's windows are worked out once. */
export function insideHours(clock: ZoneClock, hours: CallingHours, dates: Dates): (instant: Instant) => boolean {
  const { first, last } = daysWithin(clock, dates);
  const byDay = new Map<number, Window[]>();
  return (instant) => {
    const day = clock.local(instant).dayNumber;
    let windows = byDay.get(day);
    if (windows === undefined) {
      windows = [...openings(clock, hours.windows, Math.max(first, day - 1), Math.min(last, day))];
      byDay.set(day, windows);
    }
    return windows.some(({ start, end }) => instant >= start && instant < end);
  };
}
