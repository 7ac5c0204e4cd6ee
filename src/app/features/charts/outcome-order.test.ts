import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { occurring, toggledOutcome, totalOf } from "./outcome-order.ts";

test("counts every outcome once", () => {
  expect(totalOf({ ...zeroOutcomes(), completed: 3, unknown: 4 })).toBe(7);
});

test("names the outcomes that occur in any row", () => {
  const rows = [
    { ...zeroOutcomes(), failed: 1 },
    { ...zeroOutcomes(), completed: 2 },
  ];
  expect(occurring(rows)).toEqual(["completed", "failed"]);
});

test("toggles an outcome and keeps the order", () => {
  expect(toggledOutcome(["failed"], "completed")).toEqual(["completed", "failed"]);
  expect(toggledOutcome(["completed", "failed"], "completed")).toEqual(["failed"]);
});
