import { afterEach, describe, expect, test } from "vitest";
import { operator, type Viewer, viewerWith } from "./access/viewer.ts";
import type { CampaignListAnswer } from "./api.ts";
import { campaignPath } from "./testing/hosted.ts";
import { type Handler, json, startUpstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* Who may see only some campaigns gets a list that says nothing of the others. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Listed = { id: string; name: string };
const perPage = 20;
const pageOf = (all: readonly Listed[], page: number): Listed[] => all.slice((page - 1) * perPage, page * perPage);
const lastPageOf = (all: readonly Listed[]): number => Math.max(1, Math.ceil(all.length / perPage));
const numbered = (count: number, prefix: string): Listed[] => Array.from({ length: count }, (_, index) => ({ id: `${prefix}-${index}`, name: `Campaign ${prefix} ${index}` }));

/** Talkover searches and counts by itself. */
const talkover = (all: readonly Listed[]): Handler => (request, response, count) => {
  const query = new URL(request.url ?? "", "http://platform").searchParams;
  const page = Number(query.get("page"));
  const found = all.filter(({ name }) => name.toLowerCase().includes((query.get("search") ?? "").toLowerCase()));
  const data = pageOf(found, page).map((campaign) => ({ ...campaign, status: "active" }));
  json(200, { success: true, data, pagination: { current_page: page, last_page: lastPageOf(found), per_page: perPage, total: found.length } })(request, response, count);
};

/** DialNexa lists campaigns of two generations, each on routes of its own. */
const dialnexa = (all: readonly Listed[]): Handler => (request, response, count) => {
  const url = new URL(request.url ?? "", "http://platform");
  const page = Number(url.searchParams.get("page"));
  const isBatch = url.pathname === "/v1/batch-calls";
  const of = all.filter(({ id }) => id.startsWith("batch_") === isBatch);
  const items = pageOf(of, page).map(({ id, name }) => ({ id, name, title: name, status: "running", total_lead_count: 10, sent_lead_count: 4 }));
  json(200, { items, total: of.length, page, limit: perPage, totalPages: lastPageOf(of) })(request, response, count);
};

const scope = (...patterns: string[]): Viewer => viewerWith({ campaigns: { acme: patterns }, surface: "page", numbers: "masked", permissions: [] }, { key: "v", label: "v" });

/** Everything a viewer is sent of an account's list, by question. */
async function sent(platform: { provider: string; handler: (all: readonly Listed[]) => Handler }, all: readonly Listed[], viewer: Viewer) {
  const upstream = await startUpstream(platform.handler(all));
  const host = await startValueHost({ provider: platform.provider, baseUrl: upstream.baseUrl, now: () => Date.UTC(2026, 9, 1, 16) });
  ends.push(host.stop, upstream.close);
  const ask = async (query: string, etag?: string) => {
    const response = await host.askAs(viewer, campaignPath + query, etag === undefined ? {} : { headers: { "if-none-match": etag } });
    return { status: response.status, headers: [...response.headers], text: await response.text() };
  };
  const list = async (query = "") => JSON.parse((await ask(query)).text) as CampaignListAnswer;
  return { ask, list, host, upstream };
}

const questions = ["", "?page=1", "?page=2", "?page=3", "?page=9999", "?search=ours", "?search=secret", "?search=theirs", "?search=ours&page=2", "?search=a"];

describe.each([
  { provider: "talkover", handler: talkover, ours: [{ id: "ours-1", name: "Ours in spring" }, { id: "ours-2", name: "Ours in autumn" }] },
  { provider: "dialnexa", handler: dialnexa, ours: [{ id: "cmp_ours-1", name: "Ours in spring" }, { id: "batch_ours-2", name: "Ours in autumn" }] },
  { provider: "dialnexa", handler: dialnexa, ours: [{ id: "batch_ours-1", name: "Ours in spring" }] },
])("$provider, $ours.length campaigns of the viewer", ({ ours, ...platform }) => {
  const [first, ...rest] = ours;
  const theirs = numbered(45, "cmp_theirs").map(({ id, name }) => ({ id, name: `Secret ${name}` }));
  const others = [...theirs, ...(first === undefined ? [] : [first]), { id: "batch_theirs", name: "A secret batch" }, ...rest];

  test.each([["ids", ours.map(({ id }) => id)], ["a pattern", ["*ours-*"]]])("[threat: learning of other campaigns] by %s: byte for byte the same, whatever else the account holds", async (_, patterns) => {
    const [alone, among] = [await sent(platform, ours, scope(...patterns)), await sent(platform, others, scope(...patterns))];
    for (const query of questions) {
      const [one, other] = [await alone.ask(query), await among.ask(query)];
      expect(one.status).toBe(200);
      expect(other).toEqual(one);
      const etag = one.headers.find(([name]) => name === "etag")?.[1];
      expect([etag, (await among.ask(query, etag)).status]).toEqual([expect.any(String), 304]);
    }
    const names = ours.map(({ name }) => name);
    expect((await among.list()).campaigns.map(({ name }) => name)).toEqual(names);
    expect(await among.list("?search=spring")).toMatchObject({ campaigns: [{ name: "Ours in spring" }], page: 1, lastPage: 1, total: 1, scoped: true });
  });
});

test("a viewer of many campaigns has pages of them, which cost the platform each of its own once", async () => {
  const all = [...numbered(50, "theirs"), ...numbered(45, "ours")];
  const { list, upstream } = await sent({ provider: "talkover", handler: talkover }, all, scope("ours-*"));
  expect(await list("?page=1")).toMatchObject({ page: 1, lastPage: 3, total: 45 });
  const pages = await Promise.all([1, 2, 3, 4].map((page) => list(`?page=${page}`)));
  expect(pages.map(({ page, campaigns }) => [page, campaigns.length, campaigns[0]?.id])).toEqual([[1, 20, "ours-0"], [2, 20, "ours-20"], [3, 5, "ours-40"], [3, 5, "ours-40"]]);
  expect((await list("?search=ours+44")).campaigns.map(({ id }) => id)).toEqual(["ours-44"]);
  expect(upstream.requests).toHaveLength(5);
});

test("who may see all has the platform's own pages and search", async () => {
  const { host } = await sent({ provider: "talkover", handler: talkover }, numbered(45, "any"), operator);
  const ask = async (query: string) => (await host.ask(campaignPath + query)).json();
  expect(await ask("?page=2")).toMatchObject({ page: 2, lastPage: 3, total: 45, scoped: false });
  expect(await ask("?search=any+7")).toMatchObject({ lastPage: 1, total: 1 });
});

test("a platform that lists nothing, or fails, is said as it is to everybody", async () => {
  const fails = (status: number) => () => json(status, { success: false });
  for (const [status, code] of [[404, "not_found"], [403, "forbidden"], [500, "server_error"]] as const) {
    const { ask } = await sent({ provider: "dialnexa", handler: fails(status) }, [], scope("ours"));
    expect(JSON.parse((await ask("")).text)).toMatchObject({ code });
  }
});
