import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { type Handler, json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost, type HostProcess, startHost } from "./testing/built-host.ts";
import { asOperator, emptyPostgres } from "./testing/databases.ts";
import { type Nginx, startNginx } from "./testing/nginx.ts";
import { viewerToken } from "./testing/token.ts";

/* Three built hosts with one PostgreSQL database behind the real nginx, configured as deploy/nginx.conf says. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const campaign = "/api/v1/connections/acme/campaigns/c1";
const metricsSecret = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const intervalSeconds = 0.5;
const cwd = mkdtempSync(join(tmpdir(), "callboard-several-"));
type Member = { process: HostProcess; origin: string; port: string };
let upstream: Upstream;
let databaseUrl: string;
let members: Member[];
let nginx: Nginx;

const env = (): Record<string, string> => ({ SECRET: secret, METRICS: metricsSecret, TOKEN: "talq_test", DATABASE_URL: databaseUrl });
/** Every campaign there is asked for, with its calls. */
const platform = (change: Record<string, unknown> = {}): Handler => (request, ...rest) => json(200, campaignBody(someCalls(20), { id: request.url?.split("/").at(-1), ...change }))(request, ...rest);
const readingsOf = (id: string): number => upstream.requests.filter(({ url }) => url.endsWith(`/${id}`)).length;

async function startMember(port = "0"): Promise<Member> {
  const process = startHost({ args: ["--port", port], env: env(), cwd });
  const [, origin = ""] = await process.printed(/Callboard listening on (http:\/\/[^/\s]+)/);
  return { process, origin, port: new URL(origin).port };
}

/** As it is shipped, with the ports of this test. */
function shipped(port: number): string {
  const text = readFileSync("deploy/nginx.conf", "utf8").replace("listen 80;", `listen 127.0.0.1:${port};`);
  const ports = members.map((member) => member.port);
  return text.replaceAll(/server 10\.0\.0\.1(\d):4173/g, (_, number: string) => `server 127.0.0.1:${ports[Number(number) - 1] ?? ""}`);
}

beforeAll(async () => {
  await buildHost();
  databaseUrl = await emptyPostgres();
  upstream = await startUpstream(platform());
  const pollSeconds = { calling: intervalSeconds, outsideHours: intervalSeconds, finished: intervalSeconds };
  const acme = { provider: "talkover", baseUrl: upstream.baseUrl, token: { env: "TOKEN" }, requestsPerMinute: 10_000 };
  const access = { mode: "token", secrets: [{ env: "SECRET" }] };
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections: { acme }, access, pollSeconds, trustedProxies: ["127.0.0.1"], database: { url: { env: "DATABASE_URL" } }, logLevel: "debug", watch: { acme: ["w1"] }, metrics: { secret: { env: "METRICS" } } }));
  members = await Promise.all([startMember(), startMember(), startMember()]);
  nginx = await startNginx(shipped);
});
afterAll(async () => {
  await nginx.stop();
  for (const { process } of members) process.child.kill("SIGTERM");
  await Promise.all(members.map(({ process }) => process.ended));
  await upstream.close();
  rmSync(cwd, { recursive: true });
});

const bearer = async (id: string = randomUUID(), permissions: string[] = []): Promise<Record<string, string>> => ({ authorization: `Bearer ${await viewerToken(secret, { id, permissions })}` });
const statusOf = async (origin: string, headers: Record<string, string>): Promise<number> => (await fetch(origin + campaign, { headers })).status;
const statusesOf = (headers: Record<string, string>): Promise<number[]> => Promise.all(members.map(({ origin }) => statusOf(origin, headers)));
const answered = ({ process }: Member): number => process.output().split('"route":"/api/v1/connections/:connection/campaigns/:id"').length - 1;

/** Asks again and again until it is enough, as a viewer with a page does; all statuses. */
async function look(isEnough: () => boolean): Promise<number[]> {
  const headers = await bearer();
  const statuses: number[] = [];
  while (!isEnough()) {
    statuses.push(await statusOf(nginx.origin, headers));
    await new Promise((settle) => setTimeout(settle, 100));
  }
  return statuses;
}

test("many viewers behind the balancer cost the platform one reading an interval", async () => {
  const began = performance.now();
  const statuses = (await Promise.all(Array.from({ length: 12 }, () => look(() => readingsOf("c1") >= 4)))).flat();
  const readings = readingsOf("c1");
  const intervals = (performance.now() - began) / 1_000 / intervalSeconds;
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(statuses.length).toBeGreaterThan(2 * readings);
  expect(readings).toBeLessThanOrEqual(Math.ceil(intervals) + 1);
  expect(members.filter((member) => answered(member) > 0)).toHaveLength(1);
});

test("a host that is killed is missed by nobody: the next answers the same, and it may come back", async () => {
  const serving = members.findIndex((member) => answered(member) > 0);
  const { process, port } = members[serving] ?? { process: undefined, port: "" };
  const headers = await bearer();
  const before = await (await fetch(nginx.origin + campaign, { headers })).text();
  const start = readingsOf("c1");
  const looking = look(() => readingsOf("c1") >= start + 3);
  await expect.poll(() => readingsOf("c1"), { timeout: 20_000 }).toBeGreaterThan(start);
  process?.child.kill("SIGKILL");
  expect(await (await fetch(nginx.origin + campaign, { headers })).text()).toBe(before);
  expect(new Set(await looking)).toEqual(new Set([200]));
  members[serving] = await startMember(port);
  const back = readingsOf("c1");
  expect(new Set(await look(() => readingsOf("c1") >= back + 1))).toEqual(new Set([200]));
});

