import { afterEach, expect, test } from "vitest";
import type { CampaignAnswer, Problem } from "./api.ts";
import { campaignPath } from "./testing/hosted.ts";
import { json, startUpstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* A campaign whose header is an item of the platform's list, which comes in pages. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const batch = (id: string) => ({ id, title: `Title of ${id}`, status: "running", total_lead_count: 10, sent_lead_count: 4 });

/** A platform that lists these pages of batches; which pages of the list were asked for. */
async function begin(pages: string[][]) {
  let listed = pages;
  const upstream = await startUpstream((request, response, count) => {
    const url = new URL(request.url ?? "/", "http://platform");
    const page = Number(url.searchParams.get("page"));
    const items = (listed[page - 1] ?? []).map(batch);
    const answer = url.pathname === "/v1/batch-calls" ? { items, total: listed.length, page, limit: 1 } : { callLogs: [], total: 0, page: 1, totalPages: 0 };
    json(200, answer)(request, response, count);
  });
  const host = await startValueHost({ provider: "dialnexa", baseUrl: upstream.baseUrl, cadence: { calling: 1_000, outsideHours: 1_000, finished: 1_000 } });
  ends.push(host.stop, upstream.close);
  const asked = () => upstream.requests.flatMap(({ url }) => (url.startsWith("/v1/batch-calls?") ? [Number(new URL(url, "http://platform").searchParams.get("page"))] : []));
  const ask = async (id: string): Promise<CampaignAnswer | Problem> => (await host.ask(`${campaignPath}/${id}`, { headers: { "Callboard-Refresh": "now" } })).json() as Promise<CampaignAnswer | Problem>;
  const list = (next: string[][]): void => {
    listed = next;
  };
  return { ask, asked, list };
}

test("it is looked for page by page, and from then on where it was", async () => {
  const { ask, asked } = await begin([["batch_a"], ["batch_b"], ["batch_c"], ["batch_d"]]);
  expect(await ask("batch_c")).toMatchObject({ campaign: { name: "Title of batch_c" }, progress: { measure: "first_calls_sent", done: { count: 4 } } });
  expect(asked()).toEqual([1, 2, 3]);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  await ask("batch_c");
  expect(asked()).toEqual([1, 2, 3, 3]);
});

test("it is found again when newer ones moved it down the list", async () => {
  const { ask, asked, list } = await begin([["batch_a"], ["batch_b"]]);
  await ask("batch_b");
  list([["batch_new"], ["batch_a"], ["batch_b"]]);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await ask("batch_b")).toMatchObject({ campaign: { name: "Title of batch_b" }, upstream: { state: "ok" } });
  expect(asked()).toEqual([1, 2, 2, 3]);
});

test("one that no page lists is not found, once the whole list was gone through", async () => {
  const { ask, asked } = await begin([["batch_a"], ["batch_b"]]);
  expect(await ask("batch_z")).toMatchObject({ code: "not_found", detail: "DialNexa lists no campaign of this id" });
  // Twice: a campaign is not declared gone on a single answer.
  expect(asked()).toEqual([1, 2, 1, 2]);
});
