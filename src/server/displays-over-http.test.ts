import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost, type HostProcess, startHost } from "./testing/built-host.ts";
import { startConfigured } from "./testing/configured-host.ts";
import { viewerToken } from "./testing/token.ts";

/* Displays on the built host over HTTP: paired, listed, revoked, through restarts and kills. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const metricsSecret = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const campaign = "/api/v1/connections/acme/campaigns/c1";
const cwd = mkdtempSync(join(tmpdir(), "callboard-displays-"));
const env = { SECRET: secret, METRICS: metricsSecret, TOKEN: "talq_test" };
let upstream: Upstream;
let host: HostProcess;
let origin: string;

async function start(): Promise<void> {
  host = startHost({ args: ["--port", "0"], env, cwd });
  [, origin = ""] = await host.printed(/Callboard listening on (http:\/\/[^/\s]+)/);
}
async function restart(signal: NodeJS.Signals): Promise<void> {
  host.child.kill(signal);
  await host.ended;
  await start();
}
async function cli(...args: string[]): Promise<[number | null, string]> {
  const { ended, output } = startHost({ args: ["display", ...args], env, cwd });
  return [await ended, output()];
}

beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(json(200, campaignBody(someCalls(20))));
  const acme = { provider: "talkover", baseUrl: upstream.baseUrl, token: { env: "TOKEN" } };
  const access = { mode: "token", secrets: [{ env: "SECRET" }] };
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections: { acme, beta: acme }, access, trustedProxies: ["127.0.0.1"], metrics: { secret: { env: "METRICS" } } }));
  writeFileSync(join(cwd, "open.json"), "{}");
  await start();
});
afterAll(async () => {
  host.child.kill("SIGTERM");
  await host.ended;
  await upstream.close();
  rmSync(cwd, { recursive: true });
});

let addresses = 0;
/** From an address of its own each time: limits are not what is tested, unless said. */
const ask = (path: string, init: RequestInit = {}): Promise<Response> => {
  addresses += 1;
  return fetch(origin + path, { ...init, headers: { "x-forwarded-for": `203.0.113.${addresses % 250}`, ...Object.fromEntries(new Headers(init.headers)) } });
};
const send = (path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => ask(path, { method: "POST", body: JSON.stringify(body), headers });
const shown = (cookie: string): Record<string, string> => ({ cookie: `__Host-callboard-display=${cookie}` });
const statusOf = async (path: string, headers: Record<string, string>): Promise<number> => (await ask(path, { headers })).status;
const manager = async (claims: { id?: string; campaigns?: Record<string, string[]>; permissions?: string[] } = {}): Promise<Record<string, string>> => ({ authorization: `Bearer ${await viewerToken(secret, { id: "ann", permissions: ["displays"], ...claims })}` });

const Start = z.object({ deviceCode: z.string(), code: z.string(), expiresAt: z.number(), intervalSeconds: z.literal(5) });
const begin = async () => Start.parse(await (await send("/api/v1/pairing", {})).json());
const collect = (deviceCode: string) => send("/api/v1/pairing/collection", { deviceCode });
const cookieOf = (answer: Response): string => /__Host-callboard-display=([\w-]{43});/.exec(answer.headers.getSetCookie().join("\n"))?.[1] ?? "no cookie";
const codeOf = async (answer: Response): Promise<unknown> => z.object({ code: z.string() }).parse(await answer.json()).code;

/** A display that a manager approved; its id and credential. */
async function paired(name: string, campaigns: Record<string, string[]> = { acme: ["c1"] }): Promise<{ id: string; cookie: string }> {
  const { deviceCode, code } = await begin();
  const approval = await send("/api/v1/displays", { code, name, campaigns }, await manager({ id: name }));
  const { id } = z.object({ id: z.string() }).parse(await approval.json());
  return { id, cookie: cookieOf(await collect(deviceCode)) };
}

test("a display shows a code, a manager approves it, and it reads its campaigns' totals", async () => {
  const { deviceCode, code, expiresAt } = await begin();
  expect(code).toMatch(/^[2-9CFGHJMPQRVWX]{4}-[2-9CFGHJMPQRVWX]{4}$/);
  expect(Math.abs(expiresAt - Date.now() - 600_000)).toBeLessThan(10_000);
  expect([(await collect(deviceCode)).status, await codeOf(await collect("a".repeat(43)))]).toEqual([202, "not_signed_in"]);
  const approval = await send("/api/v1/displays", { code: code.toLowerCase().replace("-", " "), name: "Sales floor", campaigns: { acme: ["c1"] } }, await manager());
  expect(approval.status).toBe(201);
  const collected = await collect(deviceCode);
  expect([collected.status, await collected.json()]).toEqual([200, { state: "paired" }]);
  expect(collected.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-callboard=; Max-Age=0;/), expect.stringMatching(/^__Host-callboard-display=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)]);
  const display = shown(cookieOf(collected));
  const connections = await (await ask("/api/v1/connections", { headers: display })).json();
  expect(connections).toMatchObject({ capabilities: { displays: false, export: false }, connections: [{ name: "acme" }], viewer: { label: "Sales floor", surface: "wall", numbers: "none", permissions: [], campaigns: [{ connection: "acme", campaign: "c1" }] } });
  expect(await statusOf(campaign, display)).toBe(200);
  expect(await Promise.all([`${campaign}/calls`, `${campaign}/calls.csv`, "/api/v1/connections/acme/campaigns/c2", "/api/v1/connections/beta/campaigns/c1", "/api/v1/displays"].map((path) => statusOf(path, display)))).toEqual([403, 403, 403, 403, 403]);
  // Its codes were good once.
  expect([await codeOf(await collect(deviceCode)), await codeOf(await send("/api/v1/displays", { code, name: "Again", campaigns: { acme: ["c1"] } }, await manager({ id: "bob" })))]).toEqual(["not_signed_in", "no_such_code"]);
});

