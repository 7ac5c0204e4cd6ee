import type { Instant } from "#campaign/campaign.ts";

/** The value of a `datetime-local` input for an instant, on the clocks of `zone`. */
export function inputOf(instant: Instant, zone: string): string {
  return new Date(wallTime(instant, zone)).toISOString().slice(0, 16);
}

/**
 * The instant of a `datetime-local` value on the clocks of `zone`; `undefined`
 * while it is incomplete. An hour that clocks skip counts from before the skip.
 */
export function instantOf(input: string, zone: string): Instant | undefined {
  const wished = Date.parse(`${input}Z`);
  if (Number.isNaN(wished)) return undefined;
  const guess = wished - (wallTime(wished, zone) - wished);
  return guess - (wallTime(guess, zone) - wished);
}

/** Midnight of the day that `instant` falls on in `zone`. */
export function startOfDay(instant: Instant, zone: string): Instant {
  return instantOf(`${inputOf(instant, zone).slice(0, 10)}T00:00`, zone) ?? instant;
}

/** The format of the zone asked for last: making one costs a millisecond. */
let latest: { zone: string; format: Intl.DateTimeFormat } | undefined;

function formatOf(zone: string): Intl.DateTimeFormat {
  if (latest?.zone === zone) return latest.format;
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric });
  latest = { zone, format };
  return format;
}

/** What clocks show, written as if it were UTC. */
function wallTime(instant: Instant, zone: string): number {
  const parts = formatOf(zone).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}
