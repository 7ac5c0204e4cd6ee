import { expect, test } from "vitest";
import { openBins } from "./observed-bins.ts";

const minute = 60_000;
const start = Date.parse("2026-10-14T09:00:00Z");
const at = (minutes: number) => start + minutes * minute;
const day = [{ start, end: at(60) }, { start: at(120), end: at(180) }];

test("counts fall into the quarter hours in which they were seen", () => {
  const samples = [0, 15, 30].map((minutes, index) => ({ at: at(minutes), count: [100, 110, 113][index] ?? 0 }));
  expect(openBins(samples, day, [])).toEqual([
    { start, hours: 0.25, count: 10 },
    { start: at(15), hours: 0.25, count: 3 },
  ]);
});

test("what was counted between two samples far apart is spread over the open time between them, and only that", () => {
  const bins = openBins([{ at: at(30), count: 0 }, { at: at(150), count: 60 }], day, []);
  expect(bins.map((bin) => (bin.start - start) / minute)).toEqual([30, 45, 120, 135]);
  for (const { hours, count } of bins) expect([hours, count]).toEqual([0.25, expect.closeTo(15)]);
});

test("time in which the campaign was held is no open time", () => {
  const bins = openBins([{ at: start, count: 0 }, { at: at(60), count: 30 }], day, [{ start: at(10), end: at(40) }]);
  expect(bins.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(0.5);
  expect(bins.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(30);
});

test("a count that fell, and counts while nothing was open, tell nothing", () => {
  expect(openBins([{ at: start, count: 50 }, { at: at(10), count: 20 }], day, [])).toEqual([]);
  expect(openBins([{ at: at(70), count: 50 }, { at: at(100), count: 60 }], day, [])).toEqual([]);
});
