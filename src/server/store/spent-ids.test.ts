import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bothDatabases } from "../testing/databases.ts";
import { type Database, openDatabase } from "./database.ts";
import { spentIds } from "./spent-ids.ts";

describe.each(bothDatabases)("kept in %s", (_, emptyPlace) => {
  let database: Database;
  beforeEach(async () => {
    database = await openDatabase(await emptyPlace());
  });
  afterEach(() => database.destroy());

  test("of two that spend an id at once, one does", async () => {
    const spent = spentIds(database, Date.now);
    expect(await spent.has("one")).toBe(false);
    const both = await Promise.all([spent.spend("one", Date.now() + 1_000), spent.spend("one", Date.now() + 1_000)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect([await spent.has("one"), await spent.has("another")]).toEqual([true, false]);
  });

  test("those that are over are dropped as others are added, and times are numbers", async () => {
    let now = 1_800_000_000_000;
    const spent = spentIds(database, () => now);
    await spent.spend("early", now + 1_000);
    now += 1_001;
    await spent.spend("late", now + 1_000);
    expect(await database.selectFrom("spent_id").select("until").execute()).toEqual([{ until: 1_800_000_002_001 }]);
  });
});
