import { expect, test } from "vitest";
import { fits, settle, type Steady } from "./reading.ts";

test("a reading fits within max(5, 1 %)", () => {
  expect([fits(2, 7), fits(2, 8), fits(10_000, 10_100), fits(10_000, 10_102)]).toEqual([true, false, true, false]);
});

test("a choice changes only after three consecutive reads that ask for the same", () => {
  let steady: Steady<string> | undefined;
  const read = (value: string) => (steady = settle(steady, value)).value;
  expect(read("a")).toBe("a");
  expect([read("b"), read("b"), read("a"), read("b"), read("b"), read("b"), read("a")]).toEqual(["a", "a", "a", "a", "a", "b", "b"]);
});
