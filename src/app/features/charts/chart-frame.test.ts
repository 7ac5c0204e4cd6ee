import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { columnAt, frameOf } from "./chart-frame.ts";
import { timeModel } from "./time-model.ts";

const hour = 3_600_000;

/** A day of three hours with so many calls in the second. */
function modelOf(calls: number) {
  const counts = { ...zeroOutcomes(), completed: calls };
  const hours = [0, 1, 2].map((at) => ({ start: at * hour, end: (at + 1) * hour, counts: at === 1 ? counts : zeroOutcomes() }));
  return timeModel([{ date: "1970-01-01", start: 0, end: 24 * hour, counts, closed: zeroOutcomes(), hours }], hour);
}

test("a bar that grows below the top of the scale leaves the frame as it is", () => {
  const frame = frameOf(modelOf(1_010));
  expect(frame).toEqual({ rooms: [{ at: 0.5 }, { at: 1.5 }, { at: 2.5 }], slots: 3, top: 1_150, lines: 1 });
  expect(frameOf(modelOf(1_150), frame)).toBe(frame);
  expect(frameOf(modelOf(1_151), frame)).toEqual({ ...frame, top: 1_300 });
});

test("the scale comes down once most of it is empty", () => {
  const frame = frameOf(modelOf(1_010));
  expect(frameOf(modelOf(900), frame)).toBe(frame);
  expect(frameOf(modelOf(500), frame).top).toBe(560);
  expect(frameOf(modelOf(0), frame).top).toBe(1);
});

test("a place of the axis is its bar's; elsewhere there is none", () => {
  const model = modelOf(7);
  expect(columnAt(model, "1.5")).toBe(model.columns[1]);
  expect(columnAt(model, 9)).toBeUndefined();
  expect(columnAt(model, undefined)).toBeUndefined();
});
