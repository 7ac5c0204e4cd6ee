import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openAt } from "#campaign/calling-windows.ts";
import { disagreements } from "#campaign/disagreements.ts";
import { finalityRules } from "#campaign/contact-state.ts";
import { progressOf, progressSource } from "#campaign/progress-funnel.ts";
import { valueOf } from "#campaign/reported.ts";
import { buildCallTable } from "#service/engine/calls/table.ts";
import { createSimulator, type SimulatorOptions } from "#simulator/simulator.ts";
import { talkover } from "./provider.ts";
import { campaigns } from "./simulated-campaigns.ts";
import { talkoverSimulation } from "./simulate.ts";
import { readCampaign } from "./testing/read.ts";
import { WireListBody } from "./wire.ts";

/** What the tests look at in a row of the list; other keys are kept to be looked for. */
const Item = z.looseObject({ id: z.string(), name: z.string(), stats: z.looseObject({ total_calls: z.number() }) });

const ValidationError = z.object({
  success: z.literal(false),
  error: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.array(z.string()).min(1)) }),
});

const start = Date.parse("2026-10-14T15:20:00Z");
const generous = { requestsPerMinute: 100_000 };

/** A simulator whose clock the test holds. */
function world(options: Partial<SimulatorOptions> = {}) {
  let now = start;
  const simulator = createSimulator({ seed: 7, now: () => now, platforms: [{ provider: talkover, simulation: talkoverSimulation }], ...options });
  const get = (path: string, headers: Record<string, string> = { authorization: "Bearer talq_demo" }): Promise<Response> =>
    simulator.fetch(new Request(`http://simulator.invalid/talkover${path}`, { headers }));
  return {
    get,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    async read(id: string) {
      const result = readCampaign(await (await get(`/api/v1/campaigns/${id}`)).json());
      if (!result.ok) throw new Error(`${id}: ${result.problem.path} is not ${result.problem.expected}`);
      return result.value;
    },
    async list(query: string) {
      const { data, pagination } = WireListBody.parse(await (await get(`/api/v1/campaigns?${query}`)).json());
      return { items: data.map((item) => Item.parse(item)), pagination };
    },
  };
}

describe("documented errors", () => {
  test.each([{}, { authorization: "Bearer talq_other" }, { authorization: "talq_demo" }])("401 for %o", async (headers) => {
    const response = await world().get("/api/v1/campaigns/two-calls", headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ success: false, message: "Unauthorized" });
  });

  test("404 for an id there is not", async () => {
    const response = await world().get("/api/v1/campaigns/no-such-campaign");
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ success: false, message: "Campaign not found" });
  });

  test.each(["status=asleep", "campaign_type=x", "per_page=101", "per_page=0", "page=0", "page=one", "date_from=today"])(
    "422 for a list with %s",
    async (query) => {
      const response = await world().get(`/api/v1/campaigns?${query}`);
      expect(response.status).toBe(422);
      const { error } = ValidationError.parse(await response.json());
      expect(error.code).toBe("VALIDATION_ERROR");
      expect(Object.keys(error.details)).toEqual([query.split("=")[0]]);
    },
  );

  test("429 after a hundred requests in a minute, until the minute is over", async () => {
    const { get, pass } = world();
    for (let index = 0; index < 100; index += 1) expect((await get("/api/v1/campaigns/two-calls")).status).toBe(200);
    pass(18_500);
    const refused = await get("/api/v1/campaigns/two-calls");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("42");
    pass(41_500);
    expect((await get("/api/v1/campaigns/two-calls")).status).toBe(200);
  });
});

