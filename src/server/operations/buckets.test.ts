import { expect, test } from "vitest";
import { AtOnce } from "./at-once.ts";
import { Buckets } from "./buckets.ts";
import { Seen } from "./seen.ts";

test("a burst is let through, then so many a second; others have a bucket of their own", () => {
  let now = 0;
  const buckets = new Buckets({ perSecond: 2, burst: 4 }, () => now);
  const take = (count: number, key = "ann"): number[] => Array.from({ length: count }, () => buckets.take(key));
  expect(take(6)).toEqual([0, 0, 0, 0, 1, 1]);
  expect(take(1, "bob")).toEqual([0]);
  now += 500;
  expect(take(2)).toEqual([0, 1]);
  now += 60_000;
  expect(take(5)).toEqual([0, 0, 0, 0, 1]);
});

test("who asks less than once a second is told how many seconds to wait", () => {
  const buckets = new Buckets({ perSecond: 0.1, burst: 1 }, () => 0);
  expect([buckets.take("ann"), buckets.take("ann")]).toEqual([0, 10]);
});

test("a million keys leave no million behind, and those that asked too much are remembered while there is room", () => {
  let now = 0;
  const buckets = new Buckets({ perSecond: 1, burst: 1 }, () => now);
  const seen = new Seen();
  for (let key = 0; key < 1_000_000; key += 1) {
    now += 0.01;
    buckets.take(`key ${key}`);
    seen.note(`key ${key}`, now);
  }
  expect(buckets.size).toBeLessThanOrEqual(10_000);
  expect(seen.count(now)).toBeLessThanOrEqual(10_000);
  expect(buckets.take("key 999999")).toBe(1);
});

test("viewers are those of the last minute", () => {
  const seen = new Seen();
  seen.note("ann", 0);
  seen.note("bob", 30_000);
  seen.note("ann", 40_000);
  expect([40_000, 95_000, 100_001].map((now) => seen.count(now))).toEqual([2, 1, 0]);
});

test("so much goes on at once for each, and together; ending makes room once", () => {
  const work = new AtOnce({ each: 2, together: 3 });
  const [first, second, third, fourth, fifth] = [work.begin("ann"), work.begin("ann"), work.begin("ann"), work.begin("bob"), work.begin("bob")];
  expect([first, second, third, fourth, fifth].map((begun) => begun !== undefined)).toEqual([true, true, false, true, false]);
  first?.();
  expect(work.begin("bob")).toBeDefined();
  expect(work.begin("ann")).toBeUndefined();
});
