import type { Instant } from "#campaign/campaign.ts";

// Years outside 1970–2199 are placeholders ("0001-01-01"), not times of calls.
const year = "(?:19[7-9]|20\\d|21\\d)\\d";
const isoInstant = new RegExp(
  `^(${year}-\\d\\d-(\\d\\d)T(?:[01]\\d|2[0-3]):\\d\\d:\\d\\d)(?:\\.(\\d{1,3})\\d*)?(Z|[+-]\\d\\d:\\d\\d)$`,
);
const isoDate = new RegExp(`^${year}-\\d\\d-\\d\\d$`);

/**
 * An ISO 8601 time with its zone, to the millisecond; `undefined` for anything else. Without a
 * zone a text names no instant. Fractions of any length are cut, as engines differ beyond three digits.
 */
export function instantOfIso(text: string): Instant | undefined {
  const parts = isoInstant.exec(text);
  if (parts === null) return undefined;
  const [, wall = "", day = "", fraction = "", zone = ""] = parts;
  // Date.parse rolls 30 February over into March instead of refusing it.
  if (day > "28" && !isCalendarDate(wall.slice(0, 10))) return undefined;
  const instant = Date.parse(`${wall}.${fraction.padEnd(3, "0")}${zone}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** Whether a text is `YYYY-MM-DD` and such a day exists. */
export function isCalendarDate(text: string): boolean {
  if (!isoDate.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).getUTCDate() === Number(text.slice(8));
}