test("[threat: viewer token forgery and escalation] what is revoked through one host, or by the command line, is refused by every host within five seconds", async () => {
  const [first, second, third] = members.map(({ origin }) => origin);
  const post = (origin: string | undefined, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> => fetch(`${origin ?? ""}/api/v1/${path}`, { method: "POST", body: JSON.stringify(body), headers });
  // A display is paired across hosts: each step at another one.
  const { deviceCode, code } = z.object({ deviceCode: z.string(), code: z.string() }).parse(await (await post(first, "pairing", {})).json());
  const manager = await bearer("ann", ["displays"]);
  const approval = await post(second, "displays", { code, name: "Lobby", campaigns: { acme: ["c1"] } }, manager);
  const { id } = z.object({ id: z.string() }).parse(await approval.json());
  const collected = await post(third, "pairing/collection", { deviceCode });
  const [cookie = ""] = collected.headers.getSetCookie().flatMap((each) => /__Host-callboard-display=[\w-]{43}/.exec(each) ?? []);
  const token = randomUUID();
  const holder = await bearer(token);
  expect([await statusesOf({ cookie }), await statusesOf(holder)]).toEqual([[200, 200, 200], [200, 200, 200]]);
  const { ended, output } = startHost({ args: ["token", "--revoke", token], env: env(), cwd });
  expect([await ended, output()]).toEqual([0, expect.stringContaining(`Revoked ${token}`)]);
  expect((await fetch(`${second ?? ""}/api/v1/displays/${id}`, { method: "DELETE", headers: manager })).status).toBe(204);
  expect(await statusOf(second ?? "", { cookie })).toBe(401);
  await expect.poll(async () => [await statusesOf({ cookie }), await statusesOf(holder)], { timeout: 7_000, interval: 250 }).toEqual([[401, 401, 401], [401, 401, 401]]);
});

/** Which of the hosts say that they are the connection's home. */
async function homes(): Promise<Member[]> {
  const headers = { authorization: `Bearer ${metricsSecret}` };
  const texts = await Promise.all(members.map(async ({ origin }) => (await fetch(`${origin}/metrics`, { headers })).text()));
  return members.filter((_, index) => texts[index]?.includes('callboard_home{connection="acme"} 1') === true);
}
const kept = (table: string, id: string): Promise<unknown[]> => asOperator(databaseUrl, `select * from ${table} where campaign = '${id}'`);

test("what is watched is read by one host, and by another within seconds where that one is killed", async () => {
  await expect.poll(async () => (await homes()).length, { timeout: 15_000 }).toBe(1);
  // Homes moved before, and each read it once: a minute lies between readings.
  expect([readingsOf("w1") > 0, readingsOf("w1") <= 6]).toEqual([true, true]);
  const [home] = await homes();
  const before = readingsOf("w1");
  home?.process.child.kill("SIGKILL");
  await home?.process.ended;
  members = members.filter((member) => member !== home);
  await expect.poll(() => readingsOf("w1"), { timeout: 15_000 }).toBe(before + 1);
  await expect.poll(async () => (await homes()).length, { timeout: 15_000 }).toBe(1);
  members.push(await startMember(home?.port));
  expect(await kept("observation", "w1")).toHaveLength(1);
  expect(await kept("watched_span", "w1")).toHaveLength(1);
});

test("whoever reads a campaign, its history is kept once", async () => {
  const headers = await bearer();
  const everywhere = async (): Promise<void> => {
    await Promise.all(members.map(({ origin }) => fetch(`${origin}/api/v1/connections/acme/campaigns/h1`, { headers })));
  };
  const known = async (): Promise<[number, number]> => {
    await everywhere();
    return [(await kept("observation", "h1")).length, (await kept("event", "h1")).length];
  };
  await expect.poll(known, { timeout: 10_000 }).toEqual([1, 0]);
  upstream.answer(platform({ status: "paused" }));
  await expect.poll(known, { timeout: 10_000 }).toEqual([2, 1]);
  const readings = readingsOf("h1");
  await expect.poll(async () => (await everywhere(), readingsOf("h1")), { timeout: 10_000 }).toBeGreaterThan(readings + 6);
  expect(await known()).toEqual([2, 1]);
  upstream.answer(platform());
});

test("without their database hosts say that they are not ready, and are again when it is back; its password is in no log", async () => {
  const ready = (): Promise<number[]> => Promise.all(members.map(async ({ origin }) => (await fetch(`${origin}/readyz`)).status));
  const { pathname, password } = new URL(databaseUrl);
  const operate = (statement: string): Promise<unknown> => asOperator(databaseUrl, statement, { database: "postgres" });
  await expect.poll(ready, { timeout: 15_000 }).toEqual([200, 200, 200]);
  await operate(`alter database ${pathname.slice(1)} allow_connections false`);
  await operate(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${pathname.slice(1)}'`);
  await expect.poll(ready, { timeout: 15_000 }).toEqual([503, 503, 503]);
  // Nobody is let in whose token cannot be looked up.
  expect(await statusesOf(await bearer())).toEqual([503, 503, 503]);
  await operate(`alter database ${pathname.slice(1)} allow_connections true`);
  await expect.poll(ready, { timeout: 15_000 }).toEqual([200, 200, 200]);
  expect(await statusesOf(await bearer())).toEqual([200, 200, 200]);
  expect(members.map(({ process }) => process.output()).join("\n")).not.toContain(password);
});