test("nobody approves more than they may see, nor what is not there", async () => {
  const { code } = await begin();
  const approve = async (who: Record<string, string>, more: object) => send("/api/v1/displays", { code, name: "Lobby", campaigns: { acme: ["c1"] }, ...more }, who);
  const scoped = await manager({ id: "cid", campaigns: { acme: ["c*"] } });
  for (const campaigns of [{ acme: ["*"] }, { acme: ["d1"] }, { beta: ["c1"] }, { "*": ["c1"] }]) expect(await codeOf(await approve(scoped, { campaigns }))).toBe("not_permitted");
  expect((await approve(await manager({ id: "dan", permissions: [] }), {})).status).toBe(403);
  expect((await approve({}, {})).status).toBe(401);
  const whole = await manager({ id: "eve" });
  const wrong = await Promise.all([{ name: "" }, { campaigns: {} }, { campaigns: { acne: ["c1"] } }, { more: 1 }].map(async (more) => (await approve(whole, more)).json()));
  expect(wrong.map((problem) => z.object({ detail: z.string() }).parse(problem).detail)).toEqual([
    expect.stringMatching(/^name must be what the display is called/),
    expect.stringMatching(/^campaigns must be lists of campaign ids/),
    "campaigns names the connection acne, which is not configured: write acme, or leave it out.",
    expect.stringMatching(/^more is no key/),
  ]);
  expect((await approve(scoped, {})).status).toBe(201);
});

test("each manager sees and revokes the displays that show no more than they see", async () => {
  const [{ id }, { id: other }] = [await paired("Acme's"), await paired("Beta's", { beta: ["*"] })];
  const namesFor = async (who: Record<string, string>) => z.object({ displays: z.array(z.object({ name: z.string() })) }).parse(await (await ask("/api/v1/displays", { headers: who })).json()).displays.map(({ name }) => name);
  const scoped = await manager({ id: "fay", campaigns: { acme: ["*"] } });
  expect(await namesFor(scoped)).toContain("Acme's");
  expect(await namesFor(scoped)).not.toContain("Beta's");
  expect(await namesFor(await manager())).toEqual(expect.arrayContaining(["Acme's", "Beta's"]));
  const revoke = async (which: string) => (await ask(`/api/v1/displays/${which}`, { method: "DELETE", headers: scoped })).status;
  expect([await revoke(other), await revoke("nothing"), await revoke(id), await revoke(id)]).toEqual([404, 404, 204, 404]);
});

