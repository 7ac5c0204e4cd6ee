import type { CallingHours, WeeklyWindow } from "#campaign/calling-hours.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import type { WireCallingHours } from "./wire.ts";

const weekdays = new Map([["MO", 1], ["TU", 2], ["WE", 3], ["TH", 4], ["FR", 5], ["SA", 6], ["SU", 7]]);
const everyDay = [...weekdays.values()];

type Day = NonNullable<WireCallingHours["days"]>[number];

/** Minutes from midnight of "9:00 AM", "12:00 AM" (midnight) or "09:00". */
function minutesOf(text: string): number | undefined {
  const parts = /^(\d{1,2})(?::([0-5]\d))?(?:\s*([AP])M)?$/i.exec(text.trim());
  if (parts === null) return undefined;
  const [, hourText, minute, half] = parts;
  const hour = Number(hourText);
  if (half === undefined) return minute === undefined || hour > 23 ? undefined : hour * 60 + Number(minute);
  if (hour < 1 || hour > 12) return undefined;
  return ((hour % 12) + (half.toUpperCase() === "P" ? 12 : 0)) * 60 + Number(minute ?? 0);
}

/** `HH:MM`; a window that ends at midnight ends its own day. */
function wallTime(text: string | null | undefined, edge: "start" | "end"): string | undefined {
  if (!text) return undefined;
  if (edge === "end" && text.trim() === "24:00") return "24:00";
  const minutes = minutesOf(text);
  if (minutes === undefined) return undefined;
  if (edge === "end" && minutes === 0) return "24:00";
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The weekdays an entry holds for: a daily one without a day holds for all seven. */
function weekdaysOf({ day }: Day, frequency: string): number[] | undefined {
  const word = day?.trim().toUpperCase();
  if (!word) return frequency === "DAILY" ? everyDay : undefined;
  const weekday = weekdays.get(word);
  return weekday === undefined ? undefined : [weekday];
}

function windowsOf(entry: Day, frequency: string): WeeklyWindow[] | undefined {
  const start = wallTime(entry.start, "start");
  const end = wallTime(entry.end, "end");
  if (start === undefined || end === undefined) return undefined;
  return weekdaysOf(entry, frequency)?.map((weekday) => ({ weekday, start, end }));
}

/**
 * The weekly windows of `dialingStrategy.callingHours`. Anything in it that cannot be read
 * makes the whole schedule "not reported": half of it would be a false one.
 */
export function callingHoursOf(wire: WireCallingHours | null | undefined): Reported<CallingHours> {
  const frequency = wire?.frequency?.trim().toUpperCase() ?? "";
  const timeZone = wire?.timezone?.trim();
  if (!timeZone || !wire?.days?.length || !["WEEKLY", "DAILY", "CUSTOM"].includes(frequency)) return notReported;
  const windows: WeeklyWindow[] = [];
  for (const entry of wire.days) {
    const found = windowsOf(entry, frequency);
    if (found === undefined) return notReported;
    windows.push(...found);
  }
  windows.sort((a, b) => a.weekday - b.weekday);
  return reported({ timeZone, windows }, "dialingStrategy.callingHours");
}

/** Calling hours in the platform's own words, for those that no rule could read; `undefined`: it has none. */
export function callingHoursText(wire: WireCallingHours | null | undefined): string | undefined {
  const days = wire?.days?.map(({ day, start, end }) => [day, [start, end].filter(Boolean).join(" – ")].filter(Boolean).join(" "));
  return [wire?.frequency, wire?.timezone, ...(days ?? [])].filter((part) => part?.trim()).join("; ") || undefined;
}
