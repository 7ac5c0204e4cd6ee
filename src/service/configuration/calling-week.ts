import { WallTime, type WeeklyWindow } from "#campaign/calling-hours.ts";
import { z } from "zod";

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** ISO weekday of a name or its first three letters or more, in any case. */
function weekdayOf(name: string): number | undefined {
  const wanted = name.trim().toLowerCase();
  if (wanted.length < 3) return undefined;
  const index = names.findIndex((full) => full.startsWith(wanted));
  return index === -1 ? undefined : index + 1;
}

/** Weekdays of "Mon-Fri", "Mon, Wed", "Sat-Mon" or "daily"; `undefined` where a word is no weekday. */
function weekdaysOf(text: string): number[] | undefined {
  if (text.trim().toLowerCase() === "daily") return [1, 2, 3, 4, 5, 6, 7];
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const ends = part.split("-").map(weekdayOf);
    const first = ends[0];
    const last = ends.at(-1);
    if (ends.length > 2 || first === undefined || last === undefined) return undefined;
    const length = ((last - first + 7) % 7) + 1;
    for (let step = 0; step < length; step += 1) found.add(((first - 1 + step) % 7) + 1);
  }
  return [...found].sort((a, b) => a - b);
}

const Days = z
  .string()
  .transform((text, context) => {
    const weekdays = weekdaysOf(text);
    if (weekdays !== undefined) return weekdays;
    context.addIssue({ code: "custom", message: "" });
    return z.NEVER;
  })
  .describe('must be weekdays such as "Mon-Fri", "Mon, Wed, Fri" or "daily"');

const StatedHours = z.strictObject({
  days: Days,
  from: WallTime.refine((time) => time !== "24:00").describe('must be a time of day such as "09:00"'),
  to: WallTime.describe('must be a time of day such as "17:00" or "24:00"; one before "from" is on the next day'),
});

/** Calling hours as an operator states them, to weekly windows in the campaign's zone. */
export const CallingWeek = z
  .array(StatedHours)
  .min(1)
  .transform((lines) => lines.flatMap(toWindows))
  .describe('must be a list such as [{"days": "Mon-Fri", "from": "09:00", "to": "17:00"}]');

function toWindows({ days, from, to }: z.infer<typeof StatedHours>): WeeklyWindow[] {
  return days.map((weekday) => ({ weekday, start: from, end: to }));
}
