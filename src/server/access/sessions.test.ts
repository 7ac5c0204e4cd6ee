import { afterEach, expect, test } from "vitest";
import { openDatabase, type Database } from "../store/database.ts";
import { spentIds } from "../store/spent-ids.ts";
import { revoke } from "./revoke.ts";
import { type Beginning, createSessions } from "./sessions.ts";
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
  const database = await openDatabase({ kind: "file", file: ":memory:" });
  databases.push(database);
  const clock = () => now;
  const signer = new Signer(["tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j"], clock);
  const spent = spentIds(database, clock);
  const sessions = createSessions({ signer, spent, sessionHours: 12, now: clock });
  const link = (id = "l1", label = "Ann", campaigns = grant.campaigns) => signer.sign("link", { id, label, grant: { ...grant, campaigns }, expiresAt: now + 900_000 });
  const stranger = { cookies: undefined, replaces: false };
  /** The cookie of a session that a link began. */
  const cookieOf = (beginning: Beginning | undefined): string | undefined => (beginning?.kind === "begun" ? beginning.cookie : undefined);
  /** What a browser would send after it was sent a cookie. */
  const held = (cookie: string | undefined): string => cookie?.split(";")[0] ?? "";
  return { sessions, stranger, cookieOf, signer, spent, link, held, clock, pass: (milliseconds: number) => (now += milliseconds) };
}

test("a link opens once, also for two at the same moment", async () => {
  const { sessions, stranger, link } = await begin();
  const code = await link();
  const beginnings = await Promise.all([sessions.begin(code, stranger), sessions.begin(code, stranger)]);
  expect(beginnings.filter((beginning) => beginning !== undefined)).toHaveLength(1);
  expect(await sessions.begin(code, stranger)).toBeUndefined();
});

test("the cookie is for this host alone, over TLS, out of reach of scripts and other sites, and lasts as long as the session", async () => {
  const { sessions, stranger, cookieOf, link } = await begin();
  expect(cookieOf(await sessions.begin(await link(), stranger))).toMatch(/^__Host-callboard=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
});

test("a link that is over, or is none, opens nothing", async () => {
  const { sessions, stranger, signer, link, pass, clock } = await begin();
  const code = await link();
  pass(901_000);
  expect(await sessions.begin(code, stranger)).toBeUndefined();
  expect(await sessions.begin("nonsense", stranger)).toBeUndefined();
  expect(await sessions.begin(await signer.sign("token", { label: "Ann", grant, expiresAt: clock() + hour }), stranger)).toBeUndefined();
});

test("a session is renewed when it is over for now, until it ends for good", async () => {
  const { sessions, stranger, cookieOf, signer, link, held, pass } = await begin();
  let cookie = held(cookieOf(await sessions.begin(await link(), stranger)));
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
  const { sessions, stranger, cookieOf, link, held } = await begin();
  const cookie = held(cookieOf(await sessions.begin(await link(), stranger)));
  const copy = held(await sessions.renew(cookie));
  expect(await sessions.end(cookie)).toMatch(/^__Host-callboard=; Max-Age=0;/);
  expect(await Promise.all([cookie, copy].map((one) => sessions.renew(one)))).toEqual([undefined, undefined]);
});

test("revoking a link revokes what began with it", async () => {
  const { sessions, stranger, cookieOf, link, held, spent, clock } = await begin();
  const cookie = held(cookieOf(await sessions.begin(await link(), stranger)));
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

test("a link that is used, over or no link leaves a session as it is, and renews it", async () => {
  const { sessions, stranger, cookieOf, link, held, pass } = await begin();
  const used = await link();
  const cookies = held(cookieOf(await sessions.begin(used, stranger)));
  const unopened = await link("l2");
  pass(901_000);
  for (const code of [used, unopened, "nonsense"]) {
    const beginning = await sessions.begin(code, { cookies, replaces: false });
    expect(beginning).toMatchObject({ kind: "running", signedInAs: "Ann" });
    expect(await sessions.renew(beginning?.kind === "running" ? held(beginning.cookie) : "")).toBeDefined();
  }
});

test("a link for somebody else asks first, and is not used by asking; then it ends the session that ran", async () => {
  const { sessions, stranger, cookieOf, link, held } = await begin();
  const cookies = held(cookieOf(await sessions.begin(await link(), stranger)));
  const bobs = await link("l2", "Bob");
  for (const _ of "twice") expect(await sessions.begin(bobs, { cookies, replaces: false })).toEqual({ kind: "asked", signedInAs: "Ann", linkFor: "Bob" });
  expect(await sessions.renew(cookies)).toBeDefined();
  expect(await sessions.begin(bobs, { cookies, replaces: true })).toMatchObject({ kind: "begun" });
  expect(await sessions.renew(cookies)).toBeUndefined();
  expect(await sessions.begin(bobs, stranger)).toBeUndefined();
});

test("a link for the same person asks only where it shows something else", async () => {
  const { sessions, stranger, cookieOf, link, held } = await begin();
  const cookies = held(cookieOf(await sessions.begin(await link(), stranger)));
  expect(await sessions.begin(await link("l2", "Ann", { acme: ["spring"] }), { cookies, replaces: false })).toEqual({ kind: "asked", signedInAs: "Ann", linkFor: "Ann" });
  expect(await sessions.begin(await link("l3"), { cookies, replaces: false })).toMatchObject({ kind: "begun" });
});
