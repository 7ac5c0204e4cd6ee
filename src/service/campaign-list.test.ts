import { afterEach, expect, test } from "vitest";
import type { CampaignListAnswer } from "./api.ts";
import { campaignPath } from "./testing/hosted.ts";
import { json, startUpstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* Lists of a platform that searches none of them: by generation, and shared by those who search. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const campaign = (id: string, name: string) => ({ id, name, status: "running" });
const batch = (id: string, title: string) => ({ id, title, status: "running", total_lead_count: 10, sent_lead_count: 4 });

/** An account with these campaigns of either generation; `status` of the answers. */
async function begin({ campaigns, batches, status = 200 }: { campaigns: object[]; batches: object[]; status?: number }) {
  const upstream = await startUpstream((request, response, count) => {
    const isBatch = request.url?.startsWith("/v1/batch-calls") === true;
    const answer = isBatch ? { items: batches, total: batches.length, page: 1, limit: 20 } : { items: campaigns, total: campaigns.length };
    json(status, answer)(request, response, count);
  });
  const host = await startValueHost({ provider: "dialnexa", baseUrl: upstream.baseUrl });
  ends.push(host.stop, upstream.close);
  const list = async (query = "") => (await (await host.ask(`${campaignPath}${query}`)).json()) as CampaignListAnswer;
  const names = async (query = "") => (await list(query)).campaigns.map(({ name }) => name);
  return { list, names, asked: () => upstream.requests.map(({ url }) => url.split("?")[0]) };
}

test("whatever is searched for, a list is read once", async () => {
  const { names, asked } = await begin({ campaigns: [campaign("cmp_1", "Autumn"), campaign("cmp_2", "Spring")], batches: [] });
  expect(await names()).toEqual(["Autumn", "Spring"]);
  expect(await Promise.all(["a", "au", "spring", "cmp_2", "nobody"].map((word) => names(`?search=${word}`)))).toEqual([["Autumn"], ["Autumn"], ["Spring"], ["Spring"], []]);
  expect(asked()).toEqual(["/v1/campaigns"]);
});

test("an account without campaigns of one generation lists those of the other, from then on at once", async () => {
  const { names, asked } = await begin({ campaigns: [], batches: [batch("batch_1", "Renewals")] });
  expect(await names()).toEqual(["Renewals"]);
  expect(await names("?search=renew")).toEqual(["Renewals"]);
  expect(asked()).toEqual(["/v1/campaigns", "/v1/batch-calls"]);
});

test("an account without any has an empty list, not an error", async () => {
  const { list } = await begin({ campaigns: [], batches: [] });
  expect(await list()).toMatchObject({ campaigns: [], total: 0 });
});

test("a list that fails is not asked for again by everybody who looks", async () => {
  const { list, asked } = await begin({ campaigns: [], batches: [], status: 500 });
  const answers = await Promise.all([list(), list(), list("?search=a")]);
  expect(answers).toEqual(answers.map(() => expect.objectContaining({ code: "server_error" }) as unknown));
  expect(asked()).toEqual(["/v1/campaigns"]);
});

test("[threat: using up a connection] pages past the end are the last one, and ask the platform nothing", async () => {
  const upstream = await startUpstream((request, response, count) => {
    const page = Number(new URL(request.url ?? "", "http://platform").searchParams.get("page"));
    const data = page <= 2 ? [{ id: `c${page}`, name: `Campaign ${page}`, status: "active", created_at: "2026-09-01T08:00:00Z" }] : [];
    json(200, { success: true, data, pagination: { current_page: page, last_page: 2, per_page: 20, total: 2 } })(request, response, count);
  });
  const host = await startValueHost({ baseUrl: upstream.baseUrl });
  ends.push(host.stop, upstream.close);
  const page = async (number: number) => (await (await host.ask(`${campaignPath}?page=${number}`)).json()) as CampaignListAnswer;
  // Where the list ends is not known before the first answer.
  for (const number of [9_000, 2, 3, 7, 10_000]) expect(await page(number)).toMatchObject({ page: 2, lastPage: 2, campaigns: [{ id: "c2" }] });
  expect(upstream.requests.map(({ url }) => url.replace(/.*&page=/, ""))).toEqual(["9000", "2"]);
});
