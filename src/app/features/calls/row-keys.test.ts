import { expect, it } from "vitest";
import { moveTo } from "./row-keys.ts";

it("moves by row, screen and to the ends", () => {
  expect(moveTo("ArrowDown", 4, 100, 20)).toBe(5);
  expect(moveTo("ArrowUp", 4, 100, 20)).toBe(3);
  expect(moveTo("PageDown", 4, 100, 20)).toBe(24);
  expect(moveTo("PageUp", 30, 100, 20)).toBe(10);
  expect(moveTo("End", 4, 100, 20)).toBe(99);
  expect(moveTo("Home", 4, 100, 20)).toBe(0);
});

it("stays in the list", () => {
  expect(moveTo("ArrowUp", 0, 100, 20)).toBe(0);
  expect(moveTo("PageDown", 95, 100, 20)).toBe(99);
  expect(moveTo("End", 0, 0, 20)).toBe(0);
});

it("leaves other keys alone", () => {
  expect(moveTo("c", 4, 100, 20)).toBeUndefined();
});
