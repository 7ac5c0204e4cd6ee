import { describe, expect, test } from "vitest";
import type { CampaignListFilter, CampaignListSource } from "../provider.ts";
import { recordingOf } from "./map.ts";
import { dialnexa } from "./provider.ts";

const filter: CampaignListFilter = { page: 1, search: undefined };
const [campaigns, batches] = dialnexa.lists({});

function listed(list: CampaignListSource | undefined, body: unknown, asked = filter) {
  const read = list?.read(body, asked);
  if (!read?.ok) throw new Error("not a list");
  return read.value;
}

describe("the generation", () => {
  test.each([["cmp_1", "/v1/campaigns/cmp_1", false], ["other", "/v1/campaigns/other", false], ["batch_1", "/v1/batch-calls?limit=100&page=1", true]])(
    "of %s is told from its id",
    (id, path, numbers) => {
      const { header, reports } = dialnexa.campaign(id, {});
      const request = header.kind === "one" ? header.request : header.request(1);
      expect(request.path).toBe(path);
      expect(request.asked).toMatch(id.startsWith("batch_") ? /batch calls, \/v1\/batch-calls/ : /campaigns, \/v1\/campaigns/);
      expect(reports).toMatchObject({ numbers, recordings: !numbers, durations: true, callTimes: true });
    },
  );

  test("of a batch: its header is the item of the list, wherever it stands, and a broken neighbour costs nothing", () => {
    const { header } = dialnexa.campaign("batch_2", {});
    const list = (items: unknown[]) => header.read({ items, total: 150, page: 1, limit: 100 });
    expect(list([{ id: "batch_1" }, null])).toEqual({ ok: true, value: { reading: undefined, lastPage: 2 } });
    expect(list([{ id: "batch_1" }, { id: "batch_2", title: "South", status: "paused" }])).toMatchObject({ value: { reading: { campaign: { name: "South" } } } });
    expect(list([{ id: "batch_2" }])).toEqual({ ok: false, problem: { path: "title", expected: "string" } });
  });

  test("of a batch without stages: what the counts of retries say, whose totals are not reported", () => {
    const { header } = dialnexa.campaign("batch_1", {});
    const item = { id: "batch_1", title: "S", status: "running", total_lead_count: 9, sent_lead_count: 5, first_retry_count: 2, second_retry_count: null };
    expect(header.read({ items: [item], total: 1, page: 1, limit: 20 })).toMatchObject({
      value: { reading: { counters: { stages: [{ depth: 0, attempted: 5, total: { value: 9 } }, { depth: 1, attempted: 2, total: { reported: false } }] } } },
    });
  });
});

test("counters arrive as the prose promises them", () => {
  const { header } = dialnexa.campaign("cmp_1", {});
  const body = { id: "cmp_1", name: "Leads", status: "running", total_leads: 5_000, completed_calls: 1_200, pending_calls: 3_700 };
  expect(header.read(body)).toMatchObject({
    value: { counters: { basis: "leads", total: { value: 5_000 }, completed: { value: 1_200 }, pending: { value: 3_700, source: "pending_calls" } } },
  });
});

test.each([
  ["https://recordings.example/a.mp3", true],
  ["http://recordings.example/a.mp3", true],
  ["javascript:alert(1)", false],
  ["data:text/html,<script>", false],
  ["//recordings.example/a.mp3", false],
  ["file:///etc/passwd", false],
  ["", false],
])("a recording at %s", (url, opens) => {
  expect(recordingOf(url)).toBe(opens ? url : undefined);
});

describe("the list of campaigns, which is not documented", () => {
  const rows = [{ id: "cmp_1", name: "Leads", status: "running" }, { id: "cmp_2", name: "Loans", status: "draft" }, { name: "no id" }];
  test.each([
    ["a bare array", rows, 3, 1],
    ["rows with meta", { data: rows, meta: { page: 1, limit: 2, total: 3, totalPages: 2 } }, 3, 2],
    ["items with paging", { items: rows, total: 45, page: 1, limit: 20 }, 45, 3],
  ])("as %s", (_, body, total, lastPage) => {
    expect(listed(campaigns, body)).toMatchObject({ total, lastPage, campaigns: [{ id: "cmp_1" }, { id: "cmp_2" }], setAside: [{ index: 2 }] });
  });
  test("is searched by name and id, page by page", () => {
    expect(listed(campaigns, rows, { page: 1, search: " LOAN " }).campaigns.map(({ id }) => id)).toEqual(["cmp_2"]);
    expect(listed(campaigns, rows, { page: 1, search: "cmp_1" }).campaigns.map(({ id }) => id)).toEqual(["cmp_1"]);
  });
  test("leads to the list of batch calls where it is not known", () => {
    expect(batches?.request(filter)).toEqual({ method: "GET", path: "/v1/batch-calls?limit=20&page=1", asked: "the list of batch calls" });
  });
});
