import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { barSizes, countTicks, placeLabels, scaleTop, segmentsOf } from "./chart-scale.ts";

test.each([
  [470, [0, 200, 400]],
  [1, [0, 1]],
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 2, 4, 6, 8]],
  [1_234_567, [0, 500_000, 1_000_000]],
])("ticks of %i calls are round and few", (most, ticks) => {
  expect(countTicks(most)).toEqual(ticks);
});

test("the top of the scale is a round number at or little above the highest bar", () => {
  expect([0, 1, 15, 31, 33, 100, 101, 2_674].map(scaleTop)).toEqual([1, 1, 15, 31, 34, 100, 105, 2_700]);
  for (let most = 1; most < 20_000; most += 7) {
    expect(scaleTop(most)).toBeGreaterThanOrEqual(most);
    expect(scaleTop(most) - most).toBeLessThan(most / 16 + 1e-9);
  }
});

test("few bars keep a bar's width and stand at the left", () => {
  expect(barSizes(1400, 2)).toEqual({ drawnSlots: 10, pitch: 140, bar: 72 });
  expect(barSizes(720, 72)).toEqual({ drawnSlots: 72, pitch: 10, bar: 8.2 });
  expect(barSizes(740, 370)).toEqual({ drawnSlots: 370, pitch: 2, bar: 1.2 });
});

test("segments stack in order, a pixel apart, and end at the bar's height", () => {
  const segments = segmentsOf({ ...zeroOutcomes(), failed: 25, completed: 75 }, 100);
  expect(segments).toEqual([
    { outcome: "completed", bottom: 0, height: 74 },
    { outcome: "failed", bottom: 75, height: 24 },
  ]);
});

test("a lone segment fills its bar, and a small one stays visible", () => {
  expect(segmentsOf({ ...zeroOutcomes(), busy: 4 }, 2)).toEqual([{ outcome: "busy", bottom: 0, height: 2 }]);
  const [, small] = segmentsOf({ ...zeroOutcomes(), completed: 999, busy: 1 }, 100);
  expect(small?.height).toBe(0.75);
});

test("labels that would touch give way to the later one, and stay inside the right edge", () => {
  const labels = [
    { x: 0, width: 40 },
    { x: 30, width: 40 },
    { x: 90, width: 40 },
  ];
  expect(placeLabels(labels, 120)).toEqual([
    { x: 0, shown: false },
    { x: 30, shown: true },
    { x: 80, shown: true },
  ]);
});
