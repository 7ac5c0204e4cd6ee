import { expect, it } from "vitest";
import type { CallRow } from "#service/api.ts";
import type { CallWindows } from "./call-windows.ts";
import { activeOffset } from "./use-row-focus.ts";

const row = (id: string): CallRow => ({ id, to: undefined, outcome: "busy", word: "", retries: 0, attempts: 1, createdAt: 0, state: "done" });
const windows: CallWindows = { filterKey: "", total: 3, newer: 0, asOf: "", rail: [], pages: new Map([[0, [row("a"), row("b"), row("c")]]]) };

it("goes along with its row", () => {
  expect(activeOffset({ key: "id:c", offset: 0 }, windows, "call", 3)).toBe(2);
});

it("stays in place when its row is gone, inside the list", () => {
  expect(activeOffset({ key: "id:x", offset: 1 }, windows, "call", 3)).toBe(1);
  expect(activeOffset({ key: "id:x", offset: 9 }, windows, "call", 3)).toBe(2);
  expect(activeOffset({ key: undefined, offset: 4 }, undefined, "call", 0)).toBe(0);
});
