import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bothDatabases } from "../testing/databases.ts";
import { type Database, openDatabase } from "./database.ts";
import { displays, type Displays } from "./displays.ts";
import { pairings, type Pairings } from "./pairings.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
let now: number;
let database: Database;
let waiting: Pairings;
let stored: Displays;
describe.each(bothDatabases)("kept in %s", (_, emptyPlace) => {
  beforeEach(async () => {
    now = 1_800_000_000_000;
    database = await openDatabase(await emptyPlace());
    waiting = pairings(database, () => now);
    stored = displays(database, () => now);
  });
  afterEach(() => database.destroy());

  const lobby = { id: "d1", name: "Lobby", campaigns: '{"acme":["c1"]}' };
  const begin = (device: string, code: string, expiresAt = now + 10 * minute) => waiting.begin({ device, code, expiresAt });

  /** A display that was approved and uses its first credential. */
  async function paired(token = "first"): Promise<void> {
    await begin("device", "22223333");
    await waiting.approve("22223333", lobby);
    await stored.issue("d1", token);
    await stored.shown(token);
  }

  test("a code is approved once, and not after its time", async () => {
    expect(await begin("one", "22223333")).toBe("begun");
    expect(await begin("two", "22223333")).toBe("taken");
    expect(await waiting.approve("99999999", lobby)).toBe(false);
    expect(await waiting.state("one")).toEqual({ kind: "waiting" });
    expect(await Promise.all([waiting.approve("22223333", lobby), waiting.approve("22223333", { ...lobby, id: "d2" })].map((each) => each.catch(() => "failed")))).toContain(true);
    expect(await waiting.approve("22223333", { ...lobby, id: "d3" })).toBe(false);
    expect((await stored.list()).length).toBe(1);
    await begin("late", "44445555");
    now += 10 * minute;
    expect(await waiting.approve("44445555", { ...lobby, id: "d4" })).toBe(false);
    expect(await waiting.state("late")).toEqual({ kind: "over" });
  });

  test("what was approved and never collected is gone with its code", async () => {
    await begin("device", "22223333");
    await waiting.approve("22223333", lobby);
    expect(await stored.list()).toHaveLength(1);
    now += 10 * minute;
    expect(await stored.list()).toEqual([]);
    expect(await waiting.state("device")).toEqual({ kind: "over" });
  });

  test("not more than a thousand wait together; those that are over make room", async () => {
    for (let count = 0; count < 1_000; count += 1) expect(await begin(`device ${count}`, `code ${count}`)).toBe("begun");
    expect(await begin("one more", "one more")).toBe("full");
    now += 10 * minute;
    expect(await begin("one more", "one more")).toBe("begun");
  });

  test("a credential that was lost on its way is given again, until one was used", async () => {
    await begin("device", "22223333");
    await waiting.approve("22223333", lobby);
    expect(await stored.issue("d1", "lost")).toBe(true);
    expect(await stored.issue("d1", "kept")).toBe(true);
    expect(await stored.shown("lost")).toBeUndefined();
    expect(await stored.shown("kept")).toMatchObject({ display: { id: "d1", name: "Lobby" }, isDue: false });
    expect(await stored.issue("d1", "another")).toBe(false);
  });

  test("a credential is due for another once a day; of two changes at once one counts", async () => {
    await paired();
    expect(await stored.rotate("first", "early")).toBe(false);
    now += day + 1;
    expect(await stored.shown("first")).toMatchObject({ isDue: true });
    const both = await Promise.all([stored.rotate("first", "a"), stored.rotate("first", "b")]);
    expect(both.filter(Boolean)).toHaveLength(1);
    const [next, none] = both[0] ? ["a", "b"] : ["b", "a"];
    expect(await stored.shown(next)).toMatchObject({ isDue: false });
    expect(await stored.shown(none)).toBeUndefined();
  });

  test("the one before counts until the last was used for ten minutes", async () => {
    await paired();
    now += day + 1;
    await stored.rotate("first", "second");
    await stored.shown("second");
    // Its power is cut before the browser wrote the new one down, and comes back after a long weekend.
    now += 9 * minute;
    expect(await stored.shown("second")).toBeDefined();
    now += 4 * day;
    expect(await stored.shown("first")).toMatchObject({ isDue: true });
    expect(await stored.rotate("first", "third")).toBe(true);
    expect(await stored.shown("second")).toBeUndefined();
    now += 11 * minute;
    expect(await stored.shown("third")).toMatchObject({ isDue: false });
    expect(await stored.shown("first")).toBeUndefined();
  });

  test("a change whose answer was lost is made again ten minutes later", async () => {
    await paired();
    now += day + 1;
    await stored.rotate("first", "lost");
    expect(await stored.shown("first")).toMatchObject({ isDue: false });
    now += 10 * minute + 1;
    expect(await stored.shown("first")).toMatchObject({ isDue: true });
    expect(await stored.rotate("first", "second")).toBe(true);
    expect([await stored.shown("lost"), (await stored.shown("second"))?.display.id]).toEqual([undefined, "d1"]);
  });

  test("revoked, or off for ninety days, no credential of it counts", async () => {
    await paired();
    now += day + 1;
    await stored.rotate("first", "second");
    expect([await stored.revoke("d1"), await stored.revoke("d1"), await stored.revoke("d9")]).toEqual([true, false, false]);
    expect([await stored.shown("first"), await stored.shown("second"), await stored.rotate("second", "third")]).toEqual([undefined, undefined, false]);
    expect(await stored.list()).toMatchObject([{ id: "d1", revokedAt: now }]);
  });

  test("a display that was off for ninety days is paired again", async () => {
    await paired();
    now += 90 * day - 1;
    expect(await stored.shown("first")).toBeDefined();
    now += 1;
    expect(await stored.shown("first")).toBeUndefined();
    expect(await stored.list()).toEqual([]);
  });

  test("no code, credential or device's secret is kept in clear", async () => {
    await paired("canary-token");
    await begin("canary-device", "canary-code");
    const rows = [...(await database.selectFrom("display").selectAll().execute()), ...(await database.selectFrom("pairing").selectAll().execute())];
    expect(rows).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toMatch(/canary|22223333/);
  });
});
