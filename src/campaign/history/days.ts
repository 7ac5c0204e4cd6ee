import type { Window } from "../calling-windows.ts";
import type { Instant } from "../campaign.ts";
import { openHours, wholeDay } from "../open-hours.ts";
import type { ZoneClock } from "../zone-clock.ts";
import { common, type Counted } from "./series.ts";
import { countIn, type Observed } from "./trends.ts";

/** What was made and done within a stretch of time; `undefined` where too little of it was watched. */
export type ObservedHour = Window & { calls: number | undefined; done: number | undefined };
/** `date` is `YYYY-MM-DD` in the campaign's zone. */
export type ObservedDay = ObservedHour & { date: string; hours: ObservedHour[] };

/** By the calls made, or contacts done where calls are not counted. */
export type Comparison = {
  measure: "calls" | "contacts";
  today: number;
  /** The same hours of the calling days before, the latest first. */
  earlier: { date: string; count: number }[];
};

const mostDays = 8;
const mostCompared = 5;

type Days = Observed & { clock: ZoneClock; now: Instant };

/** The latest calling days of which something was watched, oldest first, by the hours that are open. */
export function observedDays(observed: Days): ObservedDay[] {
  const days: ObservedDay[] = [];
  const { clock, now } = observed;
  const today = clock.local(now).dayNumber;
  for (let day = today - 2 * mostDays; day <= today; day += 1) {
    const whole = wholeDay(clock, day);
    const windows = windowsOn(observed, whole);
    if (windows.length === 0 || common(observed.watched, windows).length === 0) continue;
    const hours = openHours(clock, day, windows).filter(({ start }) => start <= now);
    days.push({ ...counted(observed, whole), date: clock.date(day), hours: hours.map((hour) => counted(observed, hour)) });
  }
  return days.slice(-mostDays);
}

/** Today until now against the calling days before until the same time of day; `undefined` without such a day, or before today's hours begin. */
export function comparisonOf(observed: Days): Comparison | undefined {
  const { clock, now } = observed;
  const { dayNumber, minuteOfDay } = clock.local(now);
  const upToNow = (day: number): Window => ({ start: clock.instantOf(day, 0), end: day === dayNumber ? now : clock.instantOf(day, minuteOfDay) });
  for (const [count, measure] of [["calls", "calls"], ["done", "contacts"]] as const) {
    const today = countIn(observed, count, upToNow(dayNumber), now);
    if (today === undefined) continue;
    const earlier: Comparison["earlier"] = [];
    for (let day = dayNumber - 1; day >= dayNumber - 2 * mostDays && earlier.length < mostCompared; day -= 1) {
      const until = countOn(observed, count, upToNow(day));
      if (until !== undefined) earlier.push({ date: clock.date(day), count: until });
    }
    return earlier.length === 0 ? undefined : { measure, today, earlier };
  }
  return undefined;
}

function countOn(observed: Days, count: Counted, stretch: Window): number | undefined {
  return windowsOn(observed, stretch).length === 0 ? undefined : countIn(observed, count, stretch, observed.now);
}

function windowsOn({ open }: Observed, stretch: Window): readonly Window[] {
  return open === undefined ? [stretch] : common(open, [stretch]);
}

function counted(observed: Days, stretch: Window): ObservedHour {
  return { ...stretch, calls: countIn(observed, "calls", stretch, observed.now), done: countIn(observed, "done", stretch, observed.now) };
}
