import { expect, test } from "vitest";
import { valueOf } from "#campaign/reported.ts";
import type { Phase, SimulatedCall, SimulatedCampaign, SimulatedRequest, SimulatedWorld } from "../simulation.ts";
import type { ProviderRequest } from "../provider.ts";
import { kore } from "./provider.ts";
import { koreSimulation } from "./simulate.ts";

const [demo] = koreSimulation.accounts;
const [spec] = koreSimulation.campaigns;
if (demo === undefined || spec === undefined) throw new Error("the demo has an account and a campaign");
const { account } = demo;

const campaign: SimulatedCampaign = {
  ...spec,
  name: 'Named "results":[] to mislead',
  ranges: [{ start: "00:30", end: "12:00" }, { start: "13:00", end: "24:00" }],
  days: [1, 7],
  timeZone: "Asia/Kolkata",
  startDate: "2026-10-05",
  endDate: undefined,
  contactFiles: [{ name: "CL one", state: "processed", totalRecords: 250, processedRecords: 250 }],
  contacts: 250,
  contactsCalled: 3,
  contactsDone: 1,
  attemptsByDepth: [3, 1],
  statistics: { total: 3, completed: 1, failed: 0, ratePercent: 33.3, averageSeconds: 90 },
  createdAt: Date.parse("2026-10-01T10:00:00Z"),
  updatedAt: Date.parse("2026-10-06T10:00:00Z"),
};

function call(fields: Partial<SimulatedCall>): SimulatedCall {
  const ends = { endedAt: undefined, talkSeconds: 0, seed: 4_000_000_001, createdAt: campaign.createdAt };
  const phase: Phase = fields.phase ?? "queued";
  return { id: "call_1", to: "+915555500000", phase, word: phase, retries: 0, ...ends, ...fields };
}

const rows = [
  call({ phase: "completed" }),
  call({ to: "+915555500001", phase: "busy", retries: 1 }),
  call({ to: "+915555500002", phase: "ringing" }),
].map((row) => koreSimulation.writeRow(row, campaign));

const world: SimulatedWorld = {
  now: campaign.updatedAt,
  account: demo,
  campaigns: () => [campaign, { ...campaign, id: "cd-other", name: "Other", status: "Stopped" }],
  campaign: (id) => (id === campaign.id ? { campaign, rows } : undefined),
  numberOf: (_, contact) => `+9155555${String(contact).padStart(5, "0")}`,
};

/** A request of the provider's, as it reaches the simulator. */
function arrived({ method, path, body }: ProviderRequest, headers: Readonly<Record<string, string>> = kore.headers(account)): SimulatedRequest {
  const { pathname, searchParams } = new URL(path, "http://simulator.invalid");
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { method, path: pathname, query: Object.fromEntries(searchParams), header: (name) => lower.get(name.toLowerCase()), body, signer: demo };
}

function ask(request: ProviderRequest, body: unknown = request.body) {
  const answer = koreSimulation.answer({ ...arrived(request), body }, world);
  const json: unknown = JSON.parse(answer.text);
  return { status: answer.status, json };
}

function source(id = campaign.id) {
  const { header, calls } = kore.campaign(id, account);
  const [list] = kore.lists(account);
  if (header.kind !== "one" || calls === undefined || list === undefined) throw new Error("Kore.ai has all three");
  return { header, calls, list };
}

function contacts(page: number) {
  const { calls } = source();
  const read = calls.read(ask(calls.request(page)).json);
  if (!read.ok) throw new Error(`${read.problem.path}: expected ${read.problem.expected}`);
  return read.value;
}

test("what is written of a campaign is what the provider reads", () => {
  const { header } = source();
  const read = header.read(ask(header.request).json);
  const found = read.ok ? read.value.campaign : undefined;
  expect(found).toMatchObject({ id: campaign.id, name: campaign.name, status: { kind: "active" }, createdAt: { value: campaign.createdAt } });
  expect(found && valueOf(found.callingHours)).toEqual({
    timeZone: "Asia/Kolkata",
    windows: [1, 7].flatMap((weekday) => [
      { weekday, start: "00:30", end: "12:00" },
      { weekday, start: "13:00", end: "24:00" },
    ]),
  });
  expect(found && valueOf(found.retryRules.maxRetries)).toBe(campaign.maxRetries);
  expect(found && valueOf(found.retryRules.cooldownMinutes)).toBe(campaign.cooldownHours * 60);
  expect(found?.facts).toContainEqual(expect.objectContaining({ label: "Contact lists", value: { kind: "list", items: ["CL one"] } }));
});

test("contacts: all of them in pages, the called ones first, the others untouched", () => {
  const pages = [1, 2, 3].map(contacts);
  expect(pages.map(({ calls, page, lastPage, total, setAside }) => [calls.length, page, lastPage, total, setAside])).toEqual([
    [100, 1, 3, 250, []],
    [100, 2, 3, 250, []],
    [50, 3, 3, 250, []],
  ]);
  expect(pages[0]?.calls.slice(0, 4)).toMatchObject([
    { to: "+915555500000", outcome: "completed", word: "completed", attempts: 1, dimensions: { hung_up_by: ["userHangUp"] } },
    { to: "+915555500001", outcome: "in_progress", word: "", attempts: 2, retries: 1 },
    { to: "+915555500002", outcome: "in_progress", word: "", attempts: 1 },
    { to: "+915555500003", outcome: "queued", attempts: 0 },
  ]);
  expect(pages[2]?.calls.at(-1)).toMatchObject({ id: "915555500249", to: "+915555500249", outcome: "queued" });
  expect(contacts(9).calls).toEqual([]);
});

