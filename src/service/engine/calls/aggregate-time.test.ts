import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Dates } from "#campaign/calling-windows.ts";
import { type OutcomeCounts, outcomes, zeroOutcomes } from "#campaign/outcome.ts";
import { valueOf } from "#campaign/reported.ts";
import { aggregate } from "./aggregate.ts";
import { sampleCall, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable } from "./table.ts";

const zone = "America/New_York";
const nineToFive: CallingHours = {
  timeZone: zone,
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })),
};
const everyDay = (start: string, end: string, timeZone = zone): CallingHours => ({
  timeZone,
  windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start, end })),
});
const open: Dates = { startDate: undefined, endDate: undefined };
const callsAt = (...times: (string | number)[]): Call[] =>
  times.map((time, index) => sampleCall({ id: `${index}`, createdAt: typeof time === "number" ? time : Date.parse(time) }));
const timeOf = (calls: Call[], hours: CallingHours | undefined, now = "2026-12-31T00:00:00Z", dates = open) =>
  aggregate(buildCallTable(calls, sampleRules, undefined), hours, dates, Date.parse(now)).time;
const daysOf = (...asked: Parameters<typeof timeOf>) => valueOf(timeOf(...asked))?.days ?? [];
const sum = (counts: OutcomeCounts) => outcomes.reduce((calls, outcome) => calls + counts[outcome], 0);
const hoursOf = (day: ReturnType<typeof daysOf>[number] | undefined) =>
  day?.hours.map(({ start, end, counts }) => [new Date(start).toISOString().slice(11, 16), (end - start) / 60_000, sum(counts)]);

it("puts both calls of the published sample on Sunday 31 December, in closed hours", () => {
  const time = timeOf(callsAt("2024-01-01T00:00:00Z", "2024-01-01T01:00:00Z"), nineToFive, "2026-03-03T16:00:00Z", {
    startDate: "2024-01-01",
    endDate: undefined,
  });
  const both = { ...zeroOutcomes(), completed: 2 };
  expect(time).toEqual({
    reported: true,
    source: "counted from 2 calls",
    value: {
      zone,
      earlierCalls: 0,
      undatedCalls: 0,
      days: [
        {
          date: "2023-12-31",
          start: Date.parse("2023-12-31T05:00:00Z"),
          end: Date.parse("2024-01-01T05:00:00Z"),
          counts: both,
          closed: both,
          hours: [],
        },
      ],
    },
  });
});

describe("open hours", () => {
  it("are all of the day's, with or without calls, whatever the hour is now", () => {
    const [day] = daysOf(callsAt("2026-03-03T14:00:00Z", "2026-03-03T21:59:59Z", "2026-03-03T22:00:00Z"), nineToFive, "2026-03-03T15:00:00Z");
    expect(hoursOf(day)).toEqual(["14:00", "15:00", "16:00", "17:00", "18:00", "19:00", "20:00", "21:00"].map((start, index) => [start, 60, index % 7 === 0 ? 1 : 0]));
    expect(day && [sum(day.counts), sum(day.closed)]).toEqual([3, 1]);
  });
  it("are cut at the wall clock's full hours and clipped to the window", () => {
    const [day] = daysOf(callsAt("2026-03-03T05:00:00Z"), everyDay("09:30", "11:15", "Asia/Kolkata"));
    expect(hoursOf(day)).toEqual([["04:00", 30, 0], ["04:30", 60, 1], ["05:30", 15, 0]]);
  });
  it("of a window over midnight stand under the day they are in", () => {
    const days = daysOf(callsAt("2026-03-03T23:30:00Z", "2026-03-04T00:30:00Z"), everyDay("23:00", "01:00", "UTC"));
    expect(days.map((day) => [day.date, hoursOf(day)])).toEqual([
      ["2026-03-03", [["00:00", 60, 0], ["23:00", 60, 1]]],
      ["2026-03-04", [["00:00", 60, 1], ["23:00", 60, 0]]],
    ]);
  });
  it("leave out the hour that a clock change skips, and hold the repeated one once", () => {
    const [spring] = daysOf(callsAt("2026-03-08T06:30:00Z"), everyDay("00:00", "04:00"));
    expect(hoursOf(spring)).toEqual([["05:00", 60, 0], ["06:00", 60, 1], ["07:00", 60, 0]]);
    const [autumn] = daysOf(callsAt("2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"), everyDay("00:00", "04:00"));
    expect(hoursOf(autumn)).toEqual([["04:00", 60, 0], ["05:00", 120, 2], ["07:00", 60, 0], ["08:00", 60, 0]]);
  });
  it("are given for the latest eight days that have calls and have come", () => {
    const calls = callsAt(...Array.from({ length: 12 }, (_, day) => Date.parse("2026-03-02T15:00:00Z") + day * 2 * 86_400_000));
    const given = (now: string) => daysOf(calls, everyDay("09:00", "17:00"), now).map(({ hours }) => (hours.length > 0 ? "h" : "-")).join("");
    expect(given("2026-12-31T00:00:00Z")).toBe("----hhhhhhhh");
    expect(given("2026-03-20T15:00:00Z")).toBe("--hhhhhhhh--");
  });
});

