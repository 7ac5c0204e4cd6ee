import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { CallingHours } from "./calling-hours.ts";
import {
  type Dates,
  insideHours,
  nextClosing,
  nextOpening,
  openAt,
  type Window,
  windowsBetween,
} from "./calling-windows.ts";
import type { Instant } from "./campaign.ts";
import { zoneClock } from "./zone-clock.ts";

const always: Dates = { startDate: undefined, endDate: undefined };
const monToFri = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** `hours("Europe/Berlin", [1, 2], "09:00-12:00", "13:00-17:00")` */
function hours(timeZone: string, weekdays: number[], ...ranges: string[]): CallingHours {
  const windows = weekdays.flatMap((weekday) =>
    ranges.map((range) => ({ weekday, start: range.slice(0, 5), end: range.slice(6) })),
  );
  return { timeZone, windows };
}

function instant(text: string): Instant {
  return Date.parse(text);
}

/** As wall-clock time with its offset, to the minute. */
function wall(at: Instant | undefined, zone: string): string | undefined {
  if (at === undefined) return undefined;
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return zoned.toString({ timeZoneName: "never", smallestUnit: "minute" });
}

function between(week: CallingHours, from: string, to: string, dates = always): string[] {
  const found = windowsBetween(week, dates, instant(from), instant(to));
  return found.map(({ start, end }: Window) => `${wall(start, week.timeZone)} – ${wall(end, week.timeZone)}`);
}

