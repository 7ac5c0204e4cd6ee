import { afterEach, describe, expect, test } from "vitest";
import { type CallsAnswer, type CampaignAnswer, clockHeaders } from "./api.ts";
import { until } from "./testing/until.ts";
import { campaignPath } from "./testing/hosted.ts";
import { bytes, type Handler, json, startUpstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* What a platform may do wrong in the pages of its call history, while its campaign is well. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const campaign = { id: "cmp_1", name: "Leads", status: "running" };
const log = (index: number) => ({ id: `log_${index}`, status: "completed", created_at: new Date(1_770_000_000_000 - index * 60_000).toISOString(), end_reason: null });
const page = (number: number, { total = 250, totalPages = Math.ceil(total / 100), from = (number - 1) * 100 } = {}) =>
  json(200, { data: Array.from({ length: Math.max(0, Math.min(100, total - from)) }, (_, index) => log(from + index)), meta: { page: number, limit: 100, total, totalPages } });

/** A host on a platform whose page `n` of calls is answered by `pages(n)`. Ten times faster than life. */
async function begin(pages: (number: number) => Handler) {
  const upstream = await startUpstream((request, response, count) => {
    const url = new URL(request.url ?? "/", "http://platform");
    const number = Number(url.searchParams.get("page") ?? "0");
    const handler = url.pathname.startsWith("/v1/call-logs/") ? pages(number) : json(200, campaign);
    handler(request, response, count);
  });
  const began = Date.now();
  const now = (): number => began + (Date.now() - began) * 10;
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds / 10));
  const host = await startValueHost({ provider: "dialnexa", baseUrl: upstream.baseUrl, now, sleep, deadlineMilliseconds: 300 });
  ends.push(host.stop, upstream.close);
  const ask = async (): Promise<CampaignAnswer> => {
    const response = await host.ask(`${campaignPath}/cmp_1`);
    expect(response.status).toBe(200);
    return (await response.json()) as CampaignAnswer;
  };
  const pagesAsked = () => upstream.requests.flatMap(({ url }) => new URL(url, "http://platform").searchParams.get("page") ?? []).map(Number);
  return { upstream, host, ask, pagesAsked };
}

const readingOf = ({ calls }: CampaignAnswer) => {
  if (!calls.reported || calls.value.reading === undefined) throw new Error("No history in pages");
  return { rows: calls.value.rows, ...calls.value.reading };
};
const when = (ask: () => Promise<CampaignAnswer>, fits: (reading: ReturnType<typeof readingOf>) => boolean) =>
  until(async () => {
    const answer = await ask();
    return fits(readingOf(answer)) ? answer : undefined;
  });

const failing: [string, Handler, string][] = [
  ["403", json(403, { statusCode: 403, message: "No call logs for this key", error: "Forbidden" }), "forbidden"],
  ["404", json(404, { statusCode: 404, message: "Cannot GET /v1/call-logs", error: "Not Found" }), "not_found"],
  ["500", json(500, { statusCode: 500, message: "secret canary", error: "Internal" }), "server_error"],
  ["502 with HTML", bytes(502, "<html>canary</html>", { "content-type": "text/html" }), "server_error"],
  ["200 with HTML", bytes(200, "<html>canary</html>", { "content-type": "text/html" }), "malformed"],
  ["the wrong shape", json(200, { data: "canary", meta: {} }), "malformed"],
  ["a 304 nobody asked for", bytes(304, "", {}), "malformed"],
  ["a body that stalls", (_request, response) => response.writeHead(200, { "content-type": "application/json" }).write('{"data":['), "timeout"],
];

