import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import type { DayBucket } from "#service/api.ts";
import { totalOf } from "./outcome-order.ts";
import { callsToday, observedSeries, sparkPoints, sparkSeries, sparksOf } from "./spark-series.ts";

const counted = (completed: number) => ({ ...zeroOutcomes(), completed });
const day = (start: number, calls: number): DayBucket => ({
  date: "",
  start,
  end: start + 24,
  counts: counted(calls),
  hours: [0, 1, 2, 3].map((hour) => ({ start: start + hour, end: start + hour + 1, counts: counted(hour) })),
  closed: zeroOutcomes(),
});

test("draws days when there are three, the latest eight at most", () => {
  const days = Array.from({ length: 10 }, (_, index) => day(24 * index, index));
  expect(sparkSeries(days, 0, totalOf)).toEqual({ values: [2, 3, 4, 5, 6, 7, 8, 9], span: "8 days" });
});

test("draws today's hours so far where days are too few, else nothing", () => {
  expect(sparkSeries([day(0, 6)], 2, totalOf)).toEqual({ values: [0, 1, 2], span: "today" });
  expect(sparkSeries([day(0, 6)], 1, totalOf)).toBeUndefined();
  expect(sparkSeries([day(0, 6)], 100, totalOf)).toBeUndefined();
});

test("counts today's calls, and none where today has no day", () => {
  expect(callsToday([day(0, 6)], 5)).toBe(6);
  expect(callsToday([day(0, 6)], 30)).toBeUndefined();
});

test("spans the box from the lowest to the highest value, and lies flat on equal ones", () => {
  expect(sparkPoints([1, 3], 96, 28)).toEqual([
    { x: 3, y: 25 },
    { x: 93, y: 3 },
  ]);
  expect(sparkPoints([5, 5], 96, 28).map(({ y }) => y)).toEqual([25, 25]);
});

const minute = 60_000;

test("what only observation tells is drawn once it spans half an hour, what was not reported left out", () => {
  const at = [0, 10, 20, 31].map((minutes) => minutes * minute);
  expect(observedSeries(at, [60, null, 62, 61])).toEqual({ values: [60, 62, 61], span: "today" });
  expect(observedSeries(at.slice(0, 3), [60, 61, 62])).toBeUndefined();
  expect(observedSeries(at, [60, null, null, 61])).toBeUndefined();
});

test("without history there is no line of durations; a rate is then that of the calls of each day", () => {
  const sparks = sparksOf([day(0, 1), day(24, 2), day(48, 0)], undefined, 50);
  expect(sparks.successRate?.values).toEqual([1, 1, 0]);
  expect(sparks.duration).toBeUndefined();
  expect(sparks.pace).toBeUndefined();
});

test("where calls have no times, the days that were watched tell of calls, and hours that are over of the pace", () => {
  const hours = [0, 1, 2, 3].map((hour) => ({ start: hour, end: hour + 1, calls: 10 * hour, done: undefined }));
  const days = [7, undefined, 8, 9].map((calls) => ({ start: 0, end: 24, date: "", calls, done: undefined, hours }));
  const none = { now: undefined, today: undefined };
  const today = { at: [], done: [], calls: [], successRatePercent: [], averageDurationSeconds: [] };
  const history = { since: 0, gaps: [], today, days, pace: { calls: none, contacts: none, files: [] }, comparison: undefined, estimate: undefined, events: [] };
  const sparks = sparksOf(undefined, history, 3.5);
  expect(sparks.calls).toEqual({ values: [7, 8, 9], span: "3 days" });
  expect(sparks.pace).toEqual({ values: [0, 10, 20], span: "today" });
});
