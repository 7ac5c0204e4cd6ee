import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import { isKnownZone, weekdayOf, zoneClock } from "./zone-clock.ts";

const zones = [
  "America/New_York",
  "Europe/Berlin",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Pacific/Apia",
  "America/St_Johns",
  "UTC",
];

const earliest = Date.parse("1970-01-01T00:00:00Z");
const latest = Date.parse("2199-12-31T00:00:00Z");
const hourMilliseconds = 3_600_000;

function zoned(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: earliest, max: latest });
/** Half of them within three hours of a clock change, where mistakes live. */
const zoneAndInstant = fc.tuple(anyZone, anyInstant, fc.option(fc.integer({ min: -3 * hourMilliseconds, max: 3 * hourMilliseconds }))).map(
  ([zone, instant, nearby]) => {
    const change = zoned(instant, zone).getTimeZoneTransition("next");
    return { zone, instant: nearby === null || change === null ? instant : change.epochMilliseconds + nearby };
  },
);

test("local time is what Temporal says, for any instant in any zone", () => {
  fc.assert(
    fc.property(zoneAndInstant, ({ zone, instant }) => {
      const clock = zoneClock(zone);
      const expected = zoned(instant, zone);
      const { weekday, hour, minuteOfDay, dayNumber } = clock.local(instant);
      expect({ weekday, hour, minute: minuteOfDay % 60, date: clock.date(dayNumber) }).toEqual({
        weekday: expected.dayOfWeek,
        hour: expected.hour,
        minute: expected.minute,
        date: expected.toPlainDate().toString(),
      });
    }),
    { numRuns: 2000 },
  );
});

test("a wall-clock time is the instant Temporal says: the earlier when repeated, the change when skipped", () => {
  fc.assert(
    fc.property(zoneAndInstant, fc.integer({ min: 0, max: 1440 }), fc.boolean(), ({ zone, instant }, minute, near) => {
      const clock = zoneClock(zone);
      const { dayNumber, minuteOfDay } = clock.local(instant);
      const wanted = near ? minuteOfDay : minute;
      const wall = Temporal.PlainDate.from(clock.date(dayNumber)).toPlainDateTime().add({ minutes: wanted });
      const early = wall.toZonedDateTime(zone, { disambiguation: "earlier" });
      const expected = early.toPlainDateTime().equals(wall) ? early : early.getTimeZoneTransition("next");
      expect(clock.instantOf(dayNumber, wanted)).toBe(expected?.epochMilliseconds);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["America/New_York", "2024-03-10", 150, "2024-03-10T03:00-04:00"],
  ["America/New_York", "2024-11-03", 90, "2024-11-03T01:30-04:00"],
  ["Europe/Berlin", "2024-03-31", 120, "2024-03-31T03:00+02:00"],
  ["Europe/Berlin", "2024-10-27", 150, "2024-10-27T02:30+02:00"],
  ["Australia/Lord_Howe", "2024-10-06", 135, "2024-10-06T02:30+11:00"],
  ["Australia/Lord_Howe", "2024-04-07", 105, "2024-04-07T01:45+11:00"],
  ["Asia/Kolkata", "2024-06-01", 540, "2024-06-01T09:00+05:30"],
  ["Pacific/Apia", "2011-12-30", 720, "2011-12-31T00:00+14:00"],
  ["America/New_York", "2024-03-09", 1440, "2024-03-10T00:00-05:00"],
])("%s %s, minute %i is %s", (zone, date, minute, expected) => {
  const clock = zoneClock(zone);
  expect(clock.instantOf(clock.dayNumber(date), minute)).toBe(Date.parse(expected));
});

test("offsets are looked up once per change of clocks, not once per call", () => {
  const lookUp = vi.spyOn(Temporal.Instant, "fromEpochMilliseconds");
  const clock = zoneClock("America/Chicago");
  const start = Date.parse("2024-01-01T00:00:00Z");
  for (let index = 0; index < 10_000; index += 1) clock.local(start + ((index * 7919) % 8760) * hourMilliseconds);
  expect(lookUp.mock.calls.length).toBe(3);
});

test("dates and day numbers turn into each other, and weekdays follow", () => {
  const clock = zoneClock("UTC");
  expect(clock.dayNumber("1970-01-01")).toBe(0);
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 80_000 }), (day) => {
      expect(clock.dayNumber(clock.date(day))).toBe(day);
      expect(weekdayOf(day)).toBe(Temporal.PlainDate.from(clock.date(day)).dayOfWeek);
    }),
  );
  expect(() => clock.dayNumber("2024-02-30")).toThrow(RangeError);
});

test("only names of the time zone database are known", () => {
  for (const zone of [...zones, "america/new_york"]) expect(isKnownZone(zone)).toBe(true);
  for (const zone of ["", "Mars/Olympus", "+05:30", "GMT+5", "constructor"]) expect(isKnownZone(zone)).toBe(false);
  expect(() => zoneClock("Mars/Olympus")).toThrow(RangeError);
});
