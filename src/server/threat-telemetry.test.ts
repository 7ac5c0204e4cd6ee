import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytes, type Handler, json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { campaignBody } from "#service/testing/campaign-body.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";
import { rawRequest } from "./testing/raw-request.ts";
import { viewerToken } from "./testing/token.ts";

/*
 * Canaries wherever a platform or a viewer may put something – through every fault, on a host that logs
 * as much as it can – and what then stands in the log and in the metrics.
 */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const metricsSecret = "Canary+nB5vCx9zAs2dFg4hJk7lQw1eRt6y";
const issuerSecret = "Canary+Zx8cVb5nMq2wEr9tYu4iOp7aSd1f";
const number = "+14155550199";
const campaign = "canary-campaign";
const text = `Canary Jane ${number} https://canary.example/hook?token=talq_canary`;
const jsonType = { "content-type": "application/json" };

const good = JSON.stringify(campaignBody([{ id: "canary-call", to: number, status: "canary-status", retries: 0, created_at: "2026-10-01T14:00:00Z" }], { name: text, description: text, agent: { label: text } }));
const error = (status: number, headers: Record<string, string> = {}): Handler => json(status, { success: false, message: text, error: { message: text } }, headers);

/** By connection: how its platform answers, and the state that is then to be seen. */
const platforms: Record<string, { answer: Handler; state: string }> = {
  good: { answer: bytes(200, good, jsonType), state: "ok" },
  refused: { answer: error(401), state: "credential_refused" },
  forbidden: { answer: error(403), state: "forbidden" },
  absent: { answer: error(404), state: "idle" },
  limited: { answer: error(429, { "retry-after": "600" }), state: "rate_limited" },
  broken: { answer: error(500), state: "server_error" },
  page: { answer: bytes(502, `<html>${text}</html>`, { "content-type": "text/html" }), state: "server_error" },
  elsewhere: { answer: bytes(302, text, { location: `https://canary.example/${number}` }), state: "redirected" },
  truncated: { answer: bytes(200, good.slice(0, -20), jsonType), state: "malformed" },
  "no-json": { answer: bytes(200, text, jsonType), state: "malformed" },
  "wrong-shape": { answer: json(200, { success: true, data: { [text]: text, id: text, calls: text } }), state: "malformed" },
  huge: { answer: bytes(200, good + " ".repeat(2_000_000), jsonType), state: "too_large" },
  slow: { answer: (_, response) => void response.writeHead(200, jsonType).write(good.slice(0, 50)), state: "timeout" },
  reset: { answer: (_, response) => response.socket?.resetAndDestroy(), state: "unreachable" },
};

let upstream: Upstream;
let host: ConfiguredHost;
let token: string;

beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream((request, response, count) => platforms[request.url?.split("/")[1] ?? ""]?.answer(request, response, count));
  const connections = Object.fromEntries(Object.keys(platforms).map((name) => [name, { provider: "talkover", baseUrl: `${upstream.baseUrl}/${name}`, deadlineMs: 1_000, maxBodyBytes: 2 ** 20 }]));
  const access = { mode: "token", secrets: [{ env: "SECRET" }], issuers: { crm: { secret: { env: "ISSUER" } } } };
  const env = { SECRET: secret, ISSUER: issuerSecret, METRICS: metricsSecret, PLATFORM_TOKEN: "talq_canary_token" };
  host = await startConfigured(connections, { file: { access, logLevel: "debug", limits: { requestsPerSecond: 1_000, burst: 10_000 }, metrics: { secret: { env: "METRICS" } } }, env });
  token = await viewerToken(secret, { id: "canary-viewer", label: "Canary Viewer" });
  await everything();
}, 120_000);
afterAll(async () => {
  await host.stop();
  await upstream.close();
});

const ask = (path: string, { headers = {}, ...init }: { method?: string; body?: string; headers?: Record<string, string> } = {}): Promise<Response> =>
  fetch(host.origin + path, { ...init, headers: { authorization: `Bearer ${token}`, "x-request-id": text, "callboard-request-id": "canary-id", "user-agent": text, referer: `https://canary.example/${number}`, ...headers } });

