import type { IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openToAll, type Viewers } from "../access/viewers.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { displays, type Displays } from "../store/displays.ts";
import { pairings } from "../store/pairings.ts";
import { withDisplays } from "./display-viewers.ts";

const day = 24 * 3_600_000;
const nobody: Viewers = { atHand: () => undefined, of: async () => undefined, forget: () => {} };
let now: number;
let database: Database;
let stored: Displays;
let viewers: Viewers;
beforeEach(async () => {
  now = 1_800_000_000_000;
  database = await openDatabase({ kind: "file", file: ":memory:" });
  stored = displays(database, () => now);
  const waiting = pairings(database, () => now);
  await waiting.begin({ device: "device", code: "22223333", expiresAt: now + 600_000 });
  await waiting.approve("22223333", { id: "d1", name: "Lobby", campaigns: '{"acme":["c1","x-*"]}' });
  await stored.issue("d1", "first");
  viewers = withDisplays(nobody, { displays: stored, showsAnother: () => false, now: () => now });
});
afterEach(() => database.destroy());

/** A request as far as it is looked at. */
function shows(token?: string): IncomingMessage {
  const incoming: Pick<IncomingMessage, "headers"> = { headers: token === undefined ? {} : { cookie: `other=1; __Host-callboard-display=${token}` } };
  return Object.assign(Object.create(null), incoming);
}
const tokenOf = (cookie: string | undefined) => /^__Host-callboard-display=([\w-]{43}); Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/.exec(cookie ?? "")?.[1];

test("a display reads totals of its campaigns, and may do nothing", async () => {
  const viewer = await viewers.of(shows("first"));
  expect(viewer).toMatchObject({ key: "display d1", label: "Lobby", surface: "wall", numbers: "none", signedIn: false, named: [{ connection: "acme", campaign: "c1" }] });
  expect([...(viewer?.permissions ?? ["none was found"])]).toEqual([]);
  expect([viewer?.mayRead("acme", "c1"), viewer?.mayRead("acme", "x-2"), viewer?.mayRead("acme", "c2"), viewer?.mayRead("other", "c1")]).toEqual([true, true, false, false]);
});

test("revoked behind its back, it is refused within five seconds; told, at once", async () => {
  await viewers.of(shows("first"));
  await stored.revoke("d1");
  expect(viewers.atHand(shows("first"))?.key).toBe("display d1");
  now += 5_000;
  expect([viewers.atHand(shows("first")), await viewers.of(shows("first"))]).toEqual([undefined, undefined]);
});

test("what is remembered is let go of when told", async () => {
  await viewers.of(shows("first"));
  viewers.forget();
  expect(viewers.atHand(shows("first"))).toBeUndefined();
});

test("its credential is renewed once a day with any answer, and the one before still counts", async () => {
  await viewers.of(shows("first"));
  expect(await viewers.renewal?.(shows("first"))).toBeUndefined();
  now += day + 1;
  await viewers.of(shows("first"));
  // Only the long way sets a cookie.
  expect(viewers.atHand(shows("first"))).toBeUndefined();
  const cookies = await Promise.all([viewers.renewal?.(shows("first")), viewers.renewal?.(shows("first"))]);
  const [second = "", ...more] = cookies.flatMap((cookie) => tokenOf(cookie) ?? []);
  expect([second.length, more]).toEqual([43, []]);
  expect([(await viewers.of(shows("first")))?.key, (await viewers.of(shows(second)))?.key]).toEqual(["display d1", "display d1"]);
});

test("who shows another credential is who that says, or nobody", async () => {
  const strict = withDisplays(nobody, { displays: stored, showsAnother: () => true, now: () => now });
  const open = withDisplays(openToAll, { displays: stored, showsAnother: () => false, now: () => now });
  expect([await strict.of(shows("first")), (await open.of(shows("first")))?.label]).toEqual([undefined, "operator"]);
});

test.each([undefined, "", "wrong", "device", "22223333"])("%j lets nobody in", async (token) => {
  expect([viewers.atHand(shows(token)), await viewers.of(shows(token)), await viewers.renewal?.(shows(token))]).toEqual([undefined, undefined, undefined]);
});
