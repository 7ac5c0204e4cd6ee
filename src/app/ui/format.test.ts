import { expect, test } from "vitest";
import { formatAge, formatCalendarDate, formatClockSeconds, formatDayTime, formatDuration, formatPercent, formatWait, zoneName } from "./format.ts";

/** Thin spaces are told from plain ones on purpose: a figure never parts from its unit. */
const thin = "\u202f";

test("percent has one decimal and never rounds to none or all", () => {
  expect([64.61, 0, 100, 0.04, 99.97].map(formatPercent)).toEqual(
    ["64.6", "0.0", "100.0", "< 0.1", "99.9"].map((number) => `${number}${thin}%`),
  );
});

test("durations, waits and ages keep to their units", () => {
  expect(formatDuration(123)).toBe(`2${thin}m 03${thin}s`);
  expect(formatDuration(24)).toBe(`0${thin}m 24${thin}s`);
  expect(formatWait(8_040_000)).toBe(`2${thin}h 14${thin}min`);
  expect(formatWait(86_400_000)).toBe(`24${thin}h`);
  expect(formatWait(3_599_600)).toBe(`1${thin}h`);
  expect(formatWait(48 * 3_600_000 - 1_000)).toBe(`2${thin}days`);
  expect(formatAge(3_400)).toBe(`3${thin}s`);
  expect(formatAge(12 * 60_000)).toBe(`12${thin}min`);
});

test("instants are told in their zone, which has the name people there use", () => {
  const instant = Date.parse("2026-10-15T19:00:00Z");
  expect(formatDayTime(instant, "America/New_York")).toBe("Thu 15 Oct 15:00");
  expect(["America/New_York", "Europe/Berlin", "Asia/Kolkata", "UTC"].map((zone) => zoneName(instant, zone))).toEqual(["EDT", "CEST", "IST", "UTC"]);
  expect(formatCalendarDate("2026-09-05")).toBe("Sat 5 Sep 2026");
});

test("an instant is told as before when it is asked for again, and another one apart", () => {
  const turn = Date.parse("2026-11-01T06:00:00Z");
  const told = (instant: number) => `${formatClockSeconds(instant, "America/New_York")} ${zoneName(instant, "America/New_York")}`;
  expect([turn - 1, turn, turn + 999, turn + 1_000, turn - 1].map(told)).toEqual(["01:59:59 EDT", "01:00:00 EST", "01:00:00 EST", "01:00:01 EST", "01:59:59 EDT"]);
  for (let minute = 0; minute < 3_000; minute++) told(turn + minute * 60_000);
  expect(told(turn - 1)).toBe("01:59:59 EDT");
  expect(() => formatClockSeconds(Number.NaN, "UTC")).toThrow(RangeError);
});
