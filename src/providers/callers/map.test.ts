import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Campaign } from "#campaign/campaign.ts";
import { notReported, reported } from "#campaign/reported.ts";
import type { CampaignReading } from "../provider.ts";
import { callers } from "./provider.ts";

const { header } = callers.campaign("c", {});
const sample: Record<string, unknown> = JSON.parse(
  readFileSync(new URL("./samples/callers-campaign.json", import.meta.url), "utf8"),
);

function readBody(body: unknown): CampaignReading {
  const result = header.read(body);
  if (!result.ok) throw new Error(`${result.problem.path}: expected ${result.problem.expected}`);
  if (!("campaign" in result.value)) throw new Error("a list");
  return result.value;
}

/** Reads a campaign of the given fields, over the two that are required. */
const read = (fields: Record<string, unknown>) => readBody({ id: "c", name: "n", ...fields }).campaign;

function fact(fields: Record<string, unknown>, label: string) {
  return read(fields).facts.find((one) => one.label === label)?.value;
}

test("the published sample: placeholders are no times, and active decides", () => {
  const configuration = { place: "configuration" };
  expect(readBody(sample)).toMatchObject({
    campaign: {
      id: "<string>",
      name: "<string>",
      status: { kind: "active", word: "active: true" },
      direction: reported("incoming", "isIncoming"),
      newChatsPaused: reported(true, "pauseNewChats"),
      completedAt: notReported,
      callingHours: notReported,
      files: notReported,
    },
    counters: { basis: "none" },
    calls: undefined,
    setAside: { calls: [], files: [] },
  });
  expect(read(sample).facts).toEqual([
    { label: "From number", place: "summary", source: "callParams.phonesFrom", value: { kind: "phone", numbers: ["<string>"] } },
    { label: "Incoming number", place: "summary", source: "incomingPhoneNumber", value: { kind: "phone", numbers: ["<string>"] } },
    { ...configuration, label: "Language", source: "callParams.language", value: { kind: "text", text: "<string>" } },
    { ...configuration, label: "Approved countries", source: "callParams.approvedCountries", value: { kind: "list", items: ["<string>"] } },
    { ...configuration, label: "Group", source: "campaignGroupName", value: { kind: "text", text: "<string>" } },
    { ...configuration, label: "Time zone", source: "callParams.timezone", value: { kind: "text", text: "<string>" } },
    { ...configuration, label: "Days", source: "callParams.daysOfWeek", value: { kind: "list", items: ["<string>"] } },
    { ...configuration, label: "Variables", source: "variables", value: { kind: "list", items: ["<string>"] } },
    { ...configuration, label: "Integrations", source: "webhooks, slackUrl", value: { kind: "text", text: "1 webhook, Slack connected" } },
  ]);
});

test("only id and name are needed; the rest is then not reported, never no", () => {
  const campaign = read({});
  expect(campaign.status).toEqual({ kind: "unknown", word: "" });
  expect(campaign.facts).toEqual([]);
  expect(JSON.stringify(campaign)).not.toContain('"reported":true');
});

test.each([
  [{ active: true }, "active", "active: true", notReported],
  [{ active: false }, "inactive", "active: false", notReported],
  [{ active: true, completedAt: null }, "active", "active: true", reported(null, "completedAt")],
  [{ active: false, completedAt: " " }, "inactive", "active: false", reported(null, "completedAt")],
  [{ active: true, completedAt: "<string>" }, "active", "active: true", notReported],
  [{ active: false, completedAt: "0001-01-01T00:00:00Z" }, "inactive", "active: false", notReported],
  [{ active: false, completedAt: "2024-01-01T00:00:00Z" }, "completed", "completedAt: 2024-01-01", reported(1_704_067_200_000, "completedAt")],
  [{ active: true, completedAt: " 2024-01-01T00:00:00.000Z" }, "completed", "completedAt: 2024-01-01", reported(1_704_067_200_000, "completedAt")],
  // Without a zone it is no instant, but plainly set.
  [{ active: true, completedAt: "2024-01-01 09:30" }, "completed", "completedAt: 2024-01-01", notReported],
  [{ completedAt: "2024-01-01" }, "completed", "completedAt: 2024-01-01", notReported],
  [{ active: "yes", completedAt: 1_704_067_200 }, "unknown", "", notReported],
  [{ active: null, completedAt: null }, "unknown", "", reported(null, "completedAt")],
])("%j is %s", (fields, kind, word, completedAt) => {
  expect(read(fields)).toMatchObject({ status: { kind, word }, completedAt });
});

test("incoming and paused are said only where they are reported", () => {
  expect(read({ isIncoming: false, pauseNewChats: false })).toMatchObject({
    direction: reported("outbound", "isIncoming"),
    newChatsPaused: reported(false, "pauseNewChats"),
  });
  expect(read({ isIncoming: "no", pauseNewChats: null })).toMatchObject({ direction: notReported, newChatsPaused: notReported });
});

