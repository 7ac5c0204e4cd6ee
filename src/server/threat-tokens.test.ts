import { SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";

/* Credentials that are not what they say, on the built host; and what the platform was asked because of them. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const strangers = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const issuerSecret = "Zx8cVb5nMq2wEr9tYu4iOp7aSd1fGh3j";

let upstream: Upstream;
let host: ConfiguredHost;

beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(json(200, campaignBody(someCalls(20))));
  const connection = { provider: "talkover", baseUrl: upstream.baseUrl };
  const access = { mode: "token", secrets: [{ env: "SECRET" }, { env: "OLD_SECRET" }], issuers: { crm: { secret: { env: "ISSUER" }, campaigns: { acme: ["*"] } } } };
  const env = { SECRET: secret, OLD_SECRET: "aQ1wSe4rFt7yGu0iKo3pLz6xMc9vNb2d", ISSUER: issuerSecret };
  host = await startConfigured({ acme: connection, other: connection }, { file: { access }, env });
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
});
beforeEach(() => {
  upstream.requests.length = 0;
});

const now = () => Math.floor(Date.now() / 1_000);
const grant = { campaigns: { acme: ["c1"] }, surface: "page", numbers: "full", permissions: ["recordings", "export"] };
type Change = { header?: Record<string, unknown>; claims?: Record<string, unknown>; without?: string; key?: string };

/** A good token but for what is changed. */
async function tokenWith({ header = {}, claims = {}, without, key = secret }: Change = {}): Promise<string> {
  const all: Record<string, unknown> = { iss: "callboard", aud: "callboard", sub: "ann", jti: "t1", iat: now(), exp: now() + 600, grant, ...claims };
  if (without !== undefined) delete all[without];
  return new SignJWT(all).setProtectedHeader({ alg: "HS256", typ: "callboard-token+jwt", ...header }).sign(new TextEncoder().encode(key));
}

/** A token whose signature nobody checked: `alg: none`. */
async function unsigned(): Promise<string> {
  const [, claims = ""] = (await tokenWith()).split(".");
  return `${Buffer.from(JSON.stringify({ alg: "none", typ: "callboard-token+jwt" })).toString("base64url")}.${claims}.`;
}

const campaign = "/api/v1/connections/acme/campaigns/c1";
const routes: [string, string, string?][] = [
  ["GET", campaign],
  ["GET", `${campaign}/calls`],
  ["POST", `${campaign}/calls/query`, "{}"],
  ["GET", `${campaign}/calls.csv`],
  ["POST", `${campaign}/calls.csv`, "{}"],
  ["GET", `${campaign}/calls/call-1/attempts`],
];
/** Routes of no single campaign: open to whoever holds any good token, for what it is for. */
const lists: [string, string, string?][] = [
  ["GET", "/api/v1/connections"],
  ["GET", "/api/v1/connections/acme/campaigns"],
  ["GET", "/api/v1/no-such-route"],
];

const ask = (method: string, path: string, headers: Record<string, string>, body?: string) => fetch(host.origin + path, { method, headers, ...(body !== undefined && { body }) });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const refusedAsStrangers: [string, () => Promise<Record<string, string>>][] = [
  ["absent", async () => ({})],
  ["malformed", async () => bearer("not.a.token")],
  ["of another scheme", async () => ({ authorization: `Basic ${await tokenWith()}` })],
  ["expired", async () => bearer(await tokenWith({ claims: { exp: now() - 1 } }))],
  ["without an end", async () => bearer(await tokenWith({ without: "exp" }))],
  ["not yet valid", async () => bearer(await tokenWith({ claims: { nbf: now() + 300 } }))],
  ["signed with another key", async () => bearer(await tokenWith({ key: strangers }))],
  ["not signed", async () => bearer(await unsigned())],
  ["signed another way", async () => bearer(await tokenWith({ header: { alg: "HS384" }, key: secret.repeat(2) }))],
  ["for another audience", async () => bearer(await tokenWith({ claims: { aud: "elsewhere" } }))],
  ["of another issuer", async () => bearer(await tokenWith({ claims: { iss: "elsewhere" } }))],
  ["of another kind", async () => bearer(await tokenWith({ header: { typ: "callboard-link+jwt" } }))],
  ["without a kind", async () => bearer(await tokenWith({ header: { typ: undefined } }))],
  ["without an id", async () => bearer(await tokenWith({ without: "jti" }))],
  ["without a scope", async () => bearer(await tokenWith({ claims: { grant: { ...grant, campaigns: undefined } } }))],
  ["without a number policy", async () => bearer(await tokenWith({ claims: { grant: { ...grant, numbers: undefined } } }))],
  ["a session in place of a token", async () => ({ cookie: `__Host-callboard=${await tokenWith()}` })],
];

describe.each(refusedAsStrangers)("[threat: viewer token forgery and escalation] a token %s", (_, headers) => {
  test.each([...routes, ...lists])("%s %s", async (method, path, body) => {
    const answer = await ask(method, path, await headers(), body);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: "not_signed_in" });
    expect(upstream.requests).toEqual([]);
  });
});

