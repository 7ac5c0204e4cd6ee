import { describe, expect, test } from "vitest";
import { RowStore } from "./row-store.ts";
import { sweepPlan } from "./sweep-plan.ts";
import { pagedCall, pagedPlatform, readAll } from "./testing/paged-platform.ts";

const interval = 5_000;
const contacts = (count: number) => Array.from({ length: count }, (_, index) => pagedCall({ id: `+1202555${index}`, outcome: "queued" }));

function begin(count: number) {
  const platform = pagedPlatform(contacts(count), 10);
  const store = new RowStore({ callIds: false });
  return { platform, store, plan: sweepPlan(store) };
}

describe("a history whose rows change in place", () => {
  test("is read page by page, and again once an interval has passed", () => {
    const { platform, store, plan } = begin(25);
    expect(readAll(plan, platform, 0, interval)).toEqual([1, 2, 3]);
    expect(plan).toMatchObject({ complete: true, oldestReadAt: 0 });
    expect(plan.next(interval - 1, interval)).toEqual({ notBefore: interval });
    platform.calls = platform.calls.map((call, index) => (index === 14 ? { ...call, outcome: "completed" } : call));
    expect(readAll(plan, platform, interval, interval)).toEqual([1, 2, 3]);
    expect(store.calls()[14]?.outcome).toBe("completed");
  });

  test("is as old as the page that was read longest ago", () => {
    const { platform, plan } = begin(25);
    for (const [page, at] of [[1, 100], [2, 200], [3, 300]] as const) {
      expect(plan.next(at, interval)).toEqual({ page });
      plan.took(page, platform.page(page), at);
    }
    expect(plan.oldestReadAt).toBe(100);
    plan.took(1, platform.page(1), 900);
    expect(plan.oldestReadAt).toBe(200);
  });

  test("a contact that is missing once may have moved between pages; missing twice, it is dropped", () => {
    const { platform, store, plan } = begin(12);
    readAll(plan, platform, 0, interval);
    const [gone] = platform.calls.splice(3, 1);
    expect(gone).toBeDefined();
    readAll(plan, platform, interval, interval);
    expect(store.size).toBe(12);
    readAll(plan, platform, 2 * interval, interval);
    expect(store.size).toBe(11);
  });

  test("two contacts that share a masked number stay two, under the same ids", () => {
    const { platform, store, plan } = begin(1);
    const masked = { id: "125xxxx0200", to: "125xxxx0200" };
    platform.calls = [pagedCall({ ...masked, outcome: "queued" }), pagedCall({ ...masked, outcome: "completed" })];
    readAll(plan, platform, 0, interval);
    const before = store.calls();
    readAll(plan, platform, interval, interval);
    expect(store.calls()).toEqual(before);
    expect(before.map(({ id, outcome }) => [id, outcome])).toEqual([["row-0000001", "queued"], ["row-0000002", "completed"]]);
  });

  test("ids that stand in for numbers hold nothing of them", () => {
    const { platform, store, plan } = begin(25);
    readAll(plan, platform, 0, interval);
    expect(JSON.stringify(store.calls().map(({ id }) => id))).not.toContain("202");
  });

  test("a contact that moves to the next page while it is read is one contact, and the one missed keeps it incomplete in number", () => {
    const { platform, store, plan } = begin(20);
    plan.next(0, interval);
    plan.took(1, platform.page(1), 0);
    platform.calls = [pagedCall({ id: "+12025559999", to: "+12025559999", outcome: "queued" }), ...platform.calls];
    readAll(plan, platform, 0, interval);
    expect(store.size).toBe(20);
    expect(plan.total).toBe(21);
    readAll(plan, platform, interval, interval);
    expect(store.size).toBe(21);
  });

  test("a page that cannot be read is stepped over: the others stay fresh, and nothing is called complete or gone", () => {
    const { platform, store, plan } = begin(25);
    for (let sweep = 0; sweep < 3; sweep += 1) {
      for (const page of [1, 2, 3]) {
        expect(plan.next(sweep * interval, interval)).toEqual({ page });
        if (page === 2) plan.failed?.(page, sweep * interval);
        else plan.took(page, platform.page(page), sweep * interval);
      }
    }
    expect(plan.complete).toBe(false);
    expect(store.size).toBe(15);
    readAll(plan, platform, 3 * interval, interval);
    expect(plan.complete).toBe(true);
    expect(store.size).toBe(25);
  });
});
