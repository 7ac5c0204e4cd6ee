import { describe, expect, test } from "vitest";
import { zoneClock } from "../zone-clock.ts";
import { comparisonOf, observedDays } from "./days.ts";
import { gapsIn, grownBetween, type Point } from "./series.ts";
import { countIn, paceBetween } from "./trends.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A reading a minute, calls growing by so many. */
const readings = (from: number, to: number, perMinute: number, first = 0): Point[] =>
  Array.from({ length: (to - from) / minute + 1 }, (_, index) => ({ at: from + index * minute, calls: first + index * perMinute }));

describe("a count over time", () => {
  const points: Point[] = [{ at: 10, calls: 5 }, { at: 20, calls: 8 }, { at: 30 }, { at: 40, calls: 2 }];
  test.each([
    [10, 20, 3],
    [15, 35, 3],
    [9, 20, undefined],
    [20, 40, undefined],
  ])("from %d to %d it grew by %s", (from, to, grown) => {
    expect(grownBetween(points, "calls", from, to)).toBe(grown);
  });
  test("gaps are what lies between", () => {
    expect(gapsIn([{ start: 10, end: 20 }, { start: 30, end: 50 }], 0, 40)).toEqual([{ start: 0, end: 10 }, { start: 20, end: 30 }]);
    expect(gapsIn([], 0, 40)).toEqual([{ start: 0, end: 40 }]);
  });
});

describe("pace", () => {
  test("is changes by the open time that was watched", () => {
    const points = readings(0, hour, 2);
    const watched = [{ start: 0, end: hour }];
    expect(paceBetween({ points, watched, open: undefined }, "calls", 0, hour)).toEqual({ perHour: 120, changes: 120, minutes: 60 });
    // Open for the first half only: what was made was made in it.
    expect(paceBetween({ points, watched, open: [{ start: 0, end: hour / 2 }] }, "calls", 0, hour)).toEqual({ perHour: 240, changes: 120, minutes: 30 });
  });
  test("begins where watching began", () => {
    expect(paceBetween({ points: readings(hour, 2 * hour, 1), watched: [{ start: hour, end: 2 * hour }], open: undefined }, "calls", 0, 2 * hour)).toMatchObject({ perHour: 60 });
  });
  test.each([
    ["nine minutes", 9 * minute, 10],
    ["nineteen changes", 19 * minute, 1],
  ])("of %s none is given", (_, length, perMinute) => {
    expect(paceBetween({ points: readings(0, length, perMinute), watched: [{ start: 0, end: length }], open: undefined }, "calls", 0, length)).toBeUndefined();
  });
});

test("a stretch of which much was not watched has no count", () => {
  const points = readings(0, hour, 1);
  const open = [{ start: 0, end: hour }];
  expect(countIn({ points, watched: [{ start: 0, end: hour }], open }, "calls", { start: 0, end: hour }, hour)).toBe(60);
  expect(countIn({ points, watched: [{ start: 0, end: 50 * minute }], open }, "calls", { start: 0, end: hour }, hour)).toBeUndefined();
  // Of an hour that has not ended only what has come counts.
  expect(countIn({ points, watched: [{ start: 0, end: 50 * minute }], open }, "calls", { start: 0, end: hour }, 50 * minute)).toBe(50);
});

describe("days", () => {
  const clock = zoneClock("UTC");
  const nine = (number: number): number => number * day + 9 * hour;
  /** Watched and open from 09:00 to 17:00 on three days, at 60, 30 and 120 calls an hour. */
  const now = nine(102) + 2 * hour;
  const first = readings(nine(100), nine(100) + 8 * hour, 1);
  const second = readings(nine(101), nine(101) + 8 * hour, 0.5, 480);
  const third = readings(nine(102), now, 2, 720);
  const open = [100, 101, 102].map((number) => ({ start: nine(number), end: nine(number) + 8 * hour }));
  const watched = [...open.slice(0, 2), { start: nine(102), end: now }];
  // What was read the evening before stands for midnight.
  const points = [{ at: nine(99), calls: 0 }, ...first, ...second, ...third];

  test("are told by open hours, and hours to come are none", () => {
    const days = observedDays({ points, watched, open, clock, now });
    expect(days.map(({ date, calls, hours }) => [date, calls, hours.length])).toEqual([["1970-04-11", 480, 8], ["1970-04-12", 240, 8], ["1970-04-13", 240, 3]]);
    expect(days[2]?.hours.map(({ calls }) => calls)).toEqual([120, 120, undefined]);
    expect(days[0]?.done).toBeUndefined();
  });
  test("compare until the same time of day", () => {
    expect(comparisonOf({ points, watched, open, clock, now })).toEqual({ measure: "calls", today: 240, earlier: [{ date: "1970-04-12", count: 60 }, { date: "1970-04-11", count: 120 }] });
  });
  test("without an earlier day, or before today's hours, nothing is compared", () => {
    expect(comparisonOf({ points, watched: watched.slice(2), open, clock, now })).toBeUndefined();
    expect(comparisonOf({ points, watched, open, clock, now: nine(102) - hour })).toBeUndefined();
  });
});