test("[threat: viewer token forgery and escalation] revoked by a manager it is refused at once, by the command line within five seconds, on every route", async () => {
  const before = upstream.requests.length;
  const paths = ["/api/v1/connections", "/api/v1/connections/acme/campaigns", campaign, `${campaign}/calls`, `${campaign}/calls.csv`, `${campaign}/calls/x/attempts`, "/api/v1/displays"];
  const [one, two] = [await paired("One"), await paired("Two")];
  expect([await statusOf(campaign, shown(one.cookie)), await statusOf(campaign, shown(two.cookie))]).toEqual([200, 200]);
  expect((await ask(`/api/v1/displays/${one.id}`, { method: "DELETE", headers: await manager({ id: "gil" }) })).status).toBe(204);
  expect(await Promise.all(paths.map((path) => statusOf(path, shown(one.cookie))))).toEqual(paths.map(() => 401));
  expect(await cli("revoke", two.id)).toEqual([0, `Revoked ${two.id}: within five seconds it shows nothing more.\n`]);
  await expect.poll(() => statusOf(campaign, shown(two.cookie)), { timeout: 6_000, interval: 250 }).toBe(401);
  expect(await Promise.all(paths.map((path) => statusOf(path, shown(two.cookie))))).toEqual(paths.map(() => 401));
  expect(upstream.requests.length - before).toBeLessThan(5);
});

test("an operator approves, lists and revokes by the command line", async () => {
  const { deviceCode, code } = await begin();
  expect(await cli("approve", code, "--name", "Entrance", "--campaigns", "acme/c1, acme/x-*")).toEqual([0, expect.stringMatching(/^Approved Entrance: it goes on within five seconds\. Revoke it with: npm run display -- revoke [0-9a-f-]{36}\n$/)]);
  expect(await cli("approve", code, "--name", "Entrance", "--campaigns", "acme/c1")).toEqual([1, expect.stringMatching(/^No display waits with this code/)]);
  const cookie = cookieOf(await collect(deviceCode));
  expect(await statusOf(campaign, shown(cookie))).toBe(200);
  expect(await cli("list")).toEqual([0, expect.stringMatching(/^[0-9a-f-]{36}\tEntrance\tacme\/c1,acme\/x-\*\tlast seen \d{4}-.*Z$/m)]);
  expect(await cli("approve", "1234", "--nam=x", "--campaigns", "acne")).toEqual([2, expect.stringMatching(/^--nam is no option.*\napprove needs the code.*\n--name must be.*\n--campaigns must be.*\n$/)]);
  expect(await cli("approve", code, "--name", "x", "--campaigns", "acne/*")).toEqual([2, "--campaigns names the connection acne, which is not configured: write acme, or leave it out.\n"]);
  expect(await cli("list", "--config", "open.json")).toEqual([2, expect.stringMatching(/^With access\.mode "open" everyone/)]);
  expect(await cli()).toEqual([2, expect.stringMatching(/^Nothing was asked: write approve, list or revoke/)]);
});

test("a display, and one that waits for approval, outlive a restart and a kill", async () => {
  const { cookie } = await paired("Steady");
  const { deviceCode, code } = await begin();
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    await restart(signal);
    expect(await statusOf(campaign, shown(cookie))).toBe(200);
  }
  expect((await send("/api/v1/displays", { code, name: "Patient", campaigns: { acme: ["c1"] } }, await manager({ id: "hal" }))).status).toBe(201);
  await restart("SIGKILL");
  expect(cookieOf(await collect(deviceCode))).toMatch(/^[\w-]{43}$/);
});

test("codes are slowed for each address, guesses for each manager, and polls for each display", async () => {
  const from = (address: string) => ask("/api/v1/pairing", { method: "POST", headers: { "x-forwarded-for": address } });
  const codes = await Promise.all(Array.from({ length: 40 }, () => from("198.51.100.7")));
  expect(codes.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(31);
  const limited = codes.filter(({ status }) => status === 429);
  expect([limited.length > 5, limited[0]?.headers.get("retry-after")]).toEqual([true, expect.stringMatching(/^[1-5]$/)]);
  expect((await from("198.51.100.8")).status).toBe(201);

  const guess = async (who: Record<string, string>) => (await send("/api/v1/displays", { code: "22222222", name: "x", campaigns: { acme: ["c1"] } }, who)).status;
  const guesser = await manager({ id: "guesser" });
  const guesses: number[] = [];
  for (let count = 0; count < 12; count += 1) guesses.push(await guess(guesser));
  expect(guesses).toEqual([...Array.from({ length: 10 }, () => 404), 429, 429]);
  expect(await guess(await manager({ id: "another" }))).toBe(404);

  const { deviceCode } = await begin();
  const polls = await Promise.all(Array.from({ length: 8 }, () => collect(deviceCode)));
  expect(polls.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 202, 202, 202, 202, 429, 429, 429]);
});

