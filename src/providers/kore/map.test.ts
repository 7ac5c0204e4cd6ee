import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Campaign } from "#campaign/campaign.ts";
import { notReported, reported, valueOf } from "#campaign/reported.ts";
import { readingOf } from "./map.ts";
import { kore } from "./provider.ts";
import { WireCampaign } from "./wire.ts";

type Fields = Record<string, unknown>;

const source = kore.campaign("c", { clientId: "cs-1", streamId: "st-1", accountId: "a-1" });

function readHeader(body: unknown) {
  if (source.header.kind !== "one") throw new Error("the header is a route of its own");
  return source.header.read(body);
}

function sample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), "utf8"));
}

/** Maps a campaign of the given fields, over the three that are required. */
function campaignOf(fields: Fields): Campaign {
  return readingOf(WireCampaign.parse({ _id: "c", name: "n", status: "Active", ...fields })).campaign;
}

function factsOf(fields: Fields) {
  return campaignOf(fields).facts.map(({ label, value }) => [label, value]);
}

test("sample: campaign", () => expect(readHeader(sample("kore-campaign"))).toMatchSnapshot());
test("sample: contacts", () => expect(source.calls?.read(sample("kore-contacts"))).toMatchSnapshot());

test("the sample's contacts: two of four done, one open with two of three attempts, one not listed", () => {
  const page = source.calls?.read(sample("kore-contacts"));
  if (!page?.ok) throw new Error("the published page is readable");
  const { calls, total, lastPage, setAside } = page.value;
  expect(calls.map(({ to, outcome, attempts, retries }) => ({ to, outcome, attempts, retries }))).toEqual([
    { to: "+919876543210", outcome: "in_progress", attempts: 2, retries: 1 },
    { to: "125xxxx0200", outcome: "completed", attempts: 1, retries: 0 },
    { to: "+911234567890", outcome: "completed", attempts: 1, retries: 0 },
  ]);
  expect([total, lastPage, setAside]).toEqual([4, 1, []]);
  const header = readHeader(sample("kore-campaign"));
  expect(header.ok && valueOf(header.value.campaign.retryRules.maxRetries)).toBe(2);
  expect(header.ok && header.value.counters).toEqual({ basis: "contacts" });
});

test("only id, name and status are needed; the rest is then not reported, never 0", () => {
  const campaign = campaignOf({});
  expect(JSON.stringify(campaign)).not.toContain('"reported":true');
  expect(campaign.facts).toEqual([]);
  expect(readHeader({ status: "success", data: { _id: "c", name: "n", status: "Active" } })).toMatchObject({
    value: { calls: undefined, setAside: { calls: [], files: [] } },
  });
});

test("null, blank, wrongly typed and extra fields are not reported either, and cost nothing else", () => {
  const odd = {
    description: " ",
    dncLists: [7],
    priority: {},
    dialingMode: null,
    dialingStrategy: {
      callerId: "x",
      callingHours: [],
      dialingOrder: 5,
      maxAttemptsPerRecord: 0,
      defaultRetryPeriod: "soon",
      maxRingTime: -1,
    },
    experienceFlow: "",
    format: 1,
    schedule: { isSchedulingEnabled: "no", isRecurrenceEnabled: null },
    contactLists: [" "],
    createdAt: "yesterday",
    updatedAt: 1_704_067_200,
    __extra: { deep: true },
  };
  const campaign = campaignOf(odd);
  expect(JSON.stringify(campaign)).not.toContain('"reported":true');
  expect(campaign.facts).toEqual([]);
  expect(Object.keys(campaign)).toHaveLength(Object.keys(campaignOf({})).length);
  expect(campaignOf({ dialingStrategy: null, schedule: null, contactLists: null, dncLists: null })).toEqual(campaignOf({}));
});

test.each([
  ["Ready", "ready"],
  ["Preparing", "ready"],
  ["Active", "active"],
  ["Paused", "paused"],
  ["Stopped", "cancelled"],
  ["Completed", "completed"],
  ["Scheduled", "scheduled"],
  ["Rescheduled", "scheduled"],
  ["ACTIVE", "active"],
  ["Rerun", "unknown"],
  ["Archived", "unknown"],
  ["constructor", "unknown"],
  ["", "unknown"],
])("campaign status %j is %s", (word, kind) => {
  expect(campaignOf({ status: word }).status).toEqual({ kind, word });
});

test("the most attempts a contact may have are one more than its retries, and the source says so", () => {
  const rules = (strategy: Fields) => campaignOf({ dialingStrategy: strategy }).retryRules;
  expect(rules({ maxAttemptsPerRecord: 1, defaultRetryPeriod: 1440 })).toEqual({
    maxRetries: reported(0, "dialingStrategy.maxAttemptsPerRecord − 1"),
    cooldownMinutes: reported(1440, "dialingStrategy.defaultRetryPeriod"),
  });
  expect(valueOf(rules({ maxAttemptsPerRecord: "100" }).maxRetries)).toBe(99);
  expect(rules({ maxAttemptsPerRecord: 2.5 }).maxRetries).toEqual(notReported);
});

