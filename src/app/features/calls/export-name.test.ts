import { expect, it } from "vitest";
import { exportFileName } from "./export-name.ts";

it("names campaign, grouping and day", () => {
  expect(exportFileName("Q2 Lead Re-engagement", "number", "Wed 14 Oct 2026")).toBe("Q2 Lead Re-engagement, numbers, Wed 14 Oct 2026.csv");
});

it("keeps other scripts and drops what file systems refuse", () => {
  expect(exportFileName("再契約 / <b>春</b>\u202e", "call", "x")).toBe("再契約 b 春 b, calls, x.csv");
  expect(exportFileName("///", "call", "x")).toBe("Campaign, calls, x.csv");
});

it("does not cut a character in two", () => {
  expect(exportFileName("😀".repeat(100), "call", "x")).toBe(`${"😀".repeat(80)}, calls, x.csv`);
});
