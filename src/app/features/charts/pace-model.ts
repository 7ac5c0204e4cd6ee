import type { Instant } from "#campaign/campaign.ts";
import type { Charts, Hours } from "#service/api.ts";
import type { HistoryAnswer, ObservedHour, PaceFigure } from "#service/api-history.ts";
import { formatClock, formatDate } from "../../ui/format.ts";
import { shownZone } from "../../ui/zone.ts";
import { totalOf } from "./outcome-order.ts";
import { holds } from "./time-model.ts";

/** Calls or contacts an hour, and what that was counted from. */
export type Rate = { perHour: number; changes: number; minutes: number };

/** One stretch of time: the last 60 minutes, today, or a window of it. */
export type PaceRow = { kind: "now" | "today" } | { kind: "window"; start: Instant; end: Instant };
export type PaceLine = PaceRow & { calls: Rate | undefined; contacts: Rate | undefined };

const minuteMilliseconds = 60_000;

/** What is known of the pace: lines without any figure are left out. */
export function paceLines(history: HistoryAnswer, hours: Hours | undefined, now: Instant): PaceLine[] {
  const { pace, days } = history;
  const observed = days.at(-1)?.hours ?? [];
  const windows = windowsOfToday(hours, now);
  const lines: PaceLine[] = [
    { kind: "now", calls: pace.calls.now, contacts: pace.contacts.now },
    { kind: "today", calls: pace.calls.today, contacts: pace.contacts.today },
    // One window is the day.
    ...(windows.length < 2 ? [] : windows.map((window) => ({ kind: "window" as const, ...window, ...windowRates(observed, window, now) }))),
  ];
  return lines.filter(({ calls, contacts }) => calls !== undefined || contacts !== undefined);
}

/** The calling windows of today that have begun. */
function windowsOfToday(hours: Hours | undefined, now: Instant): { start: Instant; end: Instant }[] {
  if (hours === undefined || !hours.timeZoneKnown) return [];
  const zone = shownZone("campaign", hours.timeZone);
  const today = formatDate(now, zone);
  return hours.windows.filter(({ start }) => start <= now && formatDate(start, zone) === today);
}

/** Per hour of the open time observed within a window; hours that were not observed do not count. */
function windowRates(hours: readonly ObservedHour[], window: { start: Instant; end: Instant }, now: Instant): { calls: Rate | undefined; contacts: Rate | undefined } {
  const within = hours.filter(({ start }) => start >= window.start && start < window.end && start < now);
  const rate = (count: (hour: ObservedHour) => number | undefined): Rate | undefined => {
    const counted = within.filter((hour) => count(hour) !== undefined);
    const changes = counted.reduce((sum, hour) => sum + (count(hour) ?? 0), 0);
    const minutes = counted.reduce((sum, { start, end }) => sum + (Math.min(end, now) - start), 0) / minuteMilliseconds;
    return minutes < 10 ? undefined : { perHour: (60 * changes) / minutes, changes, minutes: Math.round(minutes) };
  };
  return { calls: rate(({ calls }) => calls), contacts: rate(({ done }) => done) };
}

/** The pace as one figure: calls of the last 60 minutes, or what comes closest to it. */
export function headPace({ pace }: HistoryAnswer): { of: "calls" | "contacts"; over: "now" | "today"; figure: PaceFigure; today: PaceFigure | undefined } | undefined {
  for (const of of ["calls", "contacts"] as const) {
    const { now, today } = pace[of];
    if (now !== undefined) return { of, over: "now", figure: now, today };
    if (today !== undefined) return { of, over: "today", figure: today, today };
  }
  return undefined;
}

export type ComparedDay = { start: Instant | undefined; date: string; count: number; today: boolean };
export type TodayCompared = {
  measure: "calls" | "contacts";
  /** Today first, then the latest calling day; at least one of them. */
  days: ComparedDay[];
  /** Until when hours are compared, and how the counts are known. */
  until: Instant | undefined;
  from: "call times" | "observation";
};

const mostEarlier = 5;

/**
 * Today against the same hours of the calling days before: by creation times of calls, in hours that are
 * over, where the platform gives them; else as observed. `undefined` where there is nothing to compare.
 */
export function todayCompared(time: Charts["time"], history: HistoryAnswer | undefined, now: Instant): TodayCompared | undefined {
  return (time.reported ? byCallTimes(time.value, now) : undefined) ?? byObservation(history);
}

type Time = Extract<Charts["time"], { reported: true }>["value"];

function byCallTimes({ days, zone: daysZone }: Time, now: Instant): TodayCompared | undefined {
  const zone = shownZone("campaign", daysZone);
  const today = days.find((day) => holds(day, now));
  const over = today?.hours.filter(({ end }) => end <= now) ?? [];
  const until = over.at(-1)?.end;
  if (today === undefined || until === undefined) return undefined;
  // By the clock on the wall: a clock change moves the hours of a day.
  const clocks = new Set(over.map(({ start }) => formatClock(start, zone)));
  const countOf = (hours: Time["days"][number]["hours"]) =>
    hours.reduce((sum, { start, counts }) => sum + (clocks.has(formatClock(start, zone)) ? totalOf(counts) : 0), 0);
  const earlier = days
    .filter(({ start, hours }) => start < today.start && hours.some((hour) => clocks.has(formatClock(hour.start, zone))))
    .toReversed()
    .slice(0, mostEarlier);
  if (earlier.length === 0) return undefined;
  const compared = [today, ...earlier].map(({ start, date, hours }) => ({ start, date, count: countOf(hours), today: start === today.start }));
  return { measure: "calls", days: compared, until, from: "call times" };
}

function byObservation(history: HistoryAnswer | undefined): TodayCompared | undefined {
  if (history?.comparison === undefined) return undefined;
  const { measure, today, earlier } = history.comparison;
  if (earlier.length === 0) return undefined;
  const days = [{ start: undefined, date: "", count: today, today: true }, ...earlier.map((day) => ({ ...day, start: undefined, today: false }))];
  return { measure, days, until: undefined, from: "observation" };
}
