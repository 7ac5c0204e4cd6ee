import { expect, test } from "vitest";
import { nextCell } from "./use-roving.ts";

const places = ["0,0", "0,2", "1,0", "1,1"];

test("arrows pass over places without a cell and stop at the edge", () => {
  expect(nextCell("0,0", [0, 1], places)).toBe("0,2");
  expect(nextCell("0,0", [1, 0], places)).toBe("1,0");
  expect(nextCell("1,1", [0, -1], places)).toBe("1,0");
  expect(nextCell("0,2", [1, 0], places)).toBeUndefined();
});