describe.each<[string, Record<string, string[]>]>([
  ["another campaign", { acme: ["c2", "c1-*", "*-c1"] }],
  ["another connection", { other: ["c1"] }],
])("[threat: viewer token forgery and escalation] a token for %s", (_, campaigns) => {
  test.each(routes)("%s %s", async (method, path, body) => {
    const answer = await ask(method, path, bearer(await tokenWith({ claims: { jti: JSON.stringify(campaigns), grant: { ...grant, campaigns } } })), body);
    expect([answer.status, await answer.json()]).toEqual([403, expect.objectContaining({ code: "out_of_scope" })]);
    expect(upstream.requests).toEqual([]);
  });
});

test("[threat: viewer token forgery and escalation] what is not in scope is answered the same whether it exists or not", async () => {
  const headers = bearer(await tokenWith());
  const answers = await Promise.all(["other/campaigns/c1", "nobody/campaigns/c1", "acme/campaigns/c2", "acme/campaigns/..%2f"].map(async (path) => (await ask("GET", `/api/v1/connections/${path}`, headers)).text()));
  expect(new Set(answers).size).toBe(1);
  expect(upstream.requests).toEqual([]);
});

test("[threat: viewer token forgery and escalation] revoked: whoever holds it is refused, on every route", async () => {
  const asIssuer = bearer(issuerSecret);
  const minted = (await (await ask("POST", "/api/v1/tokens", asIssuer, JSON.stringify({ label: "ann" }))).json()) as { token: string; id: string };
  expect((await ask("GET", campaign, bearer(minted.token))).status).toBe(200);
  expect((await ask("DELETE", `/api/v1/tokens/${minted.id}`, bearer(strangers))).status).toBe(401);
  expect((await ask("GET", campaign, bearer(minted.token))).status).toBe(200);
  expect((await ask("DELETE", `/api/v1/tokens/${minted.id}`, asIssuer)).status).toBe(204);
  upstream.requests.length = 0;
  for (const [method, path, body] of routes) expect((await ask(method, path, bearer(minted.token), body)).status).toBe(401);
  expect(upstream.requests).toEqual([]);
});

test("[threat: viewer token forgery and escalation] an issuer grants no more than it may", async () => {
  const mint = async (request: object) => (await ask("POST", "/api/v1/tokens", bearer(issuerSecret), JSON.stringify({ label: "ann", ...request }))).status;
  const more = [{ campaigns: { other: ["c1"] } }, { campaigns: { "*": ["*"] } }, { numbers: "full" }, { permissions: ["export"] }, { surface: "page" }, { seconds: 3_601 }];
  expect(await Promise.all(more.map(mint))).toEqual(more.map(() => 403));
  expect(await Promise.all([{ label: "" }, { seconds: 1 }, { unknown: true }].map(mint))).toEqual([400, 400, 400]);
  // Another issuer's name may begin with this one's.
  expect((await ask("DELETE", "/api/v1/tokens/crm-2-985f43bf-b7fe-4234-ad1d-f44720cd954c", bearer(issuerSecret))).status).toBe(403);
  expect((await ask("POST", "/api/v1/tokens", bearer(await tokenWith()), JSON.stringify({ label: "ann" }))).status).toBe(401);
});

test("keys are changed without anybody being signed out: what the old one signed is still taken", async () => {
  const old = await tokenWith({ key: "aQ1wSe4rFt7yGu0iKo3pLz6xMc9vNb2d" });
  expect((await ask("GET", campaign, bearer(old))).status).toBe(200);
});

test("a credential of another scheme is not ours: a proxy with a sign-in of its own passes on what it was sent beside a session", async () => {
  const session = await tokenWith({ header: { typ: "callboard-session+jwt" } });
  const asked = (authorization: string) => ask("GET", campaign, { cookie: `__Host-callboard=${session}`, authorization });
  expect((await asked("Basic YW5uOnNlY3JldA==")).status).toBe(200);
  expect((await asked('Digest username="ann"')).status).toBe(200);
  // Who shows a token means that one.
  expect((await asked(`Bearer ${await tokenWith({ key: strangers })}`)).status).toBe(401);
});