test("behind a company's sign-on, whom the proxy names approves displays, and they need no name", async () => {
  const proxySecret = "qW8xEr5tYu2iOp9aSd6fGh3jKl1zXc4v";
  const acme = { provider: "talkover", baseUrl: upstream.baseUrl };
  const access = { mode: "proxy", proxySecret: { env: "PROXY" }, grants: [{ users: ["ann"], campaigns: { acme: ["*"] }, permissions: ["displays"] }] };
  const other = await startConfigured({ acme }, { file: { access, trustedProxies: ["127.0.0.1"] }, env: { PROXY: proxySecret } });
  const to = (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) => fetch(other.origin + path, { ...init, headers });
  const { deviceCode, code } = Start.parse(await (await to("/api/v1/pairing", { method: "POST" })).json());
  const body = JSON.stringify({ code, name: "Floor", campaigns: { acme: ["c1"] } });
  expect((await to("/api/v1/displays", { method: "POST", body })).status).toBe(401);
  expect((await to("/api/v1/displays", { method: "POST", body }, { "callboard-proxy-secret": proxySecret, "x-forwarded-user": "ann" })).status).toBe(201);
  const cookie = cookieOf(await to("/api/v1/pairing/collection", { method: "POST", body: JSON.stringify({ deviceCode }) }));
  expect([(await to(campaign, {}, shown(cookie))).status, (await to(campaign, {}, shown("other"))).status]).toEqual([200, 401]);
  const bob = { "callboard-proxy-secret": proxySecret, "x-forwarded-user": "bob" };
  const ungranted = await to(campaign, {}, bob);
  expect([ungranted.status, await ungranted.json()]).toEqual([403, expect.objectContaining({ code: "not_granted", detail: "The proxy signed you in as bob, and nothing here is granted to that name or its groups: ask whoever runs Callboard to grant it." })]);
  expect((await to(campaign, {}, { ...bob, ...shown(cookie) })).status).toBe(200);
  expect(other.output().match(/"event":"(refused|ungranted)"/g)).toEqual(['"event":"refused"', '"event":"refused"', '"event":"ungranted"']);
  expect(other.output()).not.toContain("bob");
  await other.stop();
});

test("where everybody on this machine may look, pairing says that it is not needed", async () => {
  const open = await startConfigured({ acme: { provider: "talkover", baseUrl: upstream.baseUrl } });
  const answer = await fetch(`${open.origin}/api/v1/pairing`, { method: "POST" });
  expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ detail: expect.stringMatching(/a display there needs no pairing/) })]);
  await open.stop();
});

test("other sites' pages pair nothing, wrong methods and bodies are told", async () => {
  expect((await ask("/api/v1/pairing", { method: "POST", headers: { "sec-fetch-site": "cross-site" } })).status).toBe(403);
  const answers = await Promise.all([ask("/api/v1/pairing"), ask("/api/v1/pairing/collection", { method: "PUT" }), ask("/api/v1/displays", { method: "PUT", headers: await manager() })]);
  expect(answers.map(({ status, headers }) => [status, headers.get("allow")])).toEqual([[405, "POST"], [405, "POST"], [405, "GET, HEAD, POST"]]);
  expect((await send("/api/v1/pairing/collection", { deviceCode: 4 })).status).toBe(400);
});

test("logs and metrics tell of displays, and neither the database nor the log of what lets one in", async () => {
  const { cookie } = await paired("Canary");
  await statusOf(campaign, shown(cookie));
  const text = await (await ask("/metrics", { headers: { authorization: `Bearer ${metricsSecret}` } })).text();
  expect(text).toMatch(/^callboard_displays\{state="on"\} [1-9]\d*$/m);
  expect(text).toMatch(/^callboard_displays\{state="off"\} 0$/m);
  for (const event of ["display_approved", "display_paired"]) expect(host.output()).toContain(`"event":"${event}"`);
  expect(host.output()).not.toMatch(new RegExp(`${cookie}|Canary`));
  for (const name of readdirSync(cwd).filter((each) => each.startsWith("callboard.db"))) expect(readFileSync(join(cwd, name)).includes(cookie)).toBe(false);
});
