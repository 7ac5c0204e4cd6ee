import { expect, test } from "vitest";
import { readingWords } from "./reading-words.ts";

const calls = { rowsAre: "calls", age: undefined } as const;

test("says how much has been read and that more follows", () => {
  expect(readingWords({ ...calls, rows: 12_400, reading: { total: 50_000, complete: false } })).toBe("12,400 of 50,000 calls read; the rest follows.");
  expect(readingWords({ ...calls, age: "8 min", rows: 100, reading: { total: 200, complete: false } })).toBe(
    "100 of 200 calls read, the oldest of them 8 min ago; the rest follows.",
  );
});

test("says nothing before the first page", () => {
  expect(readingWords({ ...calls, rows: 0, reading: { total: undefined, complete: false } })).toBeUndefined();
});

test("does not say all where the platform counts more than it lists", () => {
  expect(readingWords({ rowsAre: "contacts", age: undefined, rows: 3, reading: { total: 4, complete: true } })).toBe("3 of 4 contacts are listed.");
  expect(readingWords({ rowsAre: "contacts", age: "20 s", rows: 3, reading: { total: 4, complete: true } })).toBe(
    "3 of 4 contacts are listed; read, the oldest of them 20 s ago.",
  );
});

test("says that all is read, and how old the oldest of it is", () => {
  expect(readingWords({ ...calls, rows: 3_260, reading: { total: 3_260, complete: true } })).toBe("All 3,260 calls read.");
  expect(readingWords({ ...calls, rows: 3_260, age: "8 min", reading: { total: undefined, complete: true } })).toBe("All 3,260 calls read, the oldest of them 8 min ago.");
});
