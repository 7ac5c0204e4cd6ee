import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Campaign } from "#campaign/campaign.ts";
import { notReported, reported, valueOf } from "#campaign/reported.ts";
import type { CampaignReading } from "../provider.ts";
import { talkover } from "./provider.ts";
import { readCampaign } from "./testing/read.ts";

type Fields = Record<string, unknown>;

function sample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), "utf8"));
}

/** Reads a campaign of the given fields, over the three that are required. */
function read(fields: Fields): CampaignReading {
  const result = readCampaign({ success: true, data: { id: "c", name: "n", status: "active", ...fields } });
  if (!result.ok) throw new Error(`${result.problem.path}: expected ${result.problem.expected}`);
  return result.value;
}

function readCall(fields: Fields): CampaignReading {
  const row = { id: "1", to: "+15550100", status: "queued", retries: 0, created_at: "2024-01-01T00:00:00Z", ...fields };
  return read({ calls: [row] });
}

function problem(body: unknown): string {
  const result = readCampaign(body);
  return result.ok ? "none" : `${result.problem.path}: ${result.problem.expected}`;
}

test("sample: campaign", () => expect(readCampaign(sample("talkover-campaign"))).toMatchSnapshot());
test("sample: error 401", () => expect(talkover.readError(sample("talkover-error-401"))).toMatchSnapshot());
test("sample: error 404", () => expect(talkover.readError(sample("talkover-error-404"))).toMatchSnapshot());
test("sample: error 500", () => expect(talkover.readError(sample("talkover-error-500"))).toMatchSnapshot());

test("only id, name and status are needed; the rest is then not reported, never 0", () => {
  const { campaign, calls, setAside } = read({});
  expect(JSON.stringify(campaign)).not.toContain('"reported":true');
  expect(calls).toBeUndefined();
  expect(setAside).toEqual({ calls: [], files: [] });
});

test("null, blank, wrongly typed and extra fields are not reported either, and cost nothing else", () => {
  const names = Object.keys(read({}).campaign).length;
  const odd = {
    description: " ",
    campaign_type: null,
    start_date: "2024-02-31",
    max_retries: "many",
    retry_cooldown_hours: {},
    days_of_week: [1, 9],
    agent: [],
    stats: [],
    calls: null,
    files: null,
    created_at: "soon",
    enable_post_completion_cooldown: "yes",
    auto_dnc_trigger_statuses: [1],
    __extra: { deep: true },
  };
  const { campaign, calls } = read(odd);
  expect(JSON.stringify(campaign)).not.toContain('"reported":true');
  expect(Object.keys(campaign)).toHaveLength(names);
  expect(calls).toBeUndefined();
});

