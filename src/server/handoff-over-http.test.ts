import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { hostJwt, hostSecret, pairOf } from "./handoff/testing/host-jwt.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";

/* Signed handoff on the built host over HTTP: as Zendesk posts it, as Pipedrive writes it into the address. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const pair = pairOf(2_048);
const number = "+14155550134";
const audience = "https://acme.zendesk.com/api/v2/apps/installations/7.json";
let platform: Upstream;
let keys: Upstream;
let host: ConfiguredHost;

beforeAll(async () => {
  await buildHost();
  platform = await startUpstream(json(200, campaignBody(someCalls(20))));
  keys = await startUpstream(json(200, { keys: [{ ...pair.publicKey.export({ format: "jwk" }), kid: "k1", use: "sig" }] }));
  const connection = { provider: "talkover", baseUrl: platform.baseUrl, frameAncestors: ["https://crm.example"] };
  const campaigns = { acme: ["c*"] };
  const issuers = { pipedrive: { secret: { env: "PIPEDRIVE" }, campaigns }, zendesk: { jwksUrl: `${keys.baseUrl}/keys`, issuer: "acme.zendesk.com", audience, campaigns } };
  host = await startConfigured({ acme: connection, other: connection }, { file: { basePath: "/tools/", logLevel: "debug", access: { mode: "token", secrets: [{ env: "SECRET" }], handoff: { issuers } } }, env: { SECRET: secret, PIPEDRIVE: hostSecret } });
});
afterAll(async () => {
  await host.stop();
  await Promise.all([platform.close(), keys.close()]);
});

const soon = (): number => Math.floor(Date.now() / 1_000) + 120;
const place = "connection=acme&campaign=c1";
const zendesks = (claims: object = {}): Promise<string> => hostJwt({ iss: "acme.zendesk.com", aud: audience, sub: "https://acme.zendesk.com/api/v2/users/35.json", exp: soon(), context: { product: "support" }, ...claims }, { key: pair.privateKey, header: { alg: "RS256", kid: "k1" } });
/** As a browser sends it, from a page of the CRM. */
const asBrowser = { origin: "https://acme.zendesk.com", "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" };
const post = (path: string, token: string) => fetch(`${host.origin}/tools/embed/handoff/${path}`, { method: "POST", headers: asBrowser, body: new URLSearchParams({ token }), redirect: "manual" });
const get = (path: string) => fetch(`${host.origin}/tools/embed/handoff/${path}`, { headers: asBrowser, redirect: "manual" });
const codeIn = (response: Response): string => /#code=(.+)$/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
const api = (path: string, init: RequestInit = {}) => fetch(`${host.origin}/tools/api/v1/${path}`, { ...init, headers: { "sec-fetch-site": "same-origin", ...Object.fromEntries(new Headers(init.headers)) } });
const trade = (code: string) => api("handoff", { method: "POST", body: JSON.stringify({ code }) });
const readToken = async (response: Response): Promise<string> => {
  const body: unknown = await response.json();
  return typeof body === "object" && body !== null && "token" in body ? String(body.token) : "";
};
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test("a form posted from another origin leads to the frame, with a code that is good for one token of one campaign", async () => {
  const jwt = await zendesks({ contact: number });
  const led = await post(`zendesk?${place}&theme=dark&origin=https%3A%2F%2Facme.zendesk.com&app_guid=1`, jwt);
  expect([led.status, led.headers.get("location")]).toEqual([303, expect.stringMatching(/^\/tools\/embed\/acme\/c1\?via=handoff&theme=dark#code=[\w-]+\.[\w-]+\.[\w-]+$/)]);
  expect(Object.fromEntries(led.headers)).toMatchObject({ "cache-control": "no-store", "referrer-policy": "no-referrer" });
  const traded = await trade(codeIn(led));
  expect([traded.status, traded.headers.get("cache-control")]).toEqual([200, "no-store"]);
  const token = await readToken(traded);
  const statuses = await Promise.all(["connections/acme/campaigns/c1", "connections/acme/campaigns/c2", "connections/other/campaigns/c1"].map(async (path) => (await api(path, bearer(token))).status));
  expect(statuses).toEqual([200, 403, 403]);
  const calls = await (await api("connections/acme/campaigns/c1/calls", bearer(token))).text();
  expect(calls).not.toMatch(/\+?1415555\d{4}/);
  expect((await trade(codeIn(led))).status).toBe(401);
});

test("one in the address does too; a token is renewed with itself, and both count", async () => {
  const led = await get(`pipedrive?${place}&id=abc&selectedIds=5&token=${await hostJwt({ userId: 1, companyId: 2, exp: soon() })}`);
  expect(led.headers.get("location")).toMatch(/^\/tools\/embed\/acme\/c1\?via=handoff#code=/);
  const token = await readToken(await trade(codeIn(led)));
  const renewed = await api("handoff/renewal", { method: "POST", ...bearer(token) });
  expect(renewed.status).toBe(200);
  expect((await api("connections/acme/campaigns/c1", bearer(await readToken(renewed)))).status).toBe(200);
  expect((await api("handoff/renewal", { method: "POST", ...bearer("nonsense") })).status).toBe(401);
});

test("[threat: viewer token leakage] loading the frame again says to reload the record; HEAD uses nothing up", async () => {
  const address = `pipedrive?${place}&token=${await hostJwt({ exp: soon() })}`;
  const head = await fetch(`${host.origin}/tools/embed/handoff/${address}`, { method: "HEAD", redirect: "manual" });
  expect([head.status, head.headers.get("allow")]).toEqual([405, "GET, POST"]);
  expect(codeIn(await get(address))).not.toBe("");
  // As a browser reloads it, and as Zendesk loads it later: without what it posted.
  for (const again of [await get(address), await get(`zendesk?${place}`), await post(`zendesk?${place}`, "")]) {
    expect(again.headers.get("location")).toBe("/tools/embed/acme/c1?via=handoff&refused=over");
  }
});

test("[threat: CSRF / cross-site reads] only this page takes a form from elsewhere", async () => {
  const { status } = await fetch(`${host.origin}/tools/api/v1/handoff`, { method: "POST", headers: asBrowser, body: JSON.stringify({ code: "x" }) });
  expect(status).toBe(403);
  const elsewhere = await fetch(`${host.origin}/tools/embed/acme/c1`, { method: "POST", headers: asBrowser, body: new URLSearchParams({ token: "x" }) });
  expect(elsewhere.status).toBe(404);
});

test.each([
  ["no campaign", "pipedrive?connection=acme", 400],
  ["two campaigns", `pipedrive?${place}&campaign=c2`, 400],
  ["a way out", "pipedrive?connection=acme&campaign=..", 400],
  ["a host that is none", `nobody?${place}`, 404],
  ["a connection nobody may frame", "pipedrive?connection=nobody&campaign=c1", 404],
  ["a way around", `pipedrive%2F..%2Fzendesk?${place}`, 404],
])("[threat: SSRF and path tricks through ids] %s is no address", async (_, path, status) => {
  const jwt = await hostJwt({ exp: soon() });
  const answer = await get(`${path}&token=${jwt}`);
  expect(answer.status).toBe(status);
  const said = await answer.text();
  // Who set the frame up reads it there, and nothing of what it carried.
  expect(said).toMatch(/^Callboard: the address of this frame is wrong: /);
  expect(said).not.toContain(jwt);
  expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors https://crm.example");
});

test("what is refused is said to the frame in a word, and to the operator in the log; a host's keys are read once", async () => {
  const said = async (path: string) => new URL((await get(path)).headers.get("location") ?? "", host.origin);
  const refused = await said(`pipedrive?${place}&token=${await hostJwt({ exp: soon() }, { key: secret })}`);
  expect(refused.search).toBe("?via=handoff&refused=refused");
  expect((await said(`pipedrive?connection=other&campaign=c1&token=${await hostJwt({ exp: soon() })}`)).search).toBe("?via=handoff&refused=refused");
  expect((await said(`pipedrive?connection=acme&campaign=c%2F%3Fx%23&token=${await hostJwt({ exp: soon() })}`)).pathname).toBe("/tools/embed/acme/c%2F%3Fx%23");
  const lines = host.output().split("\n").filter((line) => line.startsWith("{"));
  const events = lines.map((line): unknown => JSON.parse(line)).filter((line) => typeof line === "object" && line !== null && "reason" in line);
  expect(events).toContainEqual(expect.objectContaining({ event: "refused", route: "/embed/handoff/:host", reason: "signature" }));
  expect(events).toContainEqual(expect.objectContaining({ event: "refused", reason: "scope" }));
  expect(lines.some((line) => line.includes('"handed_over"'))).toBe(true);
  expect(keys.requests).toHaveLength(1);
});

test("[threat: log and telemetry leaks] nothing that was handed over stands in the log", async () => {
  const jwt = await zendesks({ contact: number, sub: "canary" });
  const led = await post(`zendesk?${place}`, jwt);
  const token = await readToken(await trade(codeIn(led)));
  await api("connections/acme/campaigns/c1", bearer(token));
  await get(`pipedrive?${place}&token=${jwt}&canary=${number}`);
  const log = host.output();
  for (const text of [jwt, token, codeIn(led)]) expect(text.length).toBeGreaterThan(100);
  for (const text of [jwt.slice(-40), token.slice(-40), codeIn(led).slice(-40), "canary", "5550134", "zendesk.com"]) expect(log).not.toContain(text);
  expect(log).toContain('"route":"/embed/handoff/:host"');
});

test("who guesses is slowed, and told no more than that; who is signed for is let in meanwhile", async () => {
  const guesses = await Promise.all(Array.from({ length: 30 }, async () => get(`pipedrive?${place}&token=${await hostJwt({ exp: soon() }, { key: secret })}`)));
  const said = guesses.map((response) => new URL(response.headers.get("location") ?? "", host.origin).searchParams.get("refused"));
  expect(new Set(said)).toEqual(new Set(["refused", "unavailable"]));
  expect(codeIn(await get(`pipedrive?${place}&token=${await hostJwt({ exp: soon() })}`))).not.toBe("");
});
