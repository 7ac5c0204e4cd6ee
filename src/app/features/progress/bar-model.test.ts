import { expect, test } from "vitest";
import type { Progress } from "#campaign/progress.ts";
import { countGroups, sumParts } from "./bar-model.ts";

const progress: Progress = {
  source: "list",
  total: { reported: true, value: 30, source: "files" },
  done: { count: 12, atMost: 12, source: "list" },
  segments: [
    { part: "completed", state: "done", count: 10, source: "list" },
    { part: "failed", state: "done", count: 2, source: "list" },
    { part: "failed", state: "to_retry", count: 5, source: "list" },
    { part: "queued", state: "waiting", count: 1, source: "list" },
    { part: "queued", state: "to_retry", count: 3, source: "list" },
    { part: "without_call", state: "waiting", count: 9, source: "files" },
  ],
  rejected: { reported: false },
  inFailedFiles: { reported: false },
  notes: [],
};

test("the sum under the bar adds up to the total, each contact in one addend", () => {
  const parts = sumParts(progress);
  expect(parts.map(({ words }) => words)).toEqual(["done", "to retry", "queued", "without a call"]);
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(30);
});

test("a list says what there is none of; statistics do not", () => {
  const named = (given: Progress) => countGroups(given).flatMap(({ counts }) => counts.map(({ part, count, toRetry }) => `${part} ${count} ${toRetry}`));
  expect(named(progress)).toEqual([
    "completed 10 0",
    "voicemail 0 0",
    "no_answer 0 0",
    "busy 0 0",
    "failed 7 5",
    "in_progress 0 0",
    "queued 4 3",
    "without_call 9 0",
  ]);
  expect(named({ ...progress, source: "statistics" })).not.toContain("voicemail 0 0");
});
