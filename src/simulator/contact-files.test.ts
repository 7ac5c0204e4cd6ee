import { expect, test } from "vitest";
import type { FileSpec } from "#providers/simulation.ts";
import { fileAt } from "./contact-files.ts";

const anchor = Date.parse("2026-10-14T14:00:00Z");
const minutes = (count: number): number => anchor + count * 60_000;

test("a file being read rises, then is processed without its rejected records", () => {
  const file: FileSpec = {
    name: "leads.xlsx",
    records: 1_000,
    rejected: 100,
    fate: { kind: "reading", startedMinutesBeforeAnchor: 1, recordsPerSecond: 1 },
  };
  expect(fileAt(file, anchor, minutes(-2))).toEqual({ state: "processing", totalRecords: 1_000, processedRecords: 0 });
  expect(fileAt(file, anchor, anchor)).toEqual({ state: "processing", totalRecords: 1_000, processedRecords: 54 });
  expect(fileAt(file, anchor, minutes(10))).toEqual({ state: "processing", totalRecords: 1_000, processedRecords: 594 });
  expect(fileAt(file, anchor, minutes(30))).toEqual({ state: "processed", totalRecords: 1_000, processedRecords: 900 });
});

test("a stuck file never advances, a failed one never is processed", () => {
  const stuck: FileSpec = { name: "a.csv", records: 500, rejected: 0, fate: { kind: "stuck", read: 212 } };
  const failed: FileSpec = { name: "b.csv", records: 400, rejected: 0, fate: { kind: "failed", read: 0 } };
  for (const now of [anchor, minutes(60 * 24 * 30)]) {
    expect(fileAt(stuck, anchor, now)).toEqual({ state: "processing", totalRecords: 500, processedRecords: 212 });
    expect(fileAt(failed, anchor, now)).toEqual({ state: "failed", totalRecords: 400, processedRecords: 0 });
  }
});