test.each([
  [{ dialingMode: "Agentless" }, "Dialling mode", { kind: "text", text: "Agentless" }],
  [{ dialingMode: "Progressive" }, "Dialling mode", { kind: "text", text: "Progressive" }],
  [{ dialingMode: "Preview" }, "Dialling mode", { kind: "text", text: "Preview" }],
  [{ dialingMode: "Predictive" }, "Dialling mode", { kind: "text", text: "Predictive" }],
  [{ dialingStrategy: { dialingOrder: "FIFO" } }, "Dialling order", { kind: "text", text: "FIFO" }],
  [{ dialingStrategy: { dialingOrder: "LIFO" } }, "Dialling order", { kind: "text", text: "LIFO" }],
  [{ dialingStrategy: { maxRingTime: 120 } }, "Longest ring", { kind: "duration", seconds: 120 }],
  [{ dialingStrategy: { callerId: { phoneNumber: "14846500100" } } }, "From number", { kind: "phone", numbers: ["+14846500100"] }],
  [{ priority: "1" }, "Priority (1 to 5, higher first)", { kind: "text", text: "1" }],
  [{ priority: 5 }, "Priority (1 to 5, higher first)", { kind: "text", text: "5" }],
  [{ dncLists: { id: "cl-1", name: "Never" } }, "Do-not-call lists", { kind: "list", items: ["Never"] }],
  [{ dncLists: [{ name: "A" }, { name: "B" }] }, "Do-not-call lists", { kind: "list", items: ["A", "B"] }],
  [{ contactLists: ["A", "B"] }, "Contact lists", { kind: "list", items: ["A", "B"] }],
  [{ experienceFlow: "cf-1" }, "Flow", { kind: "text", text: "cf-1" }],
  [{ format: "x" }, "Format", { kind: "text", text: "x" }],
  [{ schedule: { isSchedulingEnabled: true } }, "Scheduled", { kind: "yes_no", yes: true }],
  [{ schedule: { isRecurrenceEnabled: false } }, "Recurring", { kind: "yes_no", yes: false }],
])("%j is the fact %j", (fields, label, value) => {
  expect(factsOf(fields)).toEqual([[label, value]]);
});

test("the summary shows dialling mode and from-number, and nothing else", () => {
  const header = readHeader(sample("kore-campaign"));
  const facts = header.ok ? header.value.campaign.facts : [];
  expect(facts.filter(({ place }) => place === "summary").map(({ label }) => label)).toEqual(["Dialling mode", "From number"]);
});

test("calling hours that cannot be read are not reported, and shown as they came", () => {
  const callingHours = { frequency: "MONTHLY", timezone: "Asia/Kolkata", days: [{ day: "1st", start: "9:00 AM", end: "6:00 PM" }] };
  const campaign = campaignOf({ dialingStrategy: { callingHours } });
  expect(campaign.callingHours).toEqual(notReported);
  expect(campaign.facts).toEqual([
    {
      label: "Calling hours, as they came",
      place: "configuration",
      source: "dialingStrategy.callingHours",
      value: { kind: "text", text: "MONTHLY; Asia/Kolkata; 1st 9:00 AM – 6:00 PM" },
    },
  ]);
});

test.each([
  [null, "body: object"],
  [[], "body: object"],
  [{}, "status: success"],
  [{ status: "error", message: "no" }, "status: success"],
  [{ status: "failure", message: "no", data: { _id: "c", name: "n", status: "Active" } }, "status: success"],
  [{ status: "success" }, "data: object"],
  [{ status: "success", data: { name: "n", status: "Active" } }, "data._id: string"],
  [{ status: "success", data: { _id: "", name: "n", status: "Active" } }, "data._id: text that is not empty"],
  [{ status: "success", data: { _id: "c", name: 5, status: "Active" } }, "data.name: string"],
  [{ status: "success", data: { _id: "c", name: "n", status: null } }, "data.status: string"],
])("the envelope %j is refused: %s", (body, expected) => {
  const result = readHeader(body);
  expect(result.ok ? "none" : `${result.problem.path}: ${result.problem.expected}`).toBe(expected);
});

test("keys such as __proto__ change nothing and go nowhere", () => {
  const result = readHeader(
    JSON.parse(`{"status": "success", "__proto__": {"polluted": 1}, "data": {
      "_id": "c", "name": "n", "status": "Active", "__proto__": {"priority": "9"}, "constructor": {"prototype": {"polluted": 1}},
      "dialingStrategy": {"__proto__": {"maxRingTime": 9}}
    }}`),
  );
  expect(result.ok && result.value.campaign.facts).toEqual([]);
  expect(JSON.stringify(result)).not.toContain("polluted");
  expect(({} as Fields)["polluted"]).toBeUndefined();
  expect(result.ok && Campaign.safeParse(result.value.campaign).success).toBe(true);
});
