import type { Instant } from "#campaign/campaign.ts";

// Years outside 1970–2199 are placeholders ("0001-01-01"), not times of calls.
const isoDate = /^(?:19[7-9]|2[01]\d)\d-\d\d-\d\d$/;
const isoInstant =
  /^(?:19[7-9]|2[01]\d)\d-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * An ISO 8601 time with its zone, to the millisecond; `undefined` for anything else. Without a
 * zone a text names no instant; microseconds are cut.
 */
export function instantOfIso(text: string): Instant | undefined {
  if (!isoInstant.test(text)) return undefined;
  // Date.parse rolls 30 February over into March instead of refusing it.
  if (text.slice(8, 10) > "28" && !isCalendarDate(text.slice(0, 10))) return undefined;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Whether a text is `YYYY-MM-DD` and such a day exists. */
export function isCalendarDate(text: string): boolean {
  if (!isoDate.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).getUTCDate() === Number(text.slice(8));
}
