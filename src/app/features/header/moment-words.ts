import type { Instant } from "#campaign/campaign.ts";
import { formatClock, formatDate, formatDay, zoneName } from "../../ui/format.ts";

const day = 86_400_000;
const longDays: Record<string, string> = {
  Mon: "Monday",
  Tue: "Tuesday",
  Wed: "Wednesday",
  Thu: "Thursday",
  Fri: "Friday",
  Sat: "Saturday",
  Sun: "Sunday",
};

/** A moment near `now`, its zone named: "today 17:00 EDT", "Monday 09:00 EDT", "Thu 15 Oct 09:00 EDT". */
export function dayAndTime(instant: Instant, now: Instant, zone: string): string {
  return `${dayAndClock(instant, now, zone)} ${zoneName(instant, zone)}`;
}

/** The same where the zone is named beside it. */
export function dayAndClock(instant: Instant, now: Instant, zone: string): string {
  const time = formatClock(instant, zone);
  const date = formatDate(instant, zone);
  if (date === formatDate(now, zone)) return `today ${time}`;
  if (date === formatDate(now + day, zone)) return `tomorrow ${time}`;
  const near = instant > now && instant - now < 6.5 * day;
  if (near) return `${longDays[date.slice(0, 3)] ?? date} ${time}`;
  const sameYear = date.slice(-4) === formatDate(now, zone).slice(-4);
  return `${sameYear ? formatDay(instant, zone) : date} ${time}`;
}

/** A moment gone by, for the past tense: "14:31", or with its day when that is not today. */
export function momentGone(instant: Instant, now: Instant, zone: string): string {
  const today = formatDate(instant, zone) === formatDate(now, zone);
  return today ? formatClock(instant, zone) : `${formatDay(instant, zone)} ${formatClock(instant, zone)}`;
}