/** Every route on every platform, and what strangers and broken clients send. */
async function everything(): Promise<void> {
  for (const name of Object.keys(platforms)) {
    const at = `/api/v1/connections/${name}/campaigns`;
    const asked = [at, `${at}?search=${encodeURIComponent("Canary Jane")}`, `${at}/${campaign}`, `${at}/${campaign}/calls?q=canary`, `${at}/${campaign}/calls/canary-call/attempts`, `${at}/${campaign}/calls.csv?q=0199`];
    await Promise.all(asked.map(async (path) => (await ask(path)).text()));
    await (await ask(`${at}/${campaign}/calls/query`, { method: "POST", body: JSON.stringify({ q: number }) })).text();
  }
  const badly = [`/api/v1/canary?token=${token}`, "/canary/page", "/assets/canary.js", "/c/good/canary-campaign?q=0199#code=canary", "/api/v1/connections/canary-jane/campaigns/x", "/metrics"];
  for (const path of badly) await (await ask(path)).text();
  await (await ask("/api/v1/session", { method: "POST", body: JSON.stringify({ code: `canary.${token}` }) })).text();
  await (await ask("/api/v1/session", { method: "POST", body: `{"code": "${text}` })).text();
  await (await ask("/api/v1/tokens", { method: "POST", body: JSON.stringify({ label: text }), headers: { authorization: `Bearer ${issuerSecret}` } })).text();
  await (await ask("/api/v1/tokens", { method: "POST", body: text, headers: { authorization: `Bearer canary-${number}` } })).text();
  await (await ask("/api/v1/connections", { headers: { authorization: "Bearer canary.canary.canary", cookie: "__Host-callboard=canary" } })).text();
  await rawRequest(host.origin, `/canary?${number}`, { method: "PROPFIND" });
  await rawRequest(host.origin, `//canary ${number}`, { headers: { "X-Forwarded-For": `canary, ${number}` } });
  await rawRequest(host.origin, "/canary", { headers: { Host: "canary.example" } });
}

const scrape = async (): Promise<string> => (await ask("/metrics", { headers: { authorization: `Bearer ${metricsSecret}` } })).text();
const canaries = [/canary/i, /jane/i, /4155550199/, /555.?0199/, /0199/, /talq_/, new RegExp(secret.slice(0, 8).replace("+", "\\+")), /eyJ/];
const logged = (): Record<string, unknown>[] => host.output().split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Record<string, unknown>);

test.each(Object.entries(platforms))("[threat: log and telemetry leaks] while a platform is %s, the metrics say so by a word of their own", async (name, { state }) => {
  expect(await scrape()).toContain(`callboard_upstream_state{connection="${name}",state="${state}"} 1`);
});

describe("through every fault", () => {
  test.each(canaries)("[threat: log and telemetry leaks] no line of the log holds %s", (canary) => {
    const lines = host.output().split("\n");
    expect(lines.length).toBeGreaterThan(100);
    // Random ids may hold any four digits.
    const said = (line: string) => line.replace(host.directory, "").replaceAll(/"(requestId|viewer)":"[0-9a-f-]+"/g, "");
    expect(lines.filter((line) => canary.test(said(line)))).toEqual([]);
  });

  test.each(canaries)("[threat: log and telemetry leaks] no metric holds %s", async (canary) => {
    // The fractions of seconds are any digits, the canary's too.
    const lines = (await scrape()).split("\n").map((line) => line.replace(/\.\d+(e-\d+)?$/, ""));
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => canary.test(line))).toEqual([]);
  });

  test("[threat: log and telemetry leaks] lines are of a closed list of events and keys, with route templates in place of addresses", () => {
    const lines = logged();
    const keys = new Set(lines.flatMap((line) => Object.keys(line)));
    expect([...keys].toSorted()).toEqual(["before", "connection", "event", "level", "method", "milliseconds", "requestId", "route", "state", "status", "time", "viewer"]);
    expect(new Set(lines.map(({ event }) => event))).toEqual(new Set(["answered", "upstream", "refused", "minted"]));
    const routes = new Set(lines.flatMap(({ route }) => (typeof route === "string" ? [route] : [])));
    expect(routes).toContain("/api/v1/connections/:connection/campaigns/:id/calls/query");
    expect([...routes].filter((route) => /good|campaign-|query\?/.test(route))).toEqual([]);
  });

  test("[threat: log and telemetry leaks] a viewer is a short hash, the same in each line", () => {
    const viewers = new Set(logged().flatMap(({ viewer }) => (viewer === undefined ? [] : [viewer])));
    expect([...viewers]).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)]);
  });

  test("[threat: log and telemetry leaks] what viewers ask makes no more metrics", async () => {
    const series = async (): Promise<number> => (await scrape()).split("\n").filter((line) => line.startsWith("callboard_")).length;
    const before = await series();
    for (let index = 0; index < 50; index += 1) {
      await Promise.all([`/p${index}`, `/api/v1/x${index}`, `/assets/a${index}.js`, `/api/v1/connections/c${index}/campaigns/i${index}`].map(async (path) => (await ask(path)).text()));
      await rawRequest(host.origin, `/m${index}`, { method: index % 2 === 0 ? "SEARCH" : "MKCOL" });
    }
    // Statuses that were not there before: at most one a route.
    expect((await series()) - before).toBeLessThan(20);
  });
});
