import type { Instant } from "#campaign/campaign.ts";

const leastMilliseconds = 1_000;
const mostMilliseconds = 15 * 60_000;

/**
 * `Retry-After` as milliseconds from now: seconds or an HTTP date (RFC 9110
 * §10.2.3), clamped to 1 s – 15 min. `undefined` for none, garbage or a past
 * date: then the caller's own back-off holds.
 */
export function retryAfterMilliseconds(header: string | null, now: Instant): number | undefined {
  const text = header?.trim() ?? "";
  if (text === "") return undefined;
  const wait = /^\d+$/.test(text) ? Number(text) * 1_000 : httpDate(text) - now;
  if (!(wait > 0) && !/^0+$/.test(text)) return undefined;
  return Math.min(Math.max(wait, leastMilliseconds), mostMilliseconds);
}

/** Only the three HTTP date forms: `Date.parse` alone would read "-5" or "2" as a date. */
function httpDate(text: string): Instant {
  return /^[A-Z][a-z]+,? .*\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
}