type Example = { name: string; week: CallingHours; from: string; to: string; windows: string[] };
const examples: Example[] = [
  {
    name: "clocks go forward in New York: the night is an hour shorter",
    week: hours("America/New_York", everyDay, "01:00-05:00"),
    from: "2024-03-10T00:00-05:00",
    to: "2024-03-10T12:00-04:00",
    windows: ["2024-03-10T01:00-05:00 – 2024-03-10T05:00-04:00"],
  },
  {
    name: "a window that opens in the skipped hour opens when that is over",
    week: hours("America/New_York", everyDay, "02:30-05:00"),
    from: "2024-03-10T00:00-05:00",
    to: "2024-03-10T12:00-04:00",
    windows: ["2024-03-10T03:00-04:00 – 2024-03-10T05:00-04:00"],
  },
  {
    name: "a window wholly in the skipped hour does not exist that day",
    week: hours("Europe/Berlin", everyDay, "02:00-02:45"),
    from: "2024-03-30T00:00+01:00",
    to: "2024-04-01T12:00+02:00",
    windows: ["2024-03-30T02:00+01:00 – 2024-03-30T02:45+01:00", "2024-04-01T02:00+02:00 – 2024-04-01T02:45+02:00"],
  },
  {
    name: "clocks go back in Berlin: the day is an hour longer",
    week: hours("Europe/Berlin", [7], "00:00-24:00"),
    from: "2024-10-27T00:00+02:00",
    to: "2024-10-28T00:00+01:00",
    windows: ["2024-10-27T00:00+02:00 – 2024-10-28T00:00+01:00"],
  },
  {
    name: "clocks go back in New York: a repeated time is its first",
    week: hours("America/New_York", [7], "01:30-09:00"),
    from: "2024-11-03T00:00-04:00",
    to: "2024-11-04T00:00-05:00",
    windows: ["2024-11-03T01:30-04:00 – 2024-11-03T09:00-05:00"],
  },
  {
    name: "Sydney's summer begins in October",
    week: hours("Australia/Sydney", [6, 7], "09:00-17:00"),
    from: "2024-10-05T00:00+10:00",
    to: "2024-10-07T00:00+11:00",
    windows: ["2024-10-05T09:00+10:00 – 2024-10-05T17:00+10:00", "2024-10-06T09:00+11:00 – 2024-10-06T17:00+11:00"],
  },
  {
    name: "Lord Howe moves its clocks by half an hour",
    week: hours("Australia/Lord_Howe", [7], "01:00-03:00"),
    from: "2024-10-06T00:00+10:30",
    to: "2024-10-06T12:00+11:00",
    windows: ["2024-10-06T01:00+10:30 – 2024-10-06T03:00+11:00"],
  },
  {
    name: "Kolkata is half an hour off the full hours",
    week: hours("Asia/Kolkata", [1], "09:00-17:00"),
    from: "2024-01-01T00:00Z",
    to: "2024-01-02T00:00Z",
    windows: ["2024-01-01T09:00+05:30 – 2024-01-01T17:00+05:30"],
  },
  {
    name: "a window over midnight belongs to the day on which it opens",
    week: hours("UTC", [5], "22:00-02:00"),
    from: "2024-01-04T00:00Z",
    to: "2024-01-09T00:00Z",
    windows: ["2024-01-05T22:00+00:00 – 2024-01-06T02:00+00:00"],
  },
  {
    name: "windows that touch at midnight are one",
    week: hours("UTC", [5, 6], "20:00-24:00", "00:00-04:00"),
    from: "2024-01-05T12:00Z",
    to: "2024-01-06T12:00Z",
    windows: ["2024-01-05T20:00+00:00 – 2024-01-06T04:00+00:00"],
  },
  {
    name: "windows that overlap, in whatever order they are given, are one",
    week: hours("UTC", [1], "12:00-15:00", "09:00-13:00", "14:00-14:30", "17:00-18:00"),
    from: "2024-01-01T00:00Z",
    to: "2024-01-02T00:00Z",
    windows: ["2024-01-01T09:00+00:00 – 2024-01-01T15:00+00:00", "2024-01-01T17:00+00:00 – 2024-01-01T18:00+00:00"],
  },
  {
    name: "a window that ends when it starts lasts a day",
    week: hours("UTC", [1], "09:00-09:00"),
    from: "2024-01-01T00:00Z",
    to: "2024-01-03T00:00Z",
    windows: ["2024-01-01T09:00+00:00 – 2024-01-02T09:00+00:00"],
  },
  {
    name: "windows that a range only touches are not in it",
    week: hours("UTC", monToFri, "09:00-17:00"),
    from: "2024-01-01T17:00Z",
    to: "2024-01-04T09:00Z",
    windows: ["2024-01-02T09:00+00:00 – 2024-01-02T17:00+00:00", "2024-01-03T09:00+00:00 – 2024-01-03T17:00+00:00"],
  },
  {
    name: "a window cut at both ends of the range is whole too",
    week: hours("UTC", monToFri, "09:00-17:00"),
    from: "2024-01-02T10:00Z",
    to: "2024-01-02T11:00Z",
    windows: ["2024-01-02T09:00+00:00 – 2024-01-02T17:00+00:00"],
  },
  {
    name: "five days round the clock are one window, seen from its last day",
    week: hours("UTC", monToFri, "00:00-24:00"),
    from: "2024-01-05T12:00Z",
    to: "2024-01-05T13:00Z",
    windows: ["2024-01-01T00:00+00:00 – 2024-01-06T00:00+00:00"],
  },
];

test.each(examples)("$name", ({ week, from, to, windows }) => {
  expect(between(week, from, to)).toEqual(windows);
});

test("no windows, no openings", () => {
  const none = hours("UTC", []);
  expect(between(none, "2024-01-01T00:00Z", "2024-02-01T00:00Z")).toEqual([]);
  expect(nextOpening(none, always, instant("2024-01-01T00:00Z"))).toBeUndefined();
});

test("both dates are included, in the campaign's zone, and count for the day on which a window opens", () => {
  const nights = hours("America/New_York", everyDay, "22:00-02:00");
  const dates = { startDate: "2024-01-02", endDate: "2024-01-03" };
  expect(between(nights, "2024-01-01T00:00Z", "2024-01-08T00:00Z", dates)).toEqual([
    "2024-01-02T22:00-05:00 – 2024-01-03T02:00-05:00",
    "2024-01-03T22:00-05:00 – 2024-01-04T02:00-05:00",
  ]);
  const clock = zoneClock("America/New_York");
  const inside = insideHours(clock, nights, dates);
  expect(inside(instant("2024-01-02T01:00-05:00"))).toBe(false);
  expect(inside(instant("2024-01-04T01:00-05:00"))).toBe(true);
  expect(inside(instant("2024-01-04T23:00-05:00"))).toBe(false);
  expect(nextOpening(nights, dates, instant("2024-01-03T23:00-05:00"))).toBeUndefined();
});

