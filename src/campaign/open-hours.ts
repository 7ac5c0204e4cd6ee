import type { Window } from "./calling-windows.ts";
import type { ZoneClock } from "./zone-clock.ts";

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

/** A local day, from midnight to midnight. */
export function wholeDay(clock: ZoneClock, day: number): Window {
  return { start: clock.instantOf(day, 0), end: clock.instantOf(day + 1, 0) };
}

/** A day's windows cut at the full hours of its wall clock; an hour that a clock change skips is none. */
export function openHours(clock: ZoneClock, day: number, windows: readonly Window[]): Window[] {
  return hoursOfDay.flatMap((hour) => {
    const from = clock.instantOf(day, hour * 60);
    const to = clock.instantOf(day, hour * 60 + 60);
    return windows.map(({ start, end }) => ({ start: Math.max(from, start), end: Math.min(to, end) })).filter(({ start, end }) => start < end);
  });
}
