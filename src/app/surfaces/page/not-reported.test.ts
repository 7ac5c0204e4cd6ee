import { expect, test } from "vitest";
import { unreportedCampaign } from "#campaign/campaign.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { notReportedOf } from "./not-reported.ts";

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
  const answer = { campaign: unreportedCampaign, hours: notReported, reports, figures, files: notReported, charts: notReported };
  expect(notReportedOf(answer)).toEqual(["retries", "cool-downs", "do-not-call rules", "contact files", "statistics", "calls"]);
  const rules = { ...unreportedCampaign, retryRules: { ...unreportedCampaign.retryRules, maxRetries: reported(3, "retries") } };
  const known = { ...answer, campaign: rules };
  expect(notReportedOf({ ...known, reports: { ...reports, calls: true } })).toEqual(["contact files"]);
  expect(notReportedOf({ ...known, files: reported([], "files"), figures: { ...figures, totalCalls: { ...none, shown: reported(3, "stats") } } })).toEqual(["calls"]);
});
