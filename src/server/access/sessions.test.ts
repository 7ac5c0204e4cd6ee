import { afterEach, expect, test } from "vitest";
import { openDatabase, type Database } from "../store/database.ts";
import { spentIds } from "../store/spent-ids.ts";
import { revoke } from "./revoke.ts";
import { createSessions } from "./sessions.ts";
import { Signer } from "./signed.ts";

/* Sessions begin once, are renewed until they end, and end for good; over a real database. */
const hour = 3_600_000;
const grant = { campaigns: { acme: ["*"] }, surface: "page" as const, numbers: "full" as const, permissions: [] };

const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.destroy();
});

async function begin() {
  let now = 1_800_000_000_000;
  const database = await openDatabase(":memory:");
  databases.push(database);
  const clock = () => now;
  const signer = new Signer(["tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j"], clock);
  const spent = spentIds(database, clock);
  const sessions = createSessions({ signer, spent, sessionHours: 12, now: clock });
  const link = (lifetime = 900_000) => signer.sign("link", { id: "l1", label: "Ann", grant, expiresAt: now + lifetime });
  /** What a browser would send after it was sent a cookie. */
  const held = (cookie: string | undefined): string => cookie?.split(";")[0] ?? "";
  return { sessions, signer, spent, link, held, clock, pass: (milliseconds: number) => (now += milliseconds) };
}

test("a link opens once, also for two at the same moment", async () => {
  const { sessions, link } = await begin();
  const code = await link();
  const cookies = await Promise.all([sessions.begin(code), sessions.begin(code)]);
  expect(cookies.filter((cookie) => cookie !== undefined)).toHaveLength(1);
  expect(await sessions.begin(code)).toBeUndefined();
});

test("the cookie is for this host alone, over TLS, out of reach of scripts and other sites, and lasts as long as the session", async () => {
  const { sessions, link } = await begin();
  expect(await sessions.begin(await link())).toMatch(/^__Host-callboard=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});

test("a link that is over, or is none, opens nothing", async () => {
  const { sessions, signer, link, pass, clock } = await begin();
  const code = await link();
  pass(901_000);
  expect(await sessions.begin(code)).toBeUndefined();
  expect(await sessions.begin("nonsense")).toBeUndefined();
  expect(await sessions.begin(await signer.sign("token", { label: "Ann", grant, expiresAt: clock() + hour }))).toBeUndefined();
});

test("a session is renewed when it is over for now, until it ends for good", async () => {
  const { sessions, signer, link, held, pass } = await begin();
  let cookie = held(await sessions.begin(await link()));
  const read = () => signer.read("session", cookie.replace(/^[^=]+=/, ""));
  expect(await read()).toMatchObject({ label: "Ann", grant });
  for (let quarter = 0; quarter < 47; quarter++) {
    pass(15 * 60_000);
    expect(await read()).toBeUndefined();
    cookie = held(await sessions.renew(cookie));
    expect(await read()).toMatchObject({ label: "Ann" });
  }
  pass(15 * 60_000);
  expect(await sessions.renew(cookie)).toBeUndefined();
});

test("who signs out is out, with every copy of the cookie", async () => {
  const { sessions, link, held } = await begin();
  const cookie = held(await sessions.begin(await link()));
  const copy = held(await sessions.renew(cookie));
  expect(await sessions.end(cookie)).toMatch(/^__Host-callboard=; Max-Age=0;/);
  expect(await Promise.all([cookie, copy].map((one) => sessions.renew(one)))).toEqual([undefined, undefined]);
});

test("revoking a link revokes what began with it", async () => {
  const { sessions, link, held, spent, clock } = await begin();
  const cookie = held(await sessions.begin(await link()));
  await revoke(spent, "l1", clock());
  expect(await sessions.renew(cookie)).toBeUndefined();
});

test("what is spent is forgotten when it would not count anyway", async () => {
  const { spent, clock, pass } = await begin();
  expect(await spent.spend("a", clock() + hour)).toBe(true);
  expect(await spent.spend("a", clock() + hour)).toBe(false);
  expect(await spent.has("a")).toBe(true);
  pass(hour + 1);
  expect(await spent.spend("b", clock() + hour)).toBe(true);
  expect(await spent.has("a")).toBe(false);
});
