import { expect, test } from "vitest";
import { unreportedCampaign } from "#campaign/campaign.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { missingRules, reportedBlocks } from "./reported-blocks.ts";

test("a block of which nothing is reported is none", () => {
  expect(reportedBlocks({ hours: notReported, campaign: unreportedCampaign })).toEqual([]);
  expect(missingRules({ hours: notReported, campaign: unreportedCampaign })).toEqual(["retries", "cool-downs", "do-not-call rules"]);
});

test("one reported rule is enough for its block", () => {
  const campaign = {
    ...unreportedCampaign,
    endDate: reported(null, "end_date"),
    retryRules: { ...unreportedCampaign.retryRules, cooldownMinutes: reported(10, "retry") },
    cooldowns: { ...unreportedCampaign.cooldowns, busyHours: reported(24, "busy") },
  };
  expect(reportedBlocks({ hours: notReported, campaign })).toEqual(["week", "retries", "rests"]);
  expect(missingRules({ hours: notReported, campaign })).toEqual(["do-not-call rules"]);
});
