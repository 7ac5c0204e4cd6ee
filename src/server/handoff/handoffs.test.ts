import { afterEach, expect, test } from "vitest";
import { revoke } from "../access/revoke.ts";
import { Signer } from "../access/signed.ts";
import type { SigningHost } from "../configuration/handoff.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { spentIds } from "../store/spent-ids.ts";
import { createHandoffs, type Handing } from "./handoffs.ts";
import { hostJwt, hostWith } from "./testing/host-jwt.ts";

/* From a host's JWT to a code, a token, the next ones and the end; over a real database. */
const hour = 3_600_000;
const place = { connection: "acme", campaign: "c1" };
const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.destroy();
});

async function begin(first: SigningHost = hostWith()) {
  let now = 1_800_000_000_000;
  const database = await openDatabase({ kind: "file", file: ":memory:" });
  databases.push(database);
  const clock = (): number => now;
  const signer = new Signer(["tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j"], clock);
  const parts = { signer, spent: spentIds(database, clock), now: clock, fetch: () => Promise.reject(new Error("Nothing is asked")) };
  const withHosts = (...hosts: SigningHost[]) => createHandoffs({ ...parts, configuration: { hosts, sessionHours: 8 } });
  const jwt = (claims: Record<string, unknown> = {}): Promise<string> => hostJwt({ exp: now / 1_000 + 300, ...claims });
  const codeOf = (handing: Handing): string => (handing.ok ? handing.code : "");
  const claimsOf = async (token = "") => signer.read("token", token);
  const handoffs = withHosts(first);
  const signIn = async (claims?: Record<string, unknown>) => handoffs.trade(codeOf(await handoffs.begin("crm", await jwt(claims), place)));
  return { ...parts, handoffs, withHosts, jwt, codeOf, claimsOf, signIn, pass: (milliseconds: number) => (now += milliseconds) };
}

test("[threat: masked viewer learning numbers] a JWT becomes a code, the code a token for one campaign, as the host may grant", async () => {
  const { handoffs, jwt, codeOf, claimsOf } = await begin(hostWith({ numbers: "none", permissions: ["export"] }));
  const code = codeOf(await handoffs.begin("crm", await jwt({ sub: "ann", contact: "+14155550134" }), place));
  const handed = await handoffs.trade(code);
  expect(handed?.expiresInSeconds).toBe(900);
  expect(await claimsOf(handed?.token)).toMatchObject({ id: expect.stringMatching(/^handoff-[0-9a-f-]{36}$/), label: "crm: ann", via: "crm", grant: { campaigns: { acme: ["c1"] }, surface: "embed", numbers: "none", permissions: ["export"], contact: "+14155550134" } });
  // Neither shows the number to whoever holds it.
  for (const text of [code, handed?.token ?? ""]) expect(Buffer.from(text.split(".")[1] ?? "", "base64url").toString()).toMatch(/^(?!.*5550134).*"contact":"[\w-]+"/);
});

