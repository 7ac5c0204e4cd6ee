import { expect, test } from "vitest";
import type { Call } from "#campaign/call.ts";
import { type Campaign, unreportedCampaign } from "#campaign/campaign.ts";
import { reported } from "#campaign/reported.ts";
import { cooldownOf } from "./cooldown.ts";
import { buildCallTable } from "./table.ts";
import { sampleCall, sampleRules } from "./testing/sample-calls.ts";

const hour = 3_600_000;
const now = Date.UTC(2026, 9, 14, 18);
const campaign: Campaign = {
  ...unreportedCampaign,
  id: "c",
  name: "Q2",
  status: { kind: "active", word: "active" },
  cooldowns: { ...unreportedCampaign.cooldowns, busyHours: reported(2, "busy"), noAnswerHours: reported(24, "no answer") },
};

const busy = sampleCall({ id: "busy", to: "+12025550101", outcome: "busy", createdAt: now - hour });
const noAnswer = sampleCall({ id: "none", to: "+12025550102", outcome: "no_answer", createdAt: now - 3 * hour });
const done = sampleCall({ id: "done", to: "+12025550103", createdAt: now - 9 * hour });
const restOf = (calls: Call[], of = campaign) => cooldownOf(buildCallTable(calls, sampleRules, undefined), of, now);

test("each rests as long as its last call says: the first and the last of them", () => {
  expect(restOf([busy, noAnswer, done])).toEqual({ first: now + hour, last: now + 21 * hour });
  const again = { ...busy, id: "again", retries: 1, createdAt: now - hour / 2 };
  expect(restOf([busy, again, done])).toEqual({ first: now + 1.5 * hour, last: now + 1.5 * hour });
});

test("the longer rest counts where two are stated", () => {
  const both: Campaign = { ...campaign, retryRules: { ...campaign.retryRules, cooldownMinutes: reported(300, "cooldown") } };
  expect(restOf([busy, noAnswer], both)).toEqual({ first: now + 4 * hour, last: now + 21 * hour });
});

test("a rest of years is a mistake of whoever set it up, and no moment to name", () => {
  const endless: Campaign = { ...campaign, retryRules: { ...campaign.retryRules, cooldownMinutes: reported(1e15, "cooldown") } };
  expect(restOf([busy], endless)).toBeUndefined();
});

test.each<[string, Call[]]>([
  ["one of them may be called by now", [busy, noAnswer, sampleCall({ id: "over", to: "+12025550104", outcome: "busy", createdAt: now - 2 * hour })]],
  ["no rest is stated after such a call", [busy, sampleCall({ id: "failed", to: "+12025550104", outcome: "failed", createdAt: now - 1 })]],
  ["one of them is queued already", [busy, sampleCall({ id: "queued", to: "+12025550104", outcome: "queued", retries: 1, createdAt: now }), sampleCall({ id: "before", to: "+12025550104", outcome: "busy", createdAt: now - hour })]],
  ["it is not told when one was called", [busy, sampleCall({ id: "undated", to: "+12025550104", outcome: "busy" })]],
  ["a row stands for several calls, so that its time may be the first one's", [busy, sampleCall({ id: "in place", to: "+12025550104", outcome: "busy", retries: 1, createdAt: now - hour })]],
  ["nobody is to be called again", [done]],
])("nothing is said where %s", (_, calls) => {
  expect(restOf(calls)).toBeUndefined();
});