describe("the pages of a call history", () => {
  test.each(failing)("%s on the first page: the campaign is shown, and the calls say why they are not", async (_, fault, code) => {
    const { ask, host } = await begin(() => fault);
    const answer = await when(ask, ({ problem }) => problem !== undefined);
    expect(answer).toMatchObject({ campaign: { name: "Leads" }, upstream: { state: "ok" } });
    expect(readingOf(answer)).toMatchObject({ rows: 0, complete: false, problem: { code } });
    expect(JSON.stringify(answer)).not.toContain("canary");
    expect((await host.ask(`${campaignPath}/cmp_1/calls`)).status).toBe(200);
  });

  test.each(failing)("%s on the third page: what was read stays, and it is tried again", async (_, fault, code) => {
    let mended = false;
    const { ask } = await begin((number) => (number === 3 && !mended ? fault : page(number)));
    const answer = await when(ask, ({ problem, rows }) => problem !== undefined && rows === 200);
    expect(readingOf(answer)).toMatchObject({ total: 250, complete: false, problem: { code } });
    mended = true;
    expect(readingOf(await when(ask, ({ complete }) => complete))).toMatchObject({ rows: 250 });
  });

  test("429 on a page holds back the whole connection, as long as it was asked to", async () => {
    let limited = true;
    const { ask, upstream } = await begin((number) => (number === 2 && limited ? json(429, {}, { "retry-after": "5" }) : page(number)));
    const answer = await when(ask, ({ problem }) => problem !== undefined);
    expect(answer.upstream).toMatchObject({ state: "failing", problem: { code: "rate_limited" } });
    limited = false;
    const asked = upstream.requests.length;
    await ask();
    expect(upstream.requests.length).toBe(asked);
    expect(readingOf(await when(ask, ({ complete }) => complete)).rows).toBe(250);
  });

  test("no pages at all are an empty history", async () => {
    const { ask } = await begin((number) => page(number, { total: 0, totalPages: 0 }));
    expect(readingOf(await when(ask, ({ complete }) => complete))).toMatchObject({ rows: 0, total: 0 });
  });

  test("rows set aside are said for as long as their page is there", async () => {
    const bad: Handler = json(200, { data: [log(100), { id: 7 }], meta: { page: 2, limit: 100, total: 102, totalPages: 2 } });
    let last = 2;
    const { ask } = await begin((number) => (last === 2 && number === 2 ? bad : page(1, { total: last === 2 ? 102 : 100, totalPages: last })));
    const aside = ({ notices }: CampaignAnswer) => notices.filter(({ kind }) => kind === "rows_set_aside");
    expect(await until(async () => aside(await ask())[0])).toMatchObject({ calls: 1 });
    last = 1;
    await until(async () => (aside(await ask()).length === 0 ? true : undefined));
  });

  test("the same page again and again ends, and what is missing is flagged", async () => {
    const { ask, pagesAsked } = await begin((number) => page(number, { from: 0 }));
    const answer = await when(ask, ({ complete }) => complete);
    expect(readingOf(answer)).toMatchObject({ rows: 100, total: 250 });
    expect(answer.notices).toEqual([{ kind: "rows_not_listed", listed: 100, total: 250 }]);
    expect(Math.max(...pagesAsked())).toBe(3);
  });

  test("pages beyond what anybody could read are not believed, nor gone through without end", async () => {
    const { ask, pagesAsked } = await begin((number) => page(number, { totalPages: 1_000_000_000 }));
    const answer = await when(ask, ({ rows }) => rows === 250);
    expect(readingOf(answer).complete).toBe(false);
    const asked = pagesAsked();
    expect(asked.length).toBeLessThan(150);
  });

  test("rows that cannot be read are set aside and counted; rows twice are one", async () => {
    const odd = [null, 7, {}, { id: 3, status: "completed" }, { id: "log_0", status: "failed", created_at: null }, log(0), log(0)];
    const { ask, host } = await begin(() => json(200, { data: odd, meta: { page: 1, limit: 100, total: 3, totalPages: 1 } }));
    const answer = await when(ask, ({ complete }) => complete);
    expect(readingOf(answer).rows).toBe(1);
    expect(answer.notices).toContainEqual(expect.objectContaining({ kind: "rows_set_aside", calls: 4 }));
    const { rows } = (await (await host.ask(`${campaignPath}/cmp_1/calls`)).json()) as CallsAnswer;
    expect(rows).toMatchObject([{ id: "log_0", outcome: "completed" }]);
  });

  test("a page that did not change is answered 304, and counts as read", async () => {
    const tagged = (number: number): Handler => (request, response, count) => {
      const etag = `"page-${number}"`;
      const same = request.headers["if-none-match"] === etag;
      if (same) bytes(304, "", { etag })(request, response, count);
      else {
        response.setHeader("etag", etag);
        page(number)(request, response, count);
      }
    };
    const { ask, host, upstream } = await begin(tagged);
    await when(ask, ({ complete }) => complete);
    const readAt = async () => Number((await host.ask(`${campaignPath}/cmp_1`)).headers.get(clockHeaders.callsReadAt));
    const before = await readAt();
    await until(async () => ((await readAt()) > before ? true : undefined));
    expect(upstream.requests.some(({ headers }) => headers["if-none-match"] === `"page-1"`)).toBe(true);
    expect(readingOf(await ask())).toMatchObject({ rows: 250, total: 250, complete: true });
  });

  test("a total that shrinks and grows again is followed", async () => {
    let total = 250;
    const { ask } = await begin((number) => page(number, { total }));
    await when(ask, ({ complete }) => complete);
    total = 120;
    expect(readingOf(await when(ask, (reading) => reading.total === 120)).rows).toBe(250);
    total = 260;
    const grown = await when(ask, (reading) => reading.total === 260);
    expect(readingOf(grown).problem).toBeUndefined();
  });
});
