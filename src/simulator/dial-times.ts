import { type Dates, type Window, windowsBetween } from "#campaign/calling-windows.ts";
import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Instant } from "#campaign/campaign.ts";
import { type ZoneClock, zoneClock } from "#campaign/zone-clock.ts";
import { longestQueueSeconds } from "./call-course.ts";
import { chance } from "./random.ts";

export type DialPlan = {
  seed: number;
  hours: CallingHours;
  dates: Dates & { startDate: string };
  anchor: Instant;
  callsAtAnchor: number;
  callsPerHour: number;
};

/** A moment at which one call may be created, with its local weekday and hour. */
export type DialTime = { at: Instant; weekday: number; hour: number };

const hourMilliseconds = 3_600_000;
/** Nothing is queued so late that it would be dialled after closing. */
const closingMilliseconds = (longestQueueSeconds + 60) * 1_000;
/** A campaign grows by this much from one day to the next, over its last days. */
const dailyGrowth = 1.3;
const growingDays = 8;
const lastDays = 400;

/** How busy the hours of a day are, from 00. */
const busyness = [...Array<number>(8).fill(0.7), 0.75, 0.85, 1.1, 1.15, 1, 0.8, 1, 1.05, 0.9, ...Array<number>(7).fill(0.7)];

/** Every moment at which a call may be created, oldest first; each depends on the plan alone. */
export function* dialTimes(plan: DialPlan): Generator<DialTime, undefined> {
  const clock = zoneClock(plan.hours.timeZone);
  const windowsOf = (day: number): Window[] =>
    windowsBetween(plan.hours, plan.dates, clock.instantOf(day, 0), clock.instantOf(day + 1, 0));
  const first = clock.dayNumber(plan.dates.startDate);
  const today = clock.local(plan.anchor).dayNumber;
  const past = daysFrom(first, today).flatMap(windowsOf).filter((window) => window.end <= plan.anchor);
  const counts = pastCounts(plan, past, openHours(windowsOf(today), plan.anchor));
  for (const [index, window] of past.entries()) yield* spread(clock, window, counts[index] ?? 0, plan.seed);
  for (const day of daysFrom(Math.max(first, today), today + lastDays)) {
    for (const window of windowsOf(day)) {
      if (window.end <= plan.anchor) continue;
      const count = Math.round(plan.callsPerHour * openHours([window], window.end));
      yield* spread(clock, window, count, plan.seed);
    }
  }
  return undefined;
}

const daysFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** Hours of the windows that have begun and not ended by `now`, as far as they have run. */
function openHours(windows: Window[], now: Instant): number {
  return windows
    .filter((window) => window.start <= now && now <= window.end)
    .reduce((sum, window) => sum + (now - window.start) / hourMilliseconds, 0);
}

/** Shares out what was called before the anchor over the windows that were over by then. */
function pastCounts(plan: DialPlan, past: Window[], hoursOpenNow: number): number[] {
  const before = Math.max(0, plan.callsAtAnchor - Math.round(plan.callsPerHour * hoursOpenNow));
  const weights = past.map((window, index) => {
    const day = Math.round((window.start - plan.anchor) / (24 * hourMilliseconds));
    const hours = (window.end - window.start) / hourMilliseconds;
    return hours * dailyGrowth ** Math.max(day, -growingDays) * (0.85 + 0.3 * chance(plan.seed, index, 20));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  let given = 0;
  return weights.map((weight) => {
    running += weight;
    const count = Math.round((before * running) / total) - given;
    given += count;
    return count;
  });
}

/** `count` moments over one window, thicker in its busy hours, none just before it closes. */
function* spread(clock: ZoneClock, window: Window, count: number, seed: number): Generator<DialTime, undefined> {
  const { minuteOfDay, weekday } = clock.local(window.start);
  const hours = Math.max(0, window.end - window.start - closingMilliseconds) / hourMilliseconds;
  const weights = Array.from({ length: Math.ceil(hours) }, (_, step) => {
    const busy = busyness[Math.floor(minuteOfDay / 60 + step) % 24] ?? 1;
    return busy * Math.min(1, hours - step);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let step = 0;
  let passed = 0;
  for (let index = 0; index < count; index += 1) {
    const target = ((index + chance(seed ^ window.start, index, 21)) / count) * total;
    let weight = weights[step] ?? 1;
    while (step < weights.length - 1 && target >= passed + weight) {
      passed += weight;
      step += 1;
      weight = weights[step] ?? 1;
    }
    const hoursIn = step + ((target - passed) / weight) * Math.min(1, hours - step);
    yield {
      at: Math.floor(window.start + hoursIn * hourMilliseconds),
      weekday,
      hour: Math.floor(minuteOfDay / 60 + hoursIn) % 24,
    };
  }
  return undefined;
}
