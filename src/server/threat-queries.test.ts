import { afterAll, beforeAll, expect, test } from "vitest";
import type { CallsAnswer } from "#service/api.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { campaignPath } from "#service/testing/hosted.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";
import { rawRequest } from "./testing/raw-request.ts";

/* Questions that would cost much where they are not bounded, over HTTP to the built host. */
const rows = 20_000;
/** What such patterns take exponential time on: a long run, and a last character that does not fit. */
const bait = `${"a".repeat(60)}!`;
const calls = someCalls(rows).map((call, index) => (index % 100 === 0 ? { ...call, id: `${bait}-${index}`, to: `+${"1".repeat(15)}` } : call));
/** Generous to a busy machine; what is not bounded takes longer than anybody waits. */
const soonMilliseconds = 5_000;
const path = `${campaignPath}/c1`;

let upstream: Upstream;
let host: ConfiguredHost;
beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(json(200, campaignBody(calls)));
  host = await startConfigured({ acme: { provider: "talkover", baseUrl: upstream.baseUrl } });
  // The first reading is not what is timed.
  await fetch(`${host.origin}${path}/calls?limit=1`);
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
});

/** The answer to a search, by the way its text may go. */
async function search(q: string): Promise<{ status: number; answer: CallsAnswer; milliseconds: number }> {
  const began = performance.now();
  const response = await fetch(`${host.origin}${path}/calls/query`, { method: "POST", body: JSON.stringify({ q, group: "call" }), headers: { "content-type": "application/json" } });
  const answer = (await response.json()) as CallsAnswer;
  return { status: response.status, answer, milliseconds: performance.now() - began };
}

test.each(["(a+)+$", "(a|a)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*$", "[", "\\", "a{1,99999}", "(?=a)+", "%", "_", "*", "$^", "\0", "\u202e"])(
  "[threat: ReDoS, query abuse] %j is looked for as it is, and soon",
  async (q) => {
    const { status, answer, milliseconds } = await search(q);
    expect(status).toBe(200);
    expect(answer.total).toBe(0);
    expect(milliseconds).toBeLessThan(soonMilliseconds);
  },
);

test("[threat: ReDoS, query abuse] the characters of a pattern find the ids that hold them", async () => {
  expect((await search(`${"a".repeat(59)}!`)).answer.total).toBe(rows / 100);
  expect((await search("a!-19900")).answer.rows.map(({ id }) => id)).toEqual([`${bait}-19900`]);
});

test.each([
  "limit=1000000000", "limit=1e9", "limit=0", "limit=-1", "limit=501", "limit=99999999999999999999", "limit=NaN", "limit=Infinity", "offset=1000000000", "offset=1e9", "offset=-1",
  "retries=99999", `retries=${"1,".repeat(150)}`, `outcome=${"completed,".repeat(50)}`, `q=${"a".repeat(101)}`, "since=9999999999999999", "slot=9-99", `asOf=${"a".repeat(201)}`,
  `sort=by.${"a".repeat(500)}`,
])("[threat: ReDoS, query abuse] %s is refused", async (query) => {
  const began = performance.now();
  const response = await fetch(`${host.origin}${path}/calls?${query}`);
  expect(response.status).toBe(400);
  expect(performance.now() - began).toBeLessThan(soonMilliseconds);
});

test("[threat: ReDoS, query abuse] of a limit given twice one counts, and neither lets more through", async () => {
  const answer = (await (await fetch(`${host.origin}${path}/calls?limit=5&limit=1000000000`)).json()) as CallsAnswer;
  expect(answer.rows).toHaveLength(5);
});

test("[threat: ReDoS, query abuse] the farthest offset that is allowed holds nothing", async () => {
  const answer = (await (await fetch(`${host.origin}${path}/calls?offset=100000000&limit=500`)).json()) as CallsAnswer;
  expect(answer.rows).toEqual([]);
});

const large = 10 * 2 ** 20;

test("[threat: ReDoS, query abuse] 10 MB of query in an address are refused, and the next request is answered", async () => {
  const { status } = await rawRequest(host.origin, `${path}/calls?q=${"a".repeat(large)}`);
  expect([0, 400, 414, 431]).toContain(status);
  expect((await fetch(`${host.origin}/healthz`)).status).toBe(200);
});

test.each(["/calls/query", "/calls.csv"])("[threat: ReDoS, query abuse] 10 MB of query in the body of %s are refused, and the next request is answered", async (route) => {
  const began = performance.now();
  const { status } = await rawRequest(host.origin, `${path}${route}`, { method: "POST", body: JSON.stringify({ q: "a".repeat(large) }) });
  // It may hang up before all was sent.
  expect([0, 400, 413]).toContain(status);
  expect(performance.now() - began).toBeLessThan(2 * soonMilliseconds);
  expect((await fetch(`${host.origin}${path}/calls?limit=1`)).status).toBe(200);
});

test("[threat: ReDoS, query abuse] thousands of parameters, and dimensions nobody has, are bounded", async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `by.d${index}=x`).join("&");
  const { status } = await rawRequest(host.origin, `${path}/calls?${many}`);
  expect([200, 400, 414, 431]).toContain(status);
  const deep = `{"q":${"[".repeat(3_000)}${"]".repeat(3_000)}}`;
  expect((await rawRequest(host.origin, `${path}/calls/query`, { method: "POST", body: deep })).status).toBe(400);
});

test("[threat: ReDoS, query abuse] a list's search and page are bounded too", async () => {
  for (const query of [`search=${"a".repeat(101)}`, "page=0", "page=1e9", "page=-1", "page=10001", "page=1.5"]) {
    const { status } = await fetch(`${host.origin}${campaignPath}?${query}`);
    expect([query, status]).toEqual([query, 400]);
  }
});
