import type { CallingHours, WeeklyWindow } from "#campaign/calling-hours.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import { isCalendarDate } from "../iso-time.ts";
import type { WireCampaign } from "./wire.ts";

/**
 * `HH:MM` of Talkover's `HH:MM[:SS]`. Seconds widen a window to whole minutes,
 * so that 23:59:59 ends a day and leaves no gap before midnight.
 */
function wallTime(text: string, edge: "start" | "end"): string | undefined {
  const parts = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?$/.exec(text.trim());
  if (parts === null) return undefined;
  const [, hour, minute, second = "0"] = parts;
  const minutes = Number(hour) * 60 + Number(minute) + (edge === "end" && Number(second) > 0 ? 1 : 0);
  if (minutes > 1440 || (edge === "start" && minutes === 1440)) return undefined;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

type Range = { start: string; end: string };

function rangesOf(wire: WireCampaign): { ranges: Range[]; source: string } | undefined {
  // The newer form can say more, so it is the one that counts when both arrive.
  if (wire.call_time_ranges && wire.call_time_ranges.length > 0) {
    return { ranges: wire.call_time_ranges, source: "days_of_week, call_time_ranges, timezone" };
  }
  const { earliest_call_time: start, latest_call_time: end } = wire;
  if (!start || !end) return undefined;
  return { ranges: [{ start, end }], source: "days_of_week, earliest_call_time, latest_call_time, timezone" };
}

/**
 * The weekly windows, from either documented form of a schedule. Days or ranges that
 * cannot be read, or lists that are empty (whether that means never or always is not
 * documented), make the whole schedule "not reported": half of it would be a false one.
 */
export function callingHoursOf(wire: WireCampaign): Reported<CallingHours> {
  const days = [...new Set(wire.days_of_week)].sort((a, b) => a - b);
  const found = rangesOf(wire);
  if (!wire.timezone || days.length === 0 || found === undefined) return notReported;
  const windows: WeeklyWindow[] = [];
  for (const weekday of days) {
    for (const range of found.ranges) {
      const start = wallTime(range.start, "start");
      const end = wallTime(range.end, "end");
      if (start === undefined || end === undefined) return notReported;
      windows.push({ weekday, start, end });
    }
  }
  return reported({ timeZone: wire.timezone, windows }, found.source);
}

/** A date, also where it is written as midnight UTC; a time of day is not a date. */
export function dateOf(text: string | null | undefined): string | undefined {
  const date = /^([\d-]{10})(?:T00:00:00(?:\.0+)?Z)?$/.exec(text ?? "")?.[1];
  return date !== undefined && isCalendarDate(date) ? date : undefined;
}
