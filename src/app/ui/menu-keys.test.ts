import { expect, test } from "vitest";
import { targetOf } from "./menu-keys.ts";

const labels = ["Completed", "Voicemail", "Cancelled"];

test("arrows go round, letters go to the next item that begins with them", () => {
  expect(targetOf(labels, 2, "ArrowDown")).toBe(0);
  expect(targetOf(labels, 0, "ArrowUp")).toBe(2);
  expect(targetOf(labels, -1, "ArrowUp")).toBe(2);
  expect(targetOf(labels, 0, "End")).toBe(2);
  expect(targetOf(labels, 0, "c")).toBe(2);
  expect(targetOf(labels, 2, "C")).toBe(0);
  expect(targetOf(labels, 0, "x")).toBeUndefined();
  expect(targetOf(labels, 0, "Escape")).toBeUndefined();
});
