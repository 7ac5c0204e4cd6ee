import { expect, test } from "vitest";
import type { Problem } from "#service/api.ts";
import { cappedWait, waitAfterFailure } from "./cadence.ts";

const problem: Problem = { type: "about:blank", title: "", status: 0, detail: "", code: "unreachable" };

test("failures are asked about more and more slowly, with jitter, and never more than half a minute apart", () => {
  const waits = (random: number) => [1, 2, 3, 4, 5, 1_000].map((failures) => waitAfterFailure(problem, failures, 0, () => random));
  expect(waits(0)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  expect(waits(1)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test.each([
  [70_000, 60_000],
  [10_000 - 5, 500],
  [1e15, 300_000],
])("a retry due at %i is waited for %i ms", (retryAt, wait) => {
  expect(waitAfterFailure({ ...problem, retryAt }, 1, 10_000, Math.random)).toBe(wait);
});

test("no wait is shorter than half a second, unless the service reads more often than that", () => {
  expect(cappedWait(0)).toBe(500);
  expect(cappedWait(0, 5_000)).toBe(500);
  expect(cappedWait(0, 20)).toBe(20);
});

test("what is refused to this viewer is seldom asked again", () => {
  expect(waitAfterFailure({ ...problem, status: 403, code: "out_of_scope" }, 1, 0, () => 0)).toBe(60_000);
});
