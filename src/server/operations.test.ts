import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";
import { rawRequest } from "./testing/raw-request.ts";
import { viewerToken } from "./testing/token.ts";

/* What operators rely on, on the built host over HTTP: limits, ids, readiness, metrics. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const metricsSecret = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const issuerSecret = "Zx8cVb5nMq2wEr9tYu4iOp7aSd1fGh3j";
const path = "/api/v1/connections/acme/campaigns/c1";
/** Enough that an export does not fit into the buffers between it and its reader. */
const rows = 150_000;

let upstream: Upstream;
let host: ConfiguredHost;
beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(json(200, campaignBody(someCalls(rows))));
  const access = { mode: "token", secrets: [{ env: "SECRET" }], issuers: { crm: { secret: { env: "ISSUER" } } } };
  const file = { access, limits: { requestsPerSecond: 1, burst: 12 }, metrics: { secret: { env: "METRICS" } }, logLevel: "info", trustedProxies: ["127.0.0.1"] };
  host = await startConfigured({ acme: { provider: "talkover", baseUrl: upstream.baseUrl } }, { file, env: { SECRET: secret, ISSUER: issuerSecret, METRICS: metricsSecret } });
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
});

const ask = (at: string, token?: string, init: RequestInit = {}): Promise<Response> => fetch(host.origin + at, { ...init, headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...Object.fromEntries(new Headers(init.headers)) } });
const metrics = async (): Promise<string> => (await ask("/metrics", metricsSecret)).text();
const inFlight = <T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: count }, (_, index) => make(index)));

test("it is ready once engines and database answer", async () => {
  expect(await (await ask("/healthz")).text()).toBe("ok");
  let ready = await ask("/readyz");
  await expect.poll(async () => (ready = await ask("/readyz")).status, { timeout: 10_000 }).toBe(200);
  expect([ready.status, await ready.text(), ready.headers.get("cache-control")]).toEqual([200, "ok", "no-store"]);
});

test("who asks more often than a viewer may is told when to come back; others are answered", async () => {
  const [greedy, calm] = await Promise.all([viewerToken(secret, { id: "greedy" }), viewerToken(secret, { id: "calm" })]);
  const answers = await inFlight(40, () => ask(path, greedy));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(12);
  expect(refused.length).toBeGreaterThan(20);
  const [first] = refused;
  expect(first?.headers.get("retry-after")).toBe("1");
  expect(first?.headers.get("content-type")).toBe("application/problem+json");
  expect(await first?.json()).toMatchObject({ status: 429, code: "too_many_requests" });
  expect((await ask(path, calm)).status).toBe(200);
  // What it has at hand is counted alike.
  expect(await metrics()).toMatch(/^callboard_requests_total\{route="\/api\/v1\/connections\/:connection\/campaigns\/:id",method="GET",status="429"\} \d\d$/m);
  expect(await metrics()).toMatch(/^callboard_viewers 2$/m);
});

test("every answer has an id of its own, whatever the asker sent", async () => {
  const token = await viewerToken(secret, { id: "reader" });
  const asked: [string, string?][] = [["/"], ["/healthz"], ["/nowhere.js"], ["/api/v1/connections"], ["/api/v1/nothing", token], [path, token], [path, token], [`${path}/calls`, token], ["/metrics"]];
  const ids = await Promise.all(asked.map(async ([at, by]) => (await ask(at, by, { headers: { "callboard-request-id": "mine" } })).headers.get("callboard-request-id")));
  expect(ids).toEqual(asked.map((): unknown => expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)));
  expect(new Set(ids).size).toBe(asked.length);
});

test("metrics are for those who show the secret", async () => {
  for (const wrong of [undefined, "wrong", secret, metricsSecret.slice(1), await viewerToken(secret, { id: "curious" })]) expect((await ask("/metrics", wrong)).status).toBe(401);
  const answer = await ask("/metrics", metricsSecret);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = await answer.text();
  for (const metric of ["callboard_request_seconds_bucket", 'callboard_upstream_state{connection="acme",state="ok"} 1', 'callboard_data_age_seconds{connection="acme"}', 'callboard_polls_total{connection="acme",outcome="ok"}', "process_resident_memory_bytes", "nodejs_eventloop_lag_seconds"]) expect(text).toContain(metric);
});

test("guessing at sign-in is slowed for its address alone, and forwarded addresses count from trusted proxies", async () => {
  const guess = (address: string) => ask("/api/v1/tokens", "guess", { method: "POST", body: "{}", headers: { "x-forwarded-for": address } });
  const statuses = (await inFlight(60, () => guess("203.0.113.7"))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401).length).toBeGreaterThanOrEqual(20);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
  // Who guesses keeps nobody out who need not.
  const rightful = { method: "POST", body: JSON.stringify({ label: "ann" }), headers: { "x-forwarded-for": "203.0.113.7" } };
  expect((await ask("/api/v1/tokens", issuerSecret, rightful)).status).toBe(201);
  expect((await guess("203.0.113.8")).status).toBe(401);
  // The last address that no proxy of ours wrote is what counts, not what its asker put before it.
  expect((await guess("198.51.100.1, 203.0.113.7")).status).toBe(429);
  expect((await ask("/api/v1/tokens", issuerSecret, { method: "POST", body: JSON.stringify({ label: "ann" }) })).status).toBe(201);
});

test.each([
  ["/api/v1/session", {}],
  ["/api/v1/tokens", {}],
  [`${path}/calls/query`, {}],
  ["/api/v1/session", { "Transfer-Encoding": "chunked" }],
])("a long body to %s is refused before it is read, with %j", async (at, headers) => {
  const token = at.endsWith("/tokens") ? issuerSecret : await viewerToken(secret, { id: `long ${at}` });
  const chunked = "Transfer-Encoding" in headers;
  const size = 17_000;
  const body = chunked ? `${size.toString(16)}\r\n${"a".repeat(size)}\r\n` : "a".repeat(size);
  // More is announced than is sent: whoever waits for all of it never answers.
  const length = chunked ? {} : { "Content-Length": "1000000000" };
  const { status } = await rawRequest(host.origin, at, { method: "POST", body, headers: { Authorization: `Bearer ${token}`, ...length, ...headers } });
  expect(status).toBe(400);
});

test("a viewer's exports are few at once; the next begins when one is over", { timeout: 60_000 }, async () => {
  const token = await viewerToken(secret, { id: "exporter" });
  const { hostname, port, host: name } = new URL(host.origin);
  /** Begins an export and reads no more of it than its head. */
  const begin = (file = "calls.csv") =>
    new Promise<{ status: number; stop(): void }>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.once("data", (chunk: Buffer) => {
        socket.pause();
        resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(chunk.toString())?.[1]), stop: () => socket.destroy() });
      });
      socket.write(`GET ${path}/${file}?group=call HTTP/1.1\r\nHost: ${name}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
    });
  const begun = [await begin(), await begin(), await begin(), await begin()];
  expect(begun.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  // However its address is written.
  expect((await begin("calls%2Ecs%76")).status).toBe(429);
  begun[0]?.stop();
  await expect.poll(async () => (await begin()).status, { timeout: 8_000, interval: 1_000 }).toBe(200);
  for (const { stop } of begun) stop();
});

test("the log says who was refused, limited and given a token, and no request at this level", () => {
  const events = host.output().split("\n").filter((line) => line.startsWith("{")).map((line) => (JSON.parse(line) as { event: string }).event);
  expect(new Set(events)).toEqual(new Set(["refused", "limited", "minted"]));
  // Of one event no more than a burst is written, however often it happens.
  expect(events.length).toBeLessThan(320);
});
