import type { CampaignEvent } from "#campaign/history/event.ts";
import { formatClock, formatDay } from "../ui/format.ts";

/** Reads of a watched campaign lie less apart than this, however slow its interval. */
const watchedMilliseconds = 6 * 60_000;

/** Whether nobody watched when it happened, so that only two ends are known. */
export function isBetween({ at, after }: Pick<CampaignEvent, "at" | "after">): boolean {
  return at - after > watchedMilliseconds;
}

/** "14:05"; where nobody watched, "between 12:10 and 14:05", with the first day where it is another. */
export function wordTime({ at, after }: Pick<CampaignEvent, "at" | "after">, zone: string): string {
  return isBetween({ at, after }) ? `between ${clockBefore(after, at, zone)} and ${formatClock(at, zone)}` : formatClock(at, zone);
}

/** The time of an earlier moment, with its day where that is another. */
export function clockBefore(earlier: number, at: number, zone: string): string {
  const day = formatDay(earlier, zone);
  return day === formatDay(at, zone) ? formatClock(earlier, zone) : `${day} ${formatClock(earlier, zone)}`;
}