test.each<[Phase, number, string, number]>([
  ["queued", 0, "", 0],
  ["queued", 1, "", 1],
  ["initiated", 0, "", 1],
  ["answered", 1, "", 2],
  ["completed", 0, "completed", 1],
  ["voicemail", 0, "voicemail", 1],
  ["failed", 0, "", 1],
  ["no-answer", 1, "", 2],
  ["no-answer", 2, "no-answer", 3],
  ["busy", 2, "busy", 3],
])("a contact %s after %i retries has the outcome %j and %i attempts", (phase, retries, dialerOutcome, numberOfAttemptsSoFar) => {
  const row: unknown = JSON.parse(koreSimulation.writeRow(call({ phase, retries }), { ...spec, maxRetries: 2 }));
  expect(row).toMatchObject({ phoneNumber: "915555500000", dialerOutcome, numberOfAttemptsSoFar });
});

test("the list comes in pages and says whether more follow", () => {
  const { list } = source();
  const filter = { page: 1, search: undefined };
  const read = list.read(ask(list.request(filter)).json, filter);
  expect(read.ok && read.value.campaigns.map(({ id, status }) => [id, status.kind])).toEqual([
    [campaign.id, "active"],
    ["cd-other", "cancelled"],
  ]);
  expect(ask(list.request(filter), { type: "voice", limit: 1, page: 1 }).json).toMatchObject({
    data: { skip: 0, limit: 1, hasMore: true, totalPages: 2, totalResults: 2 },
  });
});

test("only a signed request of this app and account is let in", () => {
  const { header } = source();
  expect(koreSimulation.authorise(arrived(header.request))).toBe(demo);
  expect(koreSimulation.authorise({ ...arrived(header.request), signer: undefined })).toBeUndefined();
  for (const wrong of [{ iid: "st-other" }, { accountId: "other" }, { iid: "", accountId: "" }]) {
    expect(koreSimulation.authorise(arrived(header.request, { ...kore.headers(account), ...wrong }))).toBeUndefined();
  }
});

test("what cannot be answered is an error in the documented shape", () => {
  const { header, calls, list } = source();
  const { path } = header.request;
  const requests: [number, ProviderRequest][] = [
    [404, source("cd-none").header.request],
    [404, source("cd-none").calls.request(1)],
    [404, { method: "GET", path: "/elsewhere" }],
    [404, { method: "GET", path: path.replace(String(account["streamId"]), "st-other") }],
    [404, { method: "POST", path, body: {} }],
    [404, { ...calls.request(1), method: "GET" }],
    [400, { method: "GET", path: path.replace(/\?.*$/, "") }],
    [400, { ...calls.request(1), path: calls.request(1).path.replace("contacts", "everything") }],
    [400, { ...calls.request(1), body: { page: 0, limit: 100 } }],
    [400, { ...calls.request(1), body: { page: 1, limit: 101 } }],
    [400, { ...list.request({ page: 1, search: undefined }), body: { page: 1, limit: 20 } }],
  ];
  for (const [status, request] of requests) {
    const answer = ask(request);
    expect([answer.status, typeof kore.readError(answer.json).message]).toEqual([status, "string"]);
    expect([header.read(answer.json).ok, calls.read(answer.json).ok]).toEqual([false, false]);
  }
});

test.each([401, 404, 429, 500, 503])("error %i is told in a message", (status) => {
  const answer = koreSimulation.error(status);
  expect([answer.status, kore.readError(JSON.parse(answer.text)).message]).toEqual([status, expect.stringMatching(/\w/)]);
});

test("a request is about the campaign in its path", () => {
  const { header, calls, list } = source();
  expect([header.request, calls.request(1)].map((request) => koreSimulation.campaignOf(arrived(request)))).toEqual([campaign.id, campaign.id]);
  expect(koreSimulation.campaignOf(arrived(list.request({ page: 1, search: undefined })))).toBeUndefined();
  expect(koreSimulation.campaignOf(arrived({ method: "GET", path: "/elsewhere" }))).toBeUndefined();
});

test("every simulated campaign has an id that may be asked for, a documented status, and periods within bounds", () => {
  const all = [...koreSimulation.campaigns, koreSimulation.bigCampaign(50_000)];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.every(({ id }) => kore.campaignId.test(id))).toBe(true);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(["Active", "Paused", "Ready", "Completed", "Scheduled", "Stopped"]));
  expect(all.every(({ cooldownHours }) => cooldownHours * 60 >= 1 && cooldownHours * 60 <= 1_440)).toBe(true);
  expect(kore.account.every(({ name, pattern, required }) => pattern.test(account[name] ?? (required ? "" : "x")))).toBe(true);
});