test.each([
  ["draft", "draft"],
  ["active", "active"],
  ["paused", "paused"],
  ["completed", "completed"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
  ["Active", "active"],
  ["archived", "unknown"],
  ["constructor", "unknown"],
  ["", "unknown"],
])("campaign status %j is %s", (word, kind) => {
  expect(read({ status: word }).campaign.status).toEqual({ kind, word });
});

test.each([
  ["queued", "queued"],
  ["initiated", "in_progress"],
  ["ringing", "in_progress"],
  ["answered", "in_progress"],
  ["completed", "completed"],
  ["failed", "failed"],
  ["busy", "busy"],
  ["voicemail", "voicemail"],
  ["no-answer", "no_answer"],
  ["no_answer", "no_answer"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
  ["BUSY", "busy"],
  ["hung_up", "unknown"],
  ["__proto__", "unknown"],
])("call status %j is %s", (word, outcome) => {
  expect(readCall({ status: word }).calls?.[0]).toMatchObject({ outcome, word });
});

test.each([
  ["uploading", "uploading"],
  ["processing", "processing"],
  ["processed", "processed"],
  ["failed", "failed"],
  ["queued", "unknown"],
])("file status %j is %s", (word, kind) => {
  const files = valueOf(read({ files: [{ id: "f", status: word }] }).campaign.files);
  expect(files?.[0]?.state).toEqual({ kind, word });
});

test.each([
  ["2024-01-01T00:00:00Z", 1_704_067_200_000],
  ["2024-01-01T00:00:00.123456Z", 1_704_067_200_123],
  ["2024-01-01", undefined],
  ["0001-01-01T00:00:00Z", undefined],
  [null, undefined],
  [1_704_067_200, undefined],
])("a call created at %j", (created_at, createdAt) => {
  expect(readCall({ created_at }).calls?.[0]?.createdAt).toBe(createdAt);
});

test("a call without a number is a call without a number", () => {
  expect([null, undefined, "", " "].map((to) => readCall({ to }).calls?.[0]?.to)).toEqual(Array(4).fill(undefined));
  expect(readCall({ to: " +1 555 0100 " }).calls?.[0]?.to).toBe("+1 555 0100");
});

test.each([
  [{ id: 7 }, "id: expected string"],
  [{ id: "" }, "id: expected text that is not empty"],
  [{ to: 15550100 }, "to: expected string"],
  [{ status: null }, "status: expected string"],
  [{ retries: undefined }, "retries: expected number"],
  [{ retries: null }, "retries: expected number"],
  [{ retries: -1 }, "retries: expected at least 0"],
  [{ retries: 0.5 }, "retries: expected whole number"],
  [{ retries: 1e9 }, "retries: expected at most 1000"],
])("a call with %j is set aside, saying %j", (fields, reason) => {
  expect(readCall(fields)).toMatchObject({ calls: [], setAside: { calls: [{ index: 0, reason }] } });
});

test("rows that are no objects are set aside with their place, and the good ones stay", () => {
  const good = { id: "1", to: "+15550100", status: "busy", retries: "2", created_at: null };
  const { calls, setAside } = read({ calls: [null, good, "+15550199", [good], good] });
  expect(calls?.map(({ retries, outcome }) => [retries, outcome])).toEqual([[2, "busy"], [2, "busy"]]);
  expect(setAside.calls.map(({ index }) => index)).toEqual([0, 2, 3]);
  expect(JSON.stringify(setAside)).not.toContain("555");
});

test("file rows: names and records where they are reported, bad rows set aside", () => {
  const files = [
    { id: "a", status: "processed", total_records: "1000", processed_records: 950, original_filename: null },
    { id: "b", status: "processing", total_records: -1 },
    { id: "c", status: "processing", total_records: null, processed_filename: "c.csv" },
  ];
  const { campaign, setAside } = read({ files });
  expect(valueOf(campaign.files)).toEqual([
    {
      id: "a",
      originalName: notReported,
      processedName: notReported,
      state: { kind: "processed", word: "processed" },
      totalRecords: reported(1000, "files[].total_records"),
      processedRecords: reported(950, "files[].processed_records"),
    },
    expect.objectContaining({ id: "c", totalRecords: notReported, processedRecords: notReported }),
  ]);
  expect(setAside.files).toEqual([{ index: 1, reason: "total_records: expected at least 0" }]);
});

test("an end date of null says that there is none; a missing one says nothing", () => {
  expect(read({ end_date: null }).campaign.endDate).toEqual(reported(null, "end_date"));
  expect(read({ end_date: "2024-03-31" }).campaign.endDate).toEqual(reported("2024-03-31", "end_date"));
  expect([{}, { end_date: "9999-99-99" }, { end_date: 5 }].map((fields) => read(fields).campaign.endDate)).toEqual(
    Array(3).fill(notReported),
  );
});

test("an empty list is reported as empty", () => {
  const { calls, campaign } = read({ calls: [], files: [] });
  expect(calls).toEqual([]);
  expect(campaign.files).toEqual(reported([], "files"));
});

test("numbers may be spelled as decimals; other texts are no numbers", () => {
  const { statistics, retryRules } = read({
    max_retries: "3",
    stats: { total_calls: "100", success_rate: "80.00", average_duration: "2 min", failed_calls: -1, completed_calls: Infinity },
  }).campaign;
  expect(valueOf(retryRules.maxRetries)).toBe(3);
  expect(valueOf(statistics.totalCalls)).toBe(100);
  expect(valueOf(statistics.successRatePercent)).toBe(80);
  expect([statistics.averageDurationSeconds, statistics.failedCalls, statistics.completedCalls]).toEqual(
    Array(3).fill(notReported),
  );
});

test("do-not-call triggers keep their words", () => {
  const { doNotCall } = read({
    auto_dnc_trigger_statuses: ["no-answer", "rude"],
    auto_dnc_trigger_errors: ["invalid_number", "disconnected"],
  }).campaign;
  expect(valueOf(doNotCall.autoAddOutcomes)).toEqual([
    { outcome: "no_answer", word: "no-answer" },
    { outcome: "unknown", word: "rude" },
  ]);
  expect(valueOf(doNotCall.autoAddErrors)).toEqual(["invalid_number", "disconnected"]);
});

test("an agent known only by id is still an agent", () => {
  expect(read({ agent_id: "a-1" }).campaign.agent).toEqual(
    reported({ id: reported("a-1", "agent_id"), name: notReported, label: notReported }, "agent_id"),
  );
});

test.each([
  [null, "body: object"],
  [[], "body: object"],
  [{}, "success: true"],
  [{ success: false, message: "no" }, "success: true"],
  [{ success: true }, "data: object"],
  [{ success: true, data: { name: "n", status: "active" } }, "data.id: string"],
  [{ success: true, data: { id: "", name: "n", status: "active" } }, "data.id: text that is not empty"],
  [{ success: true, data: { id: "c", name: 5, status: "active" } }, "data.name: string"],
  [{ success: true, data: { id: "c", name: "n", status: null } }, "data.status: string"],
  [{ success: true, data: { id: "c", name: "n", status: "active", calls: {} } }, "data.calls: array"],
  [{ success: true, data: { id: "c", name: "n", status: "active", files: "none" } }, "data.files: array"],
])("the envelope %j is refused: %s", (body, expected) => {
  expect(problem(body)).toBe(expected);
});

test("a cool-down whose minutes are beyond any number is not reported", () => {
  expect(read({ retry_cooldown_hours: 1.5 }).campaign.retryRules.cooldownMinutes).toEqual(reported(90, "retry_cooldown_hours"));
  expect(read({ retry_cooldown_hours: 3e306 }).campaign.retryRules.cooldownMinutes).toEqual(notReported);
});

test("keys such as __proto__ change nothing and go nowhere", () => {
  const body: unknown = JSON.parse(`{"success": true, "__proto__": {"polluted": 1}, "data": {
    "id": "c", "name": "n", "status": "active", "__proto__": {"max_retries": 9}, "constructor": {"prototype": {"polluted": 1}},
    "agent": {"__proto__": {"label": "L"}},
    "calls": [{"id": "1", "status": "busy", "retries": 0, "created_at": "2024-01-01T00:00:00Z", "__proto__": {"to": "+15550100"}}]
  }}`);
  const result = readCampaign(body);
  expect(result.ok && result.value.campaign.retryRules.maxRetries).toEqual(notReported);
  expect(result.ok && result.value.calls?.[0]?.to).toBeUndefined();
  expect(JSON.stringify(result)).not.toMatch(/polluted|"L"/);
  expect(({} as Fields)["polluted"]).toBeUndefined();
  expect(result.ok && Campaign.safeParse(result.value.campaign).success).toBe(true);
});
