import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Handler, json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, hostToken, startConfigured } from "./testing/configured-host.ts";
import { rawRequest } from "./testing/raw-request.ts";

/*
 * Ids that try to lead a request elsewhere, on the built host, as they are on the wire; and what a real HTTP
 * server recorded of them. `stranger` stands for any other host: it must never be asked anything.
 */
const kore = { clientId: "cs-client", streamId: "st-app", accountId: "acc-1" };
/** For each provider and generation: its account, an id, and the paths an honest id may reach. */
const platforms = [
  { connection: "talkover", provider: "talkover", account: {}, id: "campaign-1", paths: /^\/api\/v1\/campaigns(\/[\w-]+)?(\?|$)/ },
  { connection: "dialnexa", provider: "dialnexa", account: {}, id: "cmp_1", paths: /^\/v1\/(campaigns|call-logs|batch-calls)(\/campaign)?(\/[\w-]+)?(\?|$)/ },
  { connection: "batches", provider: "dialnexa", account: {}, id: "batch_1", paths: /^\/v1\/(campaigns|call-logs|batch-calls)(\/campaign)?(\/[\w-]+)?(\?|$)/ },
  { connection: "callers", provider: "callers", account: { organizationId: "org-1" }, id: "65f1c0ff", paths: /^\/campaigns(\/[\w-]+)?(\?|$)/ },
  { connection: "kore", provider: "kore", account: kore, id: "cd-1", paths: /^\/campaign\/api\/v2\/public\/st-app\/campaign\/[\w-]+(\/status)?\?/ },
];

let upstream: Upstream;
let stranger: Upstream;
let host: ConfiguredHost;
let strangersHost: string;

beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(json(404, { message: "Not Found" }));
  stranger = await startUpstream(json(200, {}));
  strangersHost = new URL(stranger.baseUrl).host;
  host = await startConfigured(Object.fromEntries(platforms.map(({ connection, provider, account }) => [connection, { provider, account, baseUrl: `${upstream.baseUrl}/${connection}` }])));
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
  await stranger.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
  stranger.requests.length = 0;
});

/** One segment of a path, as it stands on the wire. */
const tricks = (strange: string): string[] => [
  "..", ".", "..%2f", "..%2f..%2fadmin", "%2e%2e", "%2e%2e%2f%2e%2e", ".%2e", "%2E%2E%5C", "..;", "....%2f%2f",
  "%00", "a%00", "a%00.json", ":id", "a:id", "@host", `@${strange}`, `user:word@${strange}`, `%40${strange}`,
  "a%0d%0aHost:%20evil", "%0d%0a%0d%0aGET%20/%20HTTP/1.1", "a%0a", "%0da", "a%09",
  "//host", `//${strange}/x`, `%2f%2f${strange}`, `%5c%5c${strange}`, `http:%2f%2f${strange}%2f`, `http://${strange}/`,
  "%e2%80%a4%e2%80%a4%2f", "%ef%bc%8e%ef%bc%8e%ef%bc%8f", "%c0%ae%c0%ae%c0%af", "\u2024\u2024/", "\uff0e\uff0e", "\u3002", "caf\u00e9", "%ed%a0%80",
  "..%252f", "%252e%252e", "%25%32%66", "a%3fpage=2", "a%23", "a%26b", "a%20b", "%20", "a%2", "%", "%zz", "a%5c..", "a".repeat(129), "%7b%7d", "*", "a|b", "a%2Bb",
];

/** What each comes to, a few at a time. */
async function inTurns<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += 20) results.push(...(await Promise.all(all.slice(at, at + 20).map(act))));
  return results;
}