test.each([
  ["2024-01-01T00:00:00Z", { kind: "instant", at: 1_704_067_200_000 }],
  [null, { kind: "text", text: "none yet" }],
  ["", { kind: "text", text: "none yet" }],
  ["<string>", undefined],
  [undefined, undefined],
])("a first interaction at %j", (firstInteractionAt, value) => {
  expect(fact({ firstInteractionAt }, "First interaction")).toEqual(value);
});

test.each([
  [["monday", "FRI", "Tues.", "su"], ["Mon", "Tue", "Fri", "Sun"]],
  [["Sunday", "Sun", "0"], ["Sun"]],
  [["7", "1"], ["Mon", "Sun"]],
  [[5, 1, 3], ["Mon", "Wed", "Fri"]],
  [["0", "7", "1"], ["0", "7", "1"]],
  [["lundi", "Mon", "8", "S", "weekdays", "lundi"], ["Mon", "lundi", "8", "S", "weekdays"]],
  [["constructor", "__proto__"], ["constructor", "__proto__"]],
])("days %j are %j", (daysOfWeek, items) => {
  expect(fact({ callParams: { daysOfWeek } }, "Days")).toEqual({ kind: "list", items });
});

test("numbers as days say what was assumed; days without hours are no calling hours", () => {
  const { facts, callingHours } = read({ callParams: { daysOfWeek: [1, 2], timezone: "Europe/Berlin" } });
  expect(facts.find(({ label }) => label === "Days")?.source).toBe("callParams.daysOfWeek, with 1 taken as Monday");
  expect(callingHours).toEqual(notReported);
});

test.each([
  [{ webhooks: ["https://a.test/1", "https://a.test/2"], slackUrl: "https://hooks.slack.test/x" }, "2 webhooks, Slack connected"],
  [{ webhooks: [], slackUrl: "https://hooks.slack.test/x" }, "Slack connected"],
  [{ webhooks: [{ url: "https://a.test/1" }, null, ""], slackUrl: null }, "1 webhook"],
  [{ webhooks: [], slackUrl: "" }, "none"],
  [{ webhooks: null, slackUrl: null }, "none"],
  [{ slackUrl: null }, "Slack not connected"],
  [{ webhooks: [] }, "no webhooks"],
  [{ webhooks: "https://a.test/1", slackUrl: 5 }, undefined],
])("integrations %j are %j", (fields, text) => {
  expect(fact(fields, "Integrations")).toEqual(text === undefined ? undefined : { kind: "text", text });
});

test("no address of a webhook or of Slack is anywhere in the reading", () => {
  const secrets = ["https://user:word@hooks.test/T0/B0?key=s3cret", "https://hooks.slack.test/services/T1/B1/s3cret"];
  const shapes: Record<string, unknown>[] = [
    { webhooks: [secrets[0]], slackUrl: secrets[1] },
    { webhooks: [{ url: secrets[0] }, [secrets[0]]], slackUrl: { url: secrets[1] } },
    { webhooks: secrets[0], slackUrl: [secrets[1]] },
  ];
  for (const shape of shapes) {
    expect(JSON.stringify(readBody({ ...sample, ...shape }))).not.toMatch(/hooks\.|s3cret|https?:/);
    // A refused body, too, says nothing of what stood in it.
    expect(JSON.stringify(header.read({ ...sample, ...shape, id: "" }))).not.toMatch(/hooks\.|s3cret|https?:/);
  }
});

test("several numbers, a number written as a number, and no group", () => {
  const fields = { callParams: { phonesFrom: [" +12025550100 ", 12_025_550_101, ""] }, campaignGroupId: null, campaignGroupName: null };
  expect(fact(fields, "From numbers")).toEqual({ kind: "phone", numbers: ["+12025550100", "12025550101"] });
  expect(fact(fields, "Group")).toBeUndefined();
  expect(fact({ campaignGroupId: "g1", campaignGroupName: " " }, "Group")).toEqual({ kind: "text", text: "g1" });
});

test("wrongly typed fields are not reported, and the result is a campaign", () => {
  const odd = { callParams: [], webhooks: {}, variables: [{ name: "a", value: "b" }], isIncoming: 1, incomingPhoneNumber: {}, campaignGroupName: 7 };
  expect(read(odd).facts).toEqual([]);
  expect(Campaign.safeParse(read(odd)).success).toBe(true);
  expect(Campaign.safeParse(read(sample)).success).toBe(true);
});

test("an address that stands in a field of somebody's own is not passed on", () => {
  const hook = "https://hooks.slack.com/services/T0/B0/canary";
  const body = { campaignGroupName: `Alerts ${hook}`, variables: ["first_name", hook], callParams: { language: hook } };
  expect(JSON.stringify(read(body))).not.toContain("canary");
  expect(fact(body, "Group")).toEqual({ kind: "text", text: "Alerts (an address)" });
  expect(fact(body, "Variables")).toEqual({ kind: "list", items: ["first_name", "(an address)"] });
});
