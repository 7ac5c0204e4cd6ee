import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { OpenExports } from "./open-exports.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Rows of an export, and whether somebody ended it. */
function rowsOf(count: number) {
  const ended = vi.fn<() => void>();
  function* rows(): Generator<string, void> {
    try {
      for (let row = 1; row <= count; row += 1) yield `row ${row}`;
    } finally {
      ended();
    }
  }
  return { rows: rows(), ended };
}

test("an export is read to its end, and then forgotten", async () => {
  const exports = new OpenExports();
  const { rows, ended } = rowsOf(2);
  exports.begin(7, rows);
  expect([await exports.next(7), await exports.next(7), await exports.next(7)]).toEqual(["row 1", "row 2", undefined]);
  expect([exports.size, ended.mock.calls.length]).toEqual([0, 1]);
});

test("one whose reader went away without a word is over, and never looks whole", async () => {
  const exports = new OpenExports();
  const { rows, ended } = rowsOf(1_000);
  exports.begin(7, rows);
  exports.begin(8, rowsOf(1).rows);
  await exports.next(7);
  vi.advanceTimersByTime(299_000);
  // Whoever is slow, but still reads, goes on.
  expect(await exports.next(7)).toBe("row 2");
  vi.advanceTimersByTime(299_000);
  expect(exports.size).toBe(1);
  vi.advanceTimersByTime(2_000);
  expect([exports.size, ended.mock.calls.length]).toEqual([0, 1]);
  await expect(exports.next(7)).rejects.toThrow("This export is over");
});

test("one that nobody began reading is over too, and one that was dropped at once", () => {
  const exports = new OpenExports();
  exports.begin(7, rowsOf(1).rows);
  exports.begin(8, rowsOf(1).rows);
  exports.end(8);
  expect(exports.size).toBe(1);
  vi.advanceTimersByTime(300_000);
  expect([exports.size, vi.getTimerCount()]).toEqual([0, 0]);
});