describe.each(platforms)("$connection", ({ connection, id, paths }) => {
  const campaigns = `/api/v1/connections/${connection}/campaigns`;
  const base = `/${connection}`;
  /** What was asked of this platform (others still read in the background), and what of that is none of its paths. */
  const asked = (): string[] => upstream.requests.map(({ url }) => url).filter((url) => url.startsWith(base));
  const strayed = (): string[] => {
    const known = platforms.map((one) => `/${one.connection}/`);
    const elsewhere = upstream.requests.map(({ url }) => url).filter((url) => !known.some((prefix) => url.startsWith(prefix)));
    return [...elsewhere, ...asked().filter((url) => !paths.test(url.slice(base.length)))];
  };

  test("[threat: SSRF and path tricks through ids] no id that is more than a name reaches the platform, on any route", { timeout: 60_000 }, async () => {
    const routes = [["GET", ""], ["GET", "/calls"], ["GET", "/calls.csv"], ["POST", "/calls/query"], ["GET", "/calls/1/attempts"]] as const;
    const all = tricks(strangersHost).flatMap((trick) => routes.map(([method, rest]) => ({ method, target: `${campaigns}/${trick}${rest}` })));
    const answered = await inTurns(all, async ({ method, target }) => {
      const { status } = await rawRequest(host.origin, target, { method, ...(method === "POST" && { body: '{"q":"1234567"}' }) });
      return `${method} ${target} ${status}`;
    });
    // 502 would be an answer that the platform had a part in; what climbs to the page's own routes is the page.
    expect(answered.filter((line) => !/ (?:400|404|405|200)$/.test(line))).toEqual([]);
    expect(strayed()).toEqual([]);
    // Dots that any reader of URLs resolves lead to the list or to another name; nothing of a trick is ever asked.
    expect(asked().filter((url) => /%|\.\.|@|\/\/|evil|admin/.test(url))).toEqual([]);
    expect(stranger.requests).toEqual([]);
  });

  test("[threat: SSRF and path tricks through ids] an honest id is asked for below the base address, and nowhere else", async () => {
    const { status } = await rawRequest(host.origin, `${campaigns}/${id}`);
    expect(status).toBe(404);
    expect(asked().length).toBeGreaterThan(0);
    expect(strayed()).toEqual([]);
    expect(stranger.requests).toEqual([]);
  });

  test("[threat: SSRF and path tricks through ids] ids of calls, searches and pages lead nowhere either", { timeout: 60_000 }, async () => {
    const targets = tricks(strangersHost).flatMap((trick) => [`${campaigns}/${id}/calls/${trick}/attempts`, `${campaigns}?page=${trick}`, `/api/v1/connections/${trick}/campaigns/${id}`]);
    // Each search is a request to the platform, which the connection's limit counts.
    const searched = [`..%2f..%2fadmin`, `%0d%0aHost:%20evil`, `@${strangersHost}`].map((trick) => `${campaigns}?search=${trick}`);
    await inTurns([...targets, ...searched], (target) => rawRequest(host.origin, target));
    expect(strayed()).toEqual([]);
    // What is searched for may stand in a query, encoded once more, and in no path.
    expect(asked().filter((url) => /%|\.\.|@|\/\/|evil|admin/.test(url.split("?")[0] ?? ""))).toEqual([]);
    expect(stranger.requests).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])("[threat: SSRF and path tricks through ids] a %i to another host is not followed", async (status) => {
    const campaign = `${id}-${status}`;
    const where = status % 2 === 0 ? `//${strangersHost}/taken` : `${stranger.baseUrl}/taken`;
    const redirect: Handler = (_, response) => response.writeHead(status, { location: where, "content-type": "application/json" }).end("{}");
    upstream.answer(redirect);
    const { text } = await rawRequest(host.origin, `${campaigns}/${campaign}`);
    upstream.answer(json(404, { message: "Not Found" }));
    expect(text).toContain('"code":"redirected"');
    expect(text).not.toContain(strangersHost);
    expect(text).not.toContain(hostToken);
    expect(asked().length).toBeGreaterThan(0);
    expect(stranger.requests).toEqual([]);
  });
});

test("[threat: SSRF and path tricks through ids] a request for another host, in absolute form or by its name, is not passed on", async () => {
  for (const target of [`http://${strangersHost}/api/v1/connections`, `//${strangersHost}/api/v1/connections`, `http://${strangersHost}:80@${strangersHost}/`]) {
    await rawRequest(host.origin, target);
    await rawRequest(host.origin, target, { headers: { Host: strangersHost } });
  }
  expect([...upstream.requests, ...stranger.requests]).toEqual([]);
});
