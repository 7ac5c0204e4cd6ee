import { describe, expect, it } from "vitest";
import type { CallRow, CallsAnswer } from "#service/api.ts";
import { mergeWindows, offsetOfKey, rowAt, rowKey } from "./call-windows.ts";

function row(id: string, to?: string): CallRow {
  return { id, to, outcome: "busy", word: "busy", retries: 0, attempts: 1, createdAt: 0, state: "done" };
}

function answer(patch: Partial<CallsAnswer>): CallsAnswer {
  return { group: "call", total: 250, offset: 0, rows: [], asOf: "v1", newer: 0, rail: [], ...patch };
}

describe("mergeWindows", () => {
  const first = mergeWindows(undefined, "all", [{ page: 0, answer: answer({ rows: [row("a"), row("b")] }), answeredAt: 1 }]);

  it("knows nothing before the first answer", () => {
    expect(mergeWindows(undefined, "all", [{ page: 0, answer: undefined, answeredAt: 0 }])).toBeUndefined();
  });
  it("keeps the previous rows until a new filter is answered", () => {
    expect(mergeWindows(first, "busy", [{ page: 0, answer: undefined, answeredAt: 0 }])).toBe(first);
  });
  it("drops the rows of another filter with its first answer", () => {
    const next = mergeWindows(first, "busy", [{ page: 1, answer: answer({ total: 120, rows: [row("c")] }), answeredAt: 2 }]);
    expect(rowAt(next, 0)).toBeUndefined();
    expect(rowAt(next, 100)?.id).toBe("c");
    expect(next?.total).toBe(120);
  });
  it("keeps the pages already read while another is on its way", () => {
    const next = mergeWindows(first, "all", [{ page: 1, answer: answer({ rows: [row("c")] }), answeredAt: 2 }]);
    expect(rowAt(next, 1)?.id).toBe("b");
  });
  it("is the same object when answers say nothing new", () => {
    const answers = [{ page: 0, answer: answer({ rows: [row("a")] }), answeredAt: 1 }];
    const once = mergeWindows(undefined, "all", answers);
    expect(mergeWindows(once, "all", answers)).toBe(once);
    expect(mergeWindows(once, "all", [{ page: 0, answer: answer({ rows: [row("a")] }), answeredAt: 2 }])).not.toBe(once);
  });
  it("takes totals from the later of two answers", () => {
    const next = mergeWindows(first, "all", [
      { page: 0, answer: answer({ total: 260, newer: 4 }), answeredAt: 9 },
      { page: 1, answer: answer({ total: 250 }), answeredAt: 3 },
    ]);
    expect(next).toMatchObject({ total: 260, newer: 4 });
  });
  it("does not grow without end", () => {
    let windows = first;
    for (let page = 0; page < 500; page += 1) {
      windows = mergeWindows(windows, "all", [{ page, answer: answer({ rows: [row(`r${page}`)] }), answeredAt: page }]);
    }
    expect(windows?.pages.size).toBeLessThanOrEqual(41);
    expect(rowAt(windows, 49_900)?.id).toBe("r499");
  });
});

describe("row identity", () => {
  it("is the number when grouped by number, the call otherwise", () => {
    expect(rowKey(row("a", "+1"), "number")).toBe(rowKey(row("b", "+1"), "number"));
    expect(rowKey(row("a", "+1"), "call")).not.toBe(rowKey(row("b", "+1"), "call"));
    expect(rowKey(row("a"), "number")).not.toBe(rowKey(row("b"), "number"));
  });
  it("is found again after rows moved", () => {
    const windows = mergeWindows(undefined, "all", [{ page: 1, answer: answer({ rows: [row("a"), row("b")] }), answeredAt: 1 }]);
    if (windows === undefined) throw new Error("no windows");
    expect(offsetOfKey(windows, "call", "id:b", 100)).toBe(101);
    expect(offsetOfKey(windows, "call", "id:b", 101)).toBe(101);
    expect(offsetOfKey(windows, "call", "id:gone", 100)).toBeUndefined();
  });
});

it("tells numbers apart by their names where several look the same", () => {
  expect(rowKey(row("a", "+14155550134"), "number")).toBe("to:+14155550134");
  const masked = (id: string, contact: string) => rowKey({ ...row(id, "+1 ••• ••• 0134"), contact }, "number");
  expect([masked("a", "x") === masked("b", "x"), masked("a", "x") === masked("b", "y")]).toEqual([true, false]);
});
