import { describe, expect, test } from "vitest";
import type { ReportedStatistics } from "./campaign.ts";
import { disagreements, successRateReading } from "./disagreements.ts";
import { notReported, reported } from "./reported.ts";
import { type CallTally, emptyTally } from "./tally.ts";

function statistics(total: number, completed: number, failed: number, rate: number): ReportedStatistics {
  return {
    totalCalls: reported(total, "stats.total_calls"),
    completedCalls: reported(completed, "stats.completed_calls"),
    failedCalls: reported(failed, "stats.failed_calls"),
    successRatePercent: reported(rate, "stats.success_rate"),
    averageDurationSeconds: notReported,
  };
}

function tally(rows: number, part: Partial<CallTally["rowOutcomes"]>, numbers = rows, attempts = rows): CallTally {
  const counted = emptyTally();
  Object.assign(counted, { rows, numbers, attempts });
  Object.assign(counted.rowOutcomes, part);
  Object.assign(counted.contacts.done, part);
  return counted;
}

const kinds = (...args: Parameters<typeof disagreements>) => disagreements(...args).map(({ kind }) => kind);

test("the published sample: 100 against 2 is flagged, once", () => {
  expect(disagreements(statistics(100, 80, 20, 80), tally(2, { completed: 1, failed: 1 }, 2, 3), [])).toEqual([
    { kind: "total_calls_disagree", reported: 100, rows: 2, numbers: 2, attempts: 3 },
  ]);
});

test.each([
  ["rows", 1000, 800, 900],
  ["numbers", 800, 1000, 900],
  ["attempts", 900, 1000, 800],
])("a total that reads as the %s is no contradiction", (_, rows, numbers, attempts) => {
  expect(kinds(statistics(1000, 0, 0, 0), tally(rows, {}, numbers, attempts), [])).toEqual([]);
});

describe("failed calls", () => {
  const listed = tally(1000, { completed: 700, failed: 100, busy: 100, no_answer: 100 });
  test("may mean failed, or all unsuccessful", () => {
    expect(kinds(statistics(1000, 700, 100, 70), listed, [])).toEqual([]);
    expect(kinds(statistics(1000, 700, 300, 70), listed, [])).toEqual([]);
  });
  test("are flagged when neither fits", () => {
    expect(kinds(statistics(1000, 700, 200, 70), listed, [])).toEqual(["failed_calls_disagree"]);
  });
});

test("a success rate is read as completed of all or of the finished, within rounding", () => {
  expect(successRateReading(statistics(100, 80, 10, 80))).toBe("completed ÷ total");
  expect(successRateReading(statistics(100, 80, 10, 88.9))).toBe("completed ÷ (completed + failed)");
  expect(successRateReading(statistics(18_420, 11_902, 2_104, 64.61))).toBe("completed ÷ total");
  expect(kinds(statistics(100, 80, 10, 50), undefined, [])).toEqual(["success_rate_disagrees"]);
});

test("parts above their own total are flagged", () => {
  expect(kinds(statistics(100, 80, 40, 80), undefined, [])).toEqual(["parts_exceed_total"]);
});

test("a file with more processed than total records is flagged by its name", () => {
  const file = {
    id: "f", originalName: reported("a.csv", ""), processedName: notReported, state: { kind: "processed" as const, word: "processed" },
    totalRecords: reported(10, ""), processedRecords: reported(12, ""),
  };
  expect(disagreements(statistics(0, 0, 0, 0), undefined, [file])).toEqual([{ kind: "file_over_read", file: "a.csv", processed: 12, total: 10 }]);
});
