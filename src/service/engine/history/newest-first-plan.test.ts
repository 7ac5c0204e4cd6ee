import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newestFirstPlan } from "./newest-first-plan.ts";
import { RowStore } from "./row-store.ts";
import { pagedCall, pagedPlatform, readAll } from "./testing/paged-platform.ts";

const interval = 5_000;
/** `count` calls, the newest first: call-9 … call-0. */
const calls = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => pagedCall({ id: `call-${from + count - 1 - index}`, createdAt: (from + count - 1 - index) * 1_000 }));

function begin(count: number, limit = 10) {
  const platform = pagedPlatform(calls(count), limit);
  const store = new RowStore({ callIds: true });
  const plan = newestFirstPlan(store);
  return { platform, store, plan };
}

describe("a history that is read the newest first", () => {
  test("begins with the newest page, then fills in behind it", () => {
    const { platform, store, plan } = begin(45);
    expect(plan.next(0, interval)).toEqual({ page: 1 });
    plan.took(1, platform.page(1), 0);
    expect(store.size).toBe(10);
    expect(plan.complete).toBe(false);
    expect(readAll(plan, platform, 0, interval)).toEqual([2, 3, 4, 5, 1]);
    expect(plan.complete).toBe(true);
    expect(store.size).toBe(45);
  });

  test("looks at the newest page alone while nothing is new", () => {
    const { platform, plan } = begin(45);
    readAll(plan, platform, 0, interval);
    expect(plan.next(interval - 1, interval)).toEqual({ notBefore: interval });
    expect(readAll(plan, platform, interval, interval)).toEqual([1]);
    expect(plan.oldestReadAt).toBe(interval);
  });

  test("goes on to the page where what is known begins", () => {
    const { platform, store, plan } = begin(45);
    readAll(plan, platform, 0, interval);
    platform.calls = [...calls(13, 45), ...platform.calls];
    // Page 2 holds 3 new ones, page 3 none.
    expect(readAll(plan, platform, interval, interval)).toEqual([1, 2, 3]);
    expect(store.size).toBe(58);
  });

  test("loses no call that arrives while older ones fill in", () => {
    const { platform, store, plan } = begin(95);
    for (let step = 0; step < 40; step += 1) {
      const next = plan.next(step * 1_000, interval);
      if (!("page" in next)) break;
      plan.took(next.page, platform.page(next.page), step * 1_000);
      platform.calls = [...calls(1, 95 + step), ...platform.calls];
    }
    readAll(plan, platform, 100_000, interval);
    expect(new Set(store.calls().map(({ id }) => id))).toEqual(new Set(platform.calls.map(({ id }) => id)));
  });

  test("reads the page of an open call again, wherever it has got to", () => {
    const { platform, store, plan } = begin(95);
    const at = 61;
    platform.calls[at] = { ...pagedCall({ id: "open", createdAt: platform.calls[at]?.createdAt }), outcome: "in_progress" };
    readAll(plan, platform, 0, interval);
    platform.calls[at] = { ...pagedCall({ id: "open", createdAt: platform.calls[at]?.createdAt }), outcome: "completed" };
    platform.calls = [...calls(20, 95), ...platform.calls];
    readAll(plan, platform, interval, interval);
    expect(store.calls().find(({ id }) => id === "open")?.outcome).toBe("completed");
    expect(store.oldestOpen()).toBeUndefined();
  });

  test("an open call that is gone is not sought for ever within one interval", () => {
    const { platform, plan } = begin(30);
    platform.calls[25] = { ...pagedCall({ id: "open", createdAt: 4_000 }), outcome: "queued" };
    readAll(plan, platform, 0, interval);
    platform.calls.splice(25, 1);
    expect(readAll(plan, platform, interval, interval).length).toBeLessThan(5);
    expect(plan.oldestReadAt).toBe(interval);
  });

  test("a platform that counts more calls than it lists ends complete, and is gone through again much later", () => {
    const { platform, store, plan } = begin(1);
    const page = (number: number) => ({ ...platform.page(1), page: number, lastPage: 8, total: 150 });
    for (let number = 1; number <= 8; number += 1) {
      expect(plan.next(0, interval)).toEqual({ page: number });
      plan.took(number, page(number), 0);
    }
    expect(plan.next(0, interval)).toEqual({ page: 1 });
    plan.took(1, page(1), 0);
    expect(plan).toMatchObject({ complete: true, total: 150 });
    expect(store.size).toBe(1);
    expect(plan.next(interval, interval)).toEqual({ page: 1 });
    plan.took(1, page(1), interval);
    expect(plan.next(interval + 1, interval)).toEqual({ notBefore: 2 * interval });
    expect(plan.next(31 * 60_000, 60 * 60_000)).toEqual({ page: 1 });
  });

  test("a page that is as it was last time is read, and keeps its open calls open", () => {
    const { platform, store, plan } = begin(5);
    platform.calls[1] = { ...pagedCall({ id: "open", createdAt: 3_000 }), outcome: "in_progress" };
    readAll(plan, platform, 0, interval);
    expect(plan.next(interval, interval)).toEqual({ page: 1 });
    plan.took(1, undefined, interval);
    expect(plan.next(interval, interval)).toEqual({ notBefore: 2 * interval });
    expect(store.oldestOpen()?.seenAt).toBe(interval);
  });

  test("any order of arrivals and changes ends with the platform's own list", () => {
    const move = fc.record({ add: fc.nat({ max: 25 }), settle: fc.nat({ max: 60 }), pages: fc.nat({ max: 6 }) });
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.array(move, { maxLength: 8 }), (count, moves) => {
        const { platform, store, plan } = begin(count, 7);
        platform.calls = platform.calls.map((call, index) => (index % 4 === 0 ? { ...call, outcome: "in_progress" } : call));
        let now = 0;
        let made = count;
        for (const { add, settle, pages } of moves) {
          for (let read = 0; read < pages; read += 1) {
            const step = plan.next(now, interval);
            if ("page" in step) plan.took(step.page, platform.page(step.page), now);
            now += 700;
          }
          const settled = platform.calls.map((call, index) => (index < settle && call.outcome === "in_progress" ? { ...call, outcome: "failed" as const } : call));
          platform.calls = [...calls(add, made).map((call, index) => (index % 3 === 0 ? { ...call, outcome: "in_progress" as const } : call)), ...settled];
          made += add;
        }
        for (let round = 0; round < 30; round += 1) readAll(plan, platform, (now += interval), interval);
        const listed = new Map(store.calls().map((call) => [call.id, call.outcome]));
        expect(listed).toEqual(new Map(platform.calls.map((call) => [call.id, call.outcome])));
        expect(plan.complete).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
