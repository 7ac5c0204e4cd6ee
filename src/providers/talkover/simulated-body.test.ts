import { expect, test } from "vitest";
import type { SimulatedCall, SimulatedCampaign } from "../simulation.ts";
import { readingOf } from "./map.ts";
import { callRow, campaignBody, campaignText } from "./simulated-body.ts";
import { bigCampaign } from "./simulated-campaigns.ts";
import { listBody, ListQuery } from "./simulated-list.ts";
import { WireCampaignBody } from "./wire.ts";

const campaign: SimulatedCampaign = {
  ...bigCampaign(2),
  id: "one",
  name: 'Named "calls":[] to mislead',
  description: '"calls":[]',
  status: "active",
  type: "sales",
  agent: { id: "agent-1", name: "Agent", label: "Label" },
  timeZone: "Europe/Berlin",
  days: [1, 2],
  ranges: [{ start: "09:00", end: "17:00" }],
  rangesOnWire: false,
  startDate: "2026-10-05",
  endDate: undefined,
  maxRetries: 3,
  cooldownHours: 24,
  voicemailIsFinal: true,
  contactFiles: [{ name: "leads.xlsx", state: "processed", totalRecords: 10, processedRecords: 9 }],
  contacts: 9,
  contactsCalled: 1,
  contactsDone: 0,
  attemptsByDepth: [1, 1],
  statistics: { total: 2, completed: 1, failed: 0, ratePercent: 50, averageSeconds: 90 },
  createdAt: Date.parse("2026-10-01T10:00:00Z"),
  updatedAt: Date.parse("2026-10-06T10:00:00Z"),
};

const unanswered: SimulatedCall = {
  id: "call",
  to: "+12025550100",
  phase: "no-answer",
  word: "no-answer",
  retries: 0,
  createdAt: 1_791_000_000_000,
  endedAt: 1_791_000_060_000,
  talkSeconds: 0,
  seed: 7,
};
const calls = [0, 1].map((retries) =>
  callRow({ ...unanswered, id: `call_${retries}`, retries, createdAt: unanswered.createdAt + retries }),
);

test("the text is the body, whatever stands in the names", () => {
  const text = campaignText(campaign, calls.map((call) => JSON.stringify(call)));
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(campaignBody(campaign, calls))));
});

test("times are the same instant to the second, with or without microseconds", () => {
  expect(calls.map(({ created_at }) => created_at)).toEqual(["2026-10-03T04:00:00.000501Z", "2026-10-03T04:00:00Z"]);
});

test("what is written is what the provider reads", () => {
  const { data } = WireCampaignBody.parse(campaignBody(campaign, calls));
  expect(readingOf(data).campaign).toMatchObject({
    name: campaign.name,
    startDate: { value: "2026-10-05" },
    callingHours: { value: { timeZone: "Europe/Berlin", windows: [{ weekday: 1, start: "09:00", end: "17:00" }, { weekday: 2 }] } },
    createdAt: { value: campaign.createdAt },
    files: { value: [{ originalName: { value: "leads.xlsx" }, processedName: { value: "processed_leads.csv" } }] },
  });
});

test("an empty page has no first and no last row", () => {
  const { pagination } = listBody([campaign], ListQuery.parse({ page: "2", per_page: "1" }));
  expect(pagination).toEqual({ current_page: 2, last_page: 1, per_page: 1, total: 1, from: null, to: null });
});
