import { expect, test } from "vitest";
import { type FailureRate, unseenFailureRate, withFinished } from "./failure-rate.ts";

const minute = 60_000;

/** Reads a minute apart of calls of which a share fails, ten a minute. */
function play(rate: FailureRate, from: { minute: number; finished: number; failed: number }, minutes: number, share: number) {
  let { finished, failed } = from;
  const jumps = [];
  for (let passed = 1; passed <= minutes; passed += 1) {
    finished += 10;
    failed += 10 * share;
    const next = withFinished(rate, { at: (from.minute + passed) * minute, finished, failed });
    rate = next.rate;
    if (next.jump) jumps.push({ minute: from.minute + passed, ...next.jump });
  }
  return { rate, jumps, at: { minute: from.minute + minutes, finished, failed } };
}

const start = { minute: 0, finished: 0, failed: 0 };

test("a share that stays tells nothing, and one that jumps is told once, with both shares", () => {
  const steady = play(unseenFailureRate, start, 120, 0.1);
  expect(steady.jumps).toEqual([]);
  const jumped = play(steady.rate, steady.at, 60, 0.5);
  expect(jumped.jumps).toHaveLength(1);
  expect(jumped.jumps[0]).toMatchObject({ kind: "failure_rate_jumped", from: expect.closeTo(0.1, 2), to: expect.closeTo(0.25, 1), calls: 300 });
});

test("after it was back it may jump again", () => {
  const jumped = play(play(unseenFailureRate, start, 120, 0.1).rate, { minute: 120, finished: 1_200, failed: 120 }, 60, 0.6);
  const back = play(jumped.rate, jumped.at, 120, 0.1);
  expect(back.jumps).toEqual([]);
  expect(play(back.rate, back.at, 60, 0.9).jumps).toHaveLength(1);
});

test("few calls, and counts that fell, tell nothing", () => {
  const few = withFinished({ samples: [{ at: 0, finished: 100, failed: 0 }], jumpedFrom: undefined }, { at: 31 * minute, finished: 129, failed: 29 });
  expect(few.jump).toBeUndefined();
  const steady = play(unseenFailureRate, start, 120, 0.1);
  const fell = withFinished(steady.rate, { at: 121 * minute, finished: 40, failed: 40 });
  expect(fell).toEqual({ rate: { samples: [{ at: 121 * minute, finished: 40, failed: 40 }], jumpedFrom: undefined }, jump: undefined });
});

test("what is kept is bounded, however often it is read", () => {
  let rate = unseenFailureRate;
  for (let read = 0; read < 10_000; read += 1) ({ rate } = withFinished(rate, { at: read * 5_000, finished: read, failed: 0 }));
  expect(rate.samples.length).toBeLessThan(200);
});
