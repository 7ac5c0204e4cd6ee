import { expect, test } from "vitest";
import { notReported, reported } from "#campaign/reported.ts";
import { panelsNotReported } from "./not-reported.ts";

const none = { shown: notReported, other: notReported };
const figures = { totalCalls: none, completedCalls: none, failedCalls: none, successRatePercent: none, averageDurationSeconds: none };
const reports = {
  calls: false,
  rowsAre: "calls" as const,
  callTimes: false,
  callIds: false,
  numbers: false,
  durations: false,
  recordings: false,
  retries: false,
  inProgress: false,
  files: false,
  statistics: false,
};

test("panels without anything in them are named instead", () => {
  const answer = { reports, figures, files: notReported, charts: notReported };
  expect(panelsNotReported(answer)).toEqual(["contact files", "statistics", "calls"]);
  expect(panelsNotReported({ ...answer, reports: { ...reports, calls: true } })).toEqual(["contact files"]);
  expect(panelsNotReported({ ...answer, files: reported([], "files"), figures: { ...figures, totalCalls: { ...none, shown: reported(3, "stats") } } })).toEqual(["calls"]);
});