describe("the list", () => {
  test("comes in pages that together hold every campaign once, in order", async () => {
    const { list } = world();
    const ids: string[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const { items, pagination } = await list(`per_page=7&page=${page}`);
      expect(pagination).toMatchObject({ current_page: page, last_page: 3, total: campaigns.length });
      ids.push(...items.map(({ id }) => id));
    }
    expect(ids).toEqual(campaigns.map(({ id }) => id));
    expect((await list("per_page=7&page=9")).items).toEqual([]);
  });

  test("is filtered by status, type, agent and words of the name", async () => {
    const { list } = world();
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    expect(await ids("status=paused")).toEqual(["paused"]);
    expect(await ids("campaign_type=follow_up")).toEqual(["night-side"]);
    expect(await ids("agent_id=agent-markup")).toEqual(["markup"]);
    expect(await ids("search=RENEWAL")).toEqual(["renewal-reminders", "night-side"]);
    expect(await ids("date_to=2026-09-20")).toEqual(["completed"]);
    expect(await ids("date_from=2026-10-14")).toEqual(["draft", "future"]);
  });

  test("leaves out calls, files and the average duration", async () => {
    const [item] = (await world().list("search=Q2")).items;
    expect(item?.name).toBe("Q2 Lead Re-engagement");
    const keys = Object.keys({ ...item, ...item?.stats });
    expect(keys.filter((key) => ["calls", "files", "average_duration"].includes(key))).toEqual([]);
  });
});

describe("what it answers", () => {
  const { read } = world(generous);

  test.each(campaigns.map(({ id }) => id))("%s is read whole, its figures agree and its progress adds up", async (id) => {
    const { campaign, counters, calls, setAside } = await read(id);
    expect(setAside).toEqual({ calls: [], files: [] });
    const rules = finalityRules(campaign, counters);
    const { tally } = buildCallTable(calls ?? [], rules, undefined);
    const found = disagreements(campaign.statistics, tally, valueOf(campaign.files) ?? []);
    expect(found.map(({ kind }) => kind)).toEqual(id === "sales-campaign" ? ["total_calls_disagree"] : []);
    const { statistics, files, maxConcurrentCalls } = campaign;
    const input = { counters, tally, listing: undefined, statistics, files, rules, maxConcurrentCalls };
    const progress = progressOf(input, progressSource(input));
    const sum = progress.segments.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(valueOf(progress.total));
  });

  test("names, files and hours of every kind are there", async () => {
    const markup = await read("markup");
    expect(markup.campaign.name).toContain("<img src=x onerror=alert(1)>");
    const trouble = await read("files-in-trouble");
    expect(valueOf(trouble.campaign.files)?.map(({ state }) => state.kind)).toEqual(["processed", "processing", "failed", "uploading"]);
    const windows = await read("two-windows");
    expect(valueOf(windows.campaign.callingHours)?.windows.length).toBe(14);
    expect(valueOf(windows.campaign.endDate)).toBe("2026-11-04");
    expect((await read("unknown-status")).campaign.status).toEqual({ kind: "unknown", word: "archiving" });
    const words = new Set((await read("unknown-words")).calls?.filter(({ outcome }) => outcome === "unknown").map(({ word }) => word));
    expect(words).toEqual(new Set(["machine_detected", "line_engaged"]));
  });

  test("times come with and without microseconds", async () => {
    const { get } = world();
    const text = await (await get("/api/v1/campaigns/renewal-reminders")).text();
    expect(text).toMatch(/"created_at":"[\d-]+T[\d:]+Z"/);
    expect(text).toMatch(/"created_at":"[\d-]+T[\d:]+\.\d{6}Z"/);
  });

  test("records of a file being read rise", async () => {
    const { read: readNow, pass } = world();
    const records = async () => valueOf((await readNow("q2-lead-re-engagement")).campaign.files)?.map((file) => valueOf(file.processedRecords) ?? 0) ?? [];
    const [, before = 0] = await records();
    pass(60_000);
    expect(await records()).toEqual([19_358, before + 29]);
  });
});

test.each(Array.from({ length: 12 }, (_, index) => 2 * index + 1))("begun at %i:00 on a Sunday, the main campaign is calling", async (hour) => {
  const now = Date.parse("2026-02-01T00:00:00Z") + hour * 3_600_000;
  const { read } = world({ now: () => now });
  const { campaign, calls } = await read("q2-lead-re-engagement");
  const hours = valueOf(campaign.callingHours);
  if (!hours) throw new Error("no calling hours");
  const window = openAt(hours, { startDate: valueOf(campaign.startDate), endDate: undefined }, now);
  expect((window?.end ?? now) - now).toBeGreaterThan(2 * 3_600_000);
  expect(calls?.filter(({ outcome }) => outcome === "in_progress").length).toBeGreaterThan(3);
});
