import { describe, expect, test } from "vitest";
import { estimateOf, paceOf, type Sample, withSample } from "./pace.ts";
import { notReported, reported } from "./reported.ts";

const minute = 60_000;
const observed = (minutes: number, changes: number): Sample[] => [{ at: 0, count: 1_000 }, { at: minutes * minute, count: 1_000 + changes }];
const active = { status: { kind: "active", word: "running" }, maxConcurrentCalls: reported(5, "max_concurrent_calls") } as const;

describe("pace", () => {
  test("is a range around what was observed, as wide as chance makes it", () => {
    // 100 ± 1.28 √100 in one hour: the worked example's 80–120 is a little wider still.
    expect(paceOf(observed(60, 100))).toEqual({ fromPerHour: expect.closeTo(87.2, 1), toPerHour: expect.closeTo(112.8, 1), changes: 100, observedMinutes: 60 });
    expect(paceOf(observed(30, 100))?.toPerHour).toBeCloseTo(225.6, 1);
  });
  test.each([[9, 100], [60, 19], [60, 0]])("is not told from %d minutes and %d changes", (minutes, changes) => {
    expect(paceOf(observed(minutes, changes))).toBeUndefined();
  });
});

describe("samples", () => {
  test("hold the last hour, no closer than 15 s but for the newest", () => {
    let samples: readonly Sample[] = [];
    for (let second = 0; second <= 2 * 3_600; second += 5) samples = withSample(samples, { at: second * 1_000, count: second });
    expect(samples.at(-1)).toEqual({ at: 7_200_000, count: 7_200 });
    expect(samples[0]?.at).toBeGreaterThanOrEqual(3_600_000);
    expect(samples.length).toBeLessThanOrEqual(242);
    expect(samples.length).toBeGreaterThan(200);
  });
  test("begin anew when the count falls", () => {
    expect(withSample(observed(60, 100), { at: 61 * minute, count: 3 })).toEqual([{ at: 61 * minute, count: 3 }]);
  });
});

describe("the estimate", () => {
  test("is hours of dialling for what is pending, never a date", () => {
    expect(estimateOf(active, 3_700, observed(60, 100))).toMatchObject({
      kind: "dialling_time",
      fromHours: expect.closeTo(32.8, 1),
      toHours: expect.closeTo(42.4, 1),
      pending: 3_700,
      maxConcurrentCalls: 5,
    });
  });
  test("is withheld with its reason", () => {
    expect(estimateOf(active, 10, observed(5, 50))).toEqual({ kind: "withheld", reason: "not_observed_long_enough", observedSince: 0 });
    expect(estimateOf(active, 10, observed(30, 2))).toMatchObject({ reason: "nothing_moves" });
    expect(estimateOf({ ...active, status: { kind: "paused", word: "paused" } }, 10, observed(60, 100))).toMatchObject({ reason: "held" });
  });
  test("is not made of nothing", () => {
    expect(estimateOf(active, undefined, observed(60, 100))).toBeUndefined();
    expect(estimateOf(active, 0, observed(60, 100))).toBeUndefined();
    expect(estimateOf({ status: { kind: "completed", word: "completed" }, maxConcurrentCalls: notReported }, 5, [])).toBeUndefined();
  });
});