it.each([undefined, { ...nineToFive, timeZone: "Mars/Olympus" }])("has every hour with calls, in UTC, where hours are not known", (hours) => {
  const time = valueOf(timeOf(callsAt("2026-03-03T03:10:00Z", "2026-03-03T03:50:00Z", "2026-03-03T22:00:00Z"), hours));
  expect(time?.zone).toBe("UTC");
  expect(hoursOf(time?.days[0])).toEqual([["03:00", 60, 2], ["22:00", 60, 1]]);
  expect(time?.days[0]?.closed).toEqual(zeroOutcomes());
});

it("shows the latest 370 days that have calls and counts the calls before them", () => {
  const daily = Array.from({ length: 372 }, (_, day) => Date.parse("2025-01-01T15:00:00Z") + day * 86_400_000);
  const time = valueOf(timeOf(callsAt(...daily, Date.parse("2025-01-01T16:00:00Z"), Date.parse("2025-01-02T16:00:00Z")), nineToFive));
  expect([time?.days.length, time?.days[0]?.date, time?.earlierCalls]).toEqual([370, "2025-01-03", 4]);
});

it("counts calls without a time apart, and is not reported when none has one", () => {
  const undated = sampleCall({ id: "undated" });
  expect(valueOf(timeOf([undated, ...callsAt("2026-03-03T16:00:00Z")], nineToFive))).toMatchObject({ undatedCalls: 1, days: [{ date: "2026-03-03" }] });
  expect(timeOf([undated], nineToFive)).toEqual({ reported: false });
  expect(valueOf(timeOf([], nineToFive))).toMatchObject({ days: [], undatedCalls: 0, earlierCalls: 0 });
});

it("holds up against the farthest times a list may state", () => {
  const days = daysOf(callsAt("0001-01-02T00:00:00Z", "9999-12-30T00:00:00Z"), nineToFive, "9999-12-30T00:00:00Z");
  expect(days.map(({ date }) => date)).toEqual(["0001-01-01", "9999-12-29"]);
});

it("adds up: each day is its open hours and its closed ones, and all days are all calls", () => {
  const zones = fc.constantFrom(zone, "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "America/Santiago", "Asia/Beirut");
  const wall = fc.integer({ min: 0, max: 95 }).map((quarter) => `${String(quarter >> 2).padStart(2, "0")}:${String((quarter & 3) * 15).padStart(2, "0")}`);
  const windows = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), start: wall, end: wall }), { maxLength: 6 });
  const around = fc.constantFrom("2026-03-08T00:00:00Z", "2026-03-28T22:00:00Z", "2026-04-04T12:00:00Z", "2026-11-01T04:00:00Z").map((day) => Date.parse(day));
  const times = fc.tuple(around, fc.array(fc.integer({ min: -2_000, max: 2_000 }), { maxLength: 30 }));
  fc.assert(
    fc.property(zones, windows, times, (timeZone, week, [from, minutes]) => {
      const calls = callsAt(...minutes.map((minute) => from + minute * 60_000));
      const days = daysOf(calls, { timeZone, windows: week });
      expect(days.reduce((all, day) => all + sum(day.counts), 0)).toBe(calls.length);
      for (const day of days) {
        const told = day.hours.map(({ counts }) => counts).concat(day.closed);
        expect(told.reduce((all, counts) => all + sum(counts), 0)).toBe(sum(day.counts));
        for (const [index, hour] of day.hours.entries()) {
          expect(hour.start).toBeGreaterThanOrEqual(day.hours[index - 1]?.end ?? day.start);
          expect(hour.end).toBeGreaterThan(hour.start);
        }
        expect(day.hours.at(-1)?.end ?? day.end).toBeLessThanOrEqual(day.end);
      }
    }),
    { numRuns: 300 },
  );
});
