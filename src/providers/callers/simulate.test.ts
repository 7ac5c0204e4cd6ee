import { expect, test } from "vitest";
import { valueOf } from "#campaign/reported.ts";
import type { SimulatedCampaign, SimulatedRequest, SimulatedWorld } from "../simulation.ts";
import { callers } from "./provider.ts";
import { callersSimulation as simulation } from "./simulate.ts";

const createdAt = Date.parse("2026-10-01T10:00:00Z");
const campaigns = simulation.campaigns.map(
  (spec): SimulatedCampaign => ({
    ...spec,
    timeZone: "Europe/Berlin",
    startDate: "2026-10-01",
    endDate: undefined,
    contactFiles: [],
    contacts: 0,
    contactsCalled: 0,
    contactsDone: 0,
    attemptsByDepth: [],
    statistics: { total: 0, completed: 0, failed: 0, ratePercent: 0, averageSeconds: 0 },
    createdAt,
    updatedAt: createdAt,
  }),
);

const [account] = simulation.accounts;
if (account === undefined) throw new Error("no account");

const world: SimulatedWorld = {
  now: createdAt,
  account,
  campaigns: () => campaigns,
  campaign(id) {
    const campaign = campaigns.find((one) => one.id === id);
    return campaign && { campaign, rows: [] };
  },
  numberOf: () => "+12025550100",
};

function ask(path: string, headers: Record<string, string> = {}, method = "GET"): SimulatedRequest {
  const { pathname, searchParams } = new URL(path, "http://simulator.invalid");
  return { method, path: pathname, query: Object.fromEntries(searchParams), header: (name) => headers[name.toLowerCase()], body: undefined };
}

const answer = (path: string) => simulation.answer(ask(path), world);

function read(id: string) {
  const { header } = callers.campaign(id, account?.account ?? {});
  if (header.kind !== "one") throw new Error("read from a list");
  const result = header.read(JSON.parse(answer(header.request.path).text));
  if (!result.ok) throw new Error(`${result.problem.path}: ${result.problem.expected}`);
  return result.value.campaign;
}

test("what is written is what the provider reads: every state there is", () => {
  const states = campaigns.map(({ id }) => {
    const { status, newChatsPaused, direction, completedAt } = read(id);
    return [status.kind, valueOf(newChatsPaused), valueOf(direction), valueOf(completedAt)];
  });
  expect(states).toEqual([
    ["active", false, "outbound", null],
    ["active", true, "outbound", null],
    ["inactive", false, "outbound", null],
    ["completed", false, "outbound", createdAt + 76 * 3_600_000],
    ["active", false, "incoming", null],
    ["active", false, "outbound", null],
  ]);
});

test("no campaign ends before it began, and none has an address in its reading", () => {
  for (const { id } of campaigns) {
    const { facts, completedAt } = read(id);
    const began = facts.find(({ label }) => label === "First interaction")?.value;
    expect(began?.kind === "instant" ? began.at : createdAt).toBeLessThan(valueOf(completedAt) ?? Infinity);
    expect(JSON.stringify(read(id))).not.toContain("://");
  }
});

test("the list is what the provider's own request asks for", () => {
  const [list] = callers.lists(account.account);
  const filter = { page: 1, search: undefined };
  const { path } = list?.request(filter) ?? { path: "" };
  const result = list?.read(JSON.parse(answer(path).text), filter);
  expect(result?.ok && result.value.campaigns.map(({ id }) => id)).toEqual(campaigns.map(({ id }) => id));
  expect(JSON.parse(answer(`${path}&campaignGroupId=65f1c0ffee0000000000000a`).text)).toHaveLength(2);
});

test("the key is taken as it is, without Bearer", () => {
  const authorised = (authorization: string) => simulation.authorise(ask("/campaigns", { authorization }));
  expect(authorised("callers-demo-key")).toBe(account);
  expect(authorised("Bearer callers-demo-key")).toBeUndefined();
  expect(simulation.authorise(ask("/campaigns"))).toBeUndefined();
});

test("errors are in the documented shape", () => {
  expect(answer("/campaigns").status).toBe(400);
  expect(answer("/campaigns?organizationId=another").status).toBe(403);
  expect(answer("/campaigns/unknown").status).toBe(404);
  expect(answer("/campaigns/a/b").status).toBe(404);
  expect(simulation.answer(ask("/campaigns", {}, "POST"), world).status).toBe(404);
  expect([401, 403, 404, 429, 500, 503].map((status) => simulation.error(status).status)).toEqual([403, 403, 404, 429, 500, 503]);
  expect(JSON.parse(simulation.error(429).text)).toEqual({ status: "error", message: "Too many requests", data: [] });
  expect(callers.readError(JSON.parse(simulation.error(500).text)).message).toBe("Something went wrong");
});

test("requests about one campaign are told from the list", () => {
  expect(simulation.campaignOf(ask("/campaigns/65f1"))).toBe("65f1");
  expect(simulation.campaignOf(ask("/campaigns?organizationId=o"))).toBeUndefined();
});

test("the big campaign is one more of them", () => {
  const { id } = simulation.bigCampaign(50_000);
  expect(callers.campaignId.test(id)).toBe(true);
  expect(campaigns.map((campaign) => campaign.id)).not.toContain(id);
});