test("[threat: viewer token leakage] a JWT counts once, however its signature is written, also for two at the same moment; so does a code, for a minute", async () => {
  const { handoffs, jwt, codeOf, pass } = await begin();
  const once = await jwt();
  const both = await Promise.all([handoffs.begin("crm", once, place), handoffs.begin("crm", once, place)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  // The last letter of a signature holds two bits that mean nothing.
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const last = letters.indexOf(once.slice(-1));
  for (const bits of [1, 2, 3]) expect(await handoffs.begin("crm", once.slice(0, -1) + letters[last ^ bits], place)).toMatchObject({ ok: false });
  pass(359_000);
  expect(await handoffs.begin("crm", once, place)).toEqual({ ok: false, reason: "used" });
  pass(2_000);
  expect(await handoffs.begin("crm", once, place)).toEqual({ ok: false, reason: "expired" });

  const code = codeOf(await handoffs.begin("crm", await jwt(), place));
  const trades = await Promise.all([handoffs.trade(code), handoffs.trade(code)]);
  expect(trades.filter((handed) => handed !== undefined)).toHaveLength(1);
  const late = codeOf(await handoffs.begin("crm", await jwt(), place));
  pass(61_000);
  expect(await handoffs.trade(late)).toBeUndefined();
  expect(await handoffs.trade("nonsense")).toBeUndefined();
});

test.each<[string, { connection: string; campaign: string }, Record<string, unknown>]>([
  ["a campaign that the host may not show", { connection: "acme", campaign: "autumn" }, {}],
  ["another connection", { connection: "other", campaign: "spring-1" }, {}],
  ["a campaign beyond what the JWT names", place, { campaigns: { acme: ["spring-2"] } }],
  ["what only the JWT names", { connection: "other", campaign: "c1" }, { campaigns: { other: ["*"] } }],
  ["every campaign", { connection: "acme", campaign: "spring-*" }, {}],
  ["every connection", { connection: "*", campaign: "spring-1" }, {}],
])("[threat: viewer token forgery and escalation] no code for %s, and the JWT is not used up", async (_, wanted, claims) => {
  const { handoffs, jwt, spent } = await begin(hostWith({ campaigns: { acme: ["spring-*", "c1"] } }));
  const once = await jwt(claims);
  expect(await handoffs.begin("crm", once, wanted)).toEqual({ ok: false, reason: "scope" });
  expect(await spent.has(`handoff ${once.slice(0, once.lastIndexOf("."))}`)).toBe(false);
});

test("a token is renewed when it is over for now, until the session ends for good", async () => {
  const { handoffs, signIn, claimsOf, pass } = await begin();
  let token = (await signIn())?.token ?? "";
  const { id } = (await claimsOf(token)) ?? {};
  for (let quarter = 0; quarter < 31; quarter += 1) {
    pass(15 * 60_000);
    expect(await claimsOf(token)).toBeUndefined();
    token = (await handoffs.renew(token))?.token ?? "";
    expect(await claimsOf(token)).toMatchObject({ id, grant: { campaigns: { acme: ["c1"] } } });
  }
  pass(10 * 60_000);
  expect((await handoffs.renew(token))?.expiresInSeconds).toBe(300);
  pass(5 * 60_000);
  expect(await handoffs.renew(token)).toBeUndefined();
});

test("[threat: viewer token forgery and escalation] nothing else is renewed: a token of an issuer, a code, a revoked session", async () => {
  const { handoffs, signIn, signer, spent, now, jwt, codeOf, claimsOf } = await begin();
  const grant = { campaigns: { acme: ["c1"] }, surface: "embed" as const, numbers: "masked" as const, permissions: [] };
  const common = { label: "ann", grant, expiresAt: now() + hour, endsAt: now() + 2 * hour };
  expect(await handoffs.renew(await signer.sign("token", common))).toBeUndefined();
  expect(await handoffs.renew(await signer.sign("session", { ...common, via: "crm" }))).toBeUndefined();
  expect(await handoffs.renew(codeOf(await handoffs.begin("crm", await jwt(), place)))).toBeUndefined();
  expect(await handoffs.trade(await signer.sign("link", { ...common, via: "crm" }))).toBeUndefined();
  const token = (await signIn())?.token ?? "";
  expect(await handoffs.renew(token)).toBeDefined();
  await revoke(spent, (await claimsOf(token))?.id ?? "", now());
  expect(await handoffs.renew(token)).toBeUndefined();
});

test("a session is renewed as the configuration is now: with less, or not at all", async () => {
  const { signIn, withHosts, claimsOf } = await begin(hostWith({ numbers: "full", permissions: ["export"] }));
  const token = (await signIn({ contact: "+14155550134" }))?.token ?? "";
  const narrowed = await withHosts(hostWith()).renew(token);
  expect((await claimsOf(narrowed?.token))?.grant).toEqual({ campaigns: { acme: ["c1"] }, surface: "embed", numbers: "masked", permissions: [], contact: "+14155550134" });
  expect(await withHosts(hostWith({ campaigns: { acme: ["c2"] } })).renew(token)).toBeUndefined();
  expect(await withHosts(hostWith({ name: "other" })).renew(token)).toBeUndefined();
});
