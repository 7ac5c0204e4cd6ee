import { z } from "zod";

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export const Weekday = z.int().min(1).max(7);
/** Wall-clock time `HH:MM` in the campaign's zone; `24:00` ends a day. */
export const WallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
/** Calendar date `YYYY-MM-DD` in the campaign's zone. */
export const CalendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** One weekly window. `end` not after `start` means it closes on the next day. */
export const WeeklyWindow = z.object({ weekday: Weekday, start: WallTime, end: WallTime });
export type WeeklyWindow = z.infer<typeof WeeklyWindow>;

/** The weekly windows in which a campaign may dial, in its own time zone. */
export const CallingHours = z.object({
  /** IANA name as it arrived; whether it is known is for `calling-windows.ts` to say. */
  timeZone: z.string(),
  windows: z.array(WeeklyWindow),
});
export type CallingHours = z.infer<typeof CallingHours>;
