/* Instants are epoch milliseconds; `zone` is an IANA name the browser knows. */
const formats = new Map<string, Intl.DateTimeFormat>();

type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute" | "second", string>;

const partsOf = remembered(1_000, readParts);

function readParts(instant: number, zone: string): Parts {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  const parts = format.formatToParts(instant);
  const of = (wanted: Intl.DateTimeFormatPartTypes) => parts.find(({ type }) => type === wanted)?.value ?? "";
  return {
    weekday: of("weekday"),
    day: of("day"),
    month: of("month"),
    year: of("year"),
    hour: of("hour"),
    minute: of("minute"),
    second: of("second"),
  };
}

/** The minute an instant is in, for what tells no finer time and is drawn anew when it is given another. */
export function wholeMinute(instant: number): number {
  return Math.floor(instant / 60_000) * 60_000;
}

/** 17:00 */
export function formatClock(instant: number, zone: string): string {
  const { hour, minute } = partsOf(instant, zone);
  return `${hour}:${minute}`;
}

/** 17:00:05 */
export function formatClockSeconds(instant: number, zone: string): string {
  const { hour, minute, second } = partsOf(instant, zone);
  return `${hour}:${minute}:${second}`;
}

/** Thu 15 Oct */
export function formatDay(instant: number, zone: string): string {
  const { weekday, day, month } = partsOf(instant, zone);
  return `${weekday} ${day} ${month}`;
}

/** Thu 15 Oct 15:00 */
export function formatDayTime(instant: number, zone: string): string {
  return `${formatDay(instant, zone)} ${formatClock(instant, zone)}`;
}

/** Mon 5 Oct 2026 */
export function formatDate(instant: number, zone: string): string {
  return `${formatDay(instant, zone)} ${partsOf(instant, zone).year}`;
}

/** Mon 5 Oct 2026, from `2026-10-05`: a day has no zone. */
export function formatCalendarDate(date: string): string {
  return formatDate(Date.parse(`${date}T12:00:00Z`), "UTC");
}

/* No one locale knows every abbreviation: en-US says EDT but GMT+2, en-GB says CEST but GMT-4. */
const locales = ["en-US", "en-GB", "en-AU", "en-IN", "en-SG", "en-ZA", "en-NZ"];
const nameFormats = new Map<string, Intl.DateTimeFormat[]>();

/** What people there call their time at that instant: EDT, CEST, IST, else GMT+9. Clocks change on the minute. */
export const zoneName = remembered(60_000, readZoneName);

function readZoneName(instant: number, zone: string): string {
  let named = nameFormats.get(zone);
  if (!named) {
    named = locales.map((locale) => new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" }));
    nameFormats.set(zone, named);
  }
  let first: string | undefined;
  for (const format of named) {
    const parts = format.formatToParts(instant);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
    if (!/^(GMT|UTC)[+-]/.test(name)) return name;
    first ??= name;
  }
  return first ?? zone;
}

const mostRemembered = 1_000;

/**
 * The same function, which asks the browser once for each `stepMilliseconds` of a zone: a page
 * words the same few instants again and again, and each question costs tens of microseconds.
 */
function remembered<T>(stepMilliseconds: number, read: (instant: number, zone: string) => T): typeof read {
  const answers = new Map<string, T>();
  return (instant, zone) => {
    const key = `${Math.floor(instant / stepMilliseconds)} ${zone}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= mostRemembered) answers.clear();
    const answer = read(instant, zone);
    answers.set(key, answer);
    return answer;
  };
}