test("the open window, its closing and the next opening", () => {
  const zone = "America/New_York";
  const week = hours(zone, monToFri, "09:00-17:00");
  const at = (text: string) => {
    const now = instant(text);
    const open = openAt(week, always, now);
    return [open && wall(open.start, zone), nextClosing(week, always, now), nextOpening(week, always, now)].map(
      (value) => (typeof value === "number" ? wall(value, zone) : value),
    );
  };
  expect(at("2024-03-08T08:59-05:00")).toEqual([undefined, undefined, "2024-03-08T09:00-05:00"]);
  expect(at("2024-03-08T09:00-05:00")).toEqual([
    "2024-03-08T09:00-05:00",
    "2024-03-08T17:00-05:00",
    "2024-03-11T09:00-04:00",
  ]);
  // Closed at the very minute of closing; then the weekend on which the clocks change.
  expect(at("2024-03-08T17:00-05:00")).toEqual([undefined, undefined, "2024-03-11T09:00-04:00"]);
});

test("a start date however far away is found", () => {
  const week = hours("Europe/Berlin", monToFri, "09:00-17:00");
  const dates = { startDate: "2031-02-01", endDate: undefined };
  expect(wall(nextOpening(week, dates, instant("2024-01-01T00:00Z")), "Europe/Berlin")).toBe("2031-02-03T09:00+01:00");
});

test("hours without a gap close on the last day, or never", () => {
  const week = hours("UTC", everyDay, "00:00-24:00");
  const now = instant("2024-01-10T12:00Z");
  expect(nextClosing(week, always, now)).toBeUndefined();
  expect(nextOpening(week, always, now)).toBeUndefined();
  const closing = nextClosing(week, { startDate: "2024-01-01", endDate: "2024-06-30" }, now);
  expect(wall(closing, "UTC")).toBe("2024-07-01T00:00+00:00");
});

test("a range longer than the horizon is covered to its end", () => {
  const week = hours("UTC", [1], "09:00-10:00");
  expect(between(week, "2020-01-01T00:00Z", "2023-12-31T00:00Z").at(-1)).toMatch(/^2023-12-25T09:00/);
});

test("an unknown zone is an error, not a guess", () => {
  const week = hours("Mars/Olympus", monToFri, "09:00-17:00");
  expect(() => windowsBetween(week, always, 0, 1)).toThrow(RangeError);
  expect(() => nextOpening(week, always, 0)).toThrow(RangeError);
});

const minuteOfDay = fc.integer({ min: 0, max: 1440 });
const wallTime = minuteOfDay.map((minute) => {
  const text = (part: number) => String(part).padStart(2, "0");
  return `${text(Math.floor(minute / 60))}:${text(minute % 60)}`;
});
const anyWeek = fc.record({
  timeZone: fc.constantFrom("America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"),
  windows: fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), start: wallTime, end: wallTime }), {
    maxLength: 8,
  }),
});
/** Minutes of a fortnight over which the clocks of New York and Lord Howe change. */
const marchMinute = fc
  .integer({ min: 0, max: 60 * 24 * 40 })
  .map((minute) => instant("2024-03-03T00:00Z") + minute * 60_000);

test("the window list, the open window, the next opening and the fast test agree on any week", () => {
  const dates = { startDate: "2024-03-06", endDate: "2024-04-09" };
  fc.assert(
    fc.property(anyWeek, marchMinute, (week, now) => {
      const inside = insideHours(zoneClock(week.timeZone), week, dates)(now);
      const open = openAt(week, dates, now);
      expect(open !== undefined && open.start <= now && now < open.end).toBe(inside);
      const all = windowsBetween(week, dates, instant("2024-02-01T00:00Z"), instant("2024-06-01T00:00Z"));
      expect(all.some(({ start, end }) => start <= now && now < end)).toBe(inside);
      expect(nextOpening(week, dates, now)).toBe(all.find(({ start }) => start > now)?.start);
      for (const [index, { start }] of all.entries()) expect(start).toBeGreaterThan(all[index - 1]?.end ?? 0);
    }),
    { numRuns: 500 },
  );
});
