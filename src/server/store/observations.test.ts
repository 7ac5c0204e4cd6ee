import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bothDatabases } from "../testing/databases.ts";
import { type Database, openDatabase } from "./database.ts";
import { type Addition, type Observations, observations } from "./observations.ts";
import { thin } from "./thinning.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const key = { connection: "acme", campaign: "one" };

describe.each(bothDatabases)("kept in %s", (_, emptyPlace) => {
  let database: Database;
  let kept: Observations;
  beforeEach(async () => {
    database = await openDatabase(await emptyPlace());
    kept = observations(database);
  });
  afterEach(() => database.destroy());

  const at = (instant: number, more: Partial<Addition> = {}): Addition => ({
    observation: { at: instant, done: null, calls: instant / minute, attempts: null, finished: null, failed: null, successRate: 12.5, averageDuration: null, body: JSON.stringify({ at: instant }) },
    events: [],
    span: { since: 0, until: instant },
    schedule: "{}",
    ...more,
  });

  test("what was added is there: points by the minute and the one before, events newest first, one span that grows", async () => {
    for (const second of [0, 30, 60, 65, 119, 120, 300]) await kept.add(key, at(second * 1_000));
    await kept.add(key, at(360_000, { observation: undefined, events: [{ at: 360_000, after: 300_000, body: "a" }, { at: 360_000, after: 300_000, body: "b" }] }));
    await kept.add({ ...key, campaign: "two" }, at(77_000));

    const points = await kept.points(key, minute);
    expect(points.map((point) => point.at / 1_000)).toEqual([30, 119, 120, 300]);
    expect(points[0]).toEqual({ at: 30_000, done: null, calls: 0.5, attempts: null, finished: null, failed: null, successRate: 12.5, averageDuration: null });
    expect((await kept.events(key, 10)).map(({ body }) => body)).toEqual(["b", "a"]);
    expect(await kept.events(key, 1)).toHaveLength(1);
    expect(await kept.spans(key, 0)).toEqual([{ since: 0, until: 360_000 }]);
    expect(await kept.spans(key, 360_000)).toEqual([]);
    expect([await kept.first(key), await kept.last(key), await kept.schedule(key)]).toEqual([0, '{"at":300000}', "{}"]);
    expect(await kept.lasts("acme")).toEqual([{ campaign: "one", body: '{"at":300000}' }, { campaign: "two", body: '{"at":77000}' }]);
    const nobody = { ...key, campaign: "none" };
    expect([await kept.first(nobody), await kept.last(nobody), await kept.schedule(nobody), await kept.points(nobody, 0)]).toEqual([undefined, undefined, undefined, []]);
  });

  test("the same reading added by two hosts is there once", async () => {
    const reading = at(5_000, { events: [{ at: 5_000, after: 0, body: "a" }] });
    await kept.add(key, reading);
    await observations(database).add(key, reading);
    expect([await kept.points(key, 0), await kept.events(key, 10)].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("a reading that cannot be added whole is not added at all", async () => {
    await database.schema.dropTable("event").execute();
    await expect(kept.add(key, at(5_000, { events: [{ at: 5_000, after: 0, body: "a" }] }))).rejects.toThrow();
    expect(await kept.points(key, 0)).toEqual([]);
  });

  test("thinning leaves the last of each quarter of an hour, drops what is too old, and touches nothing that is young", async () => {
    const now = 10 * day;
    const whole = 2 * day;
    for (let passed = 0; passed < 60; passed += 1) await kept.add(key, at(now - 2.5 * day + passed * minute));
    for (let passed = 0; passed < 5; passed += 1) await kept.add(key, at(now - day + passed * minute));
    await kept.add(key, at(now - 9 * day, { events: [{ at: now - 9 * day, after: 0, body: "old" }] }));
    const retention = { keptMilliseconds: 8 * day, wholeMilliseconds: whole };

    // Of an hour 56 readings; of what is too old the reading, its event and its span.
    expect(await thin(database, retention, now)).toBe(56 + 3);
    const left = (await kept.points(key, 0)).map((point) => (now - point.at) / minute);
    const quarters = [14, 29, 44, 59].map((passed) => 2.5 * 24 * 60 - passed);
    expect(left).toEqual([...quarters, ...[0, 1, 2, 3, 4].map((passed) => 24 * 60 - passed)]);
    expect(await kept.events(key, 10)).toEqual([]);
    expect(await thin(database, retention, now)).toBe(0);

    // A host that was off for days thins what it did not thin then.
    for (let passed = 0; passed < 15; passed += 1) await kept.add(key, at(now - 7 * day + passed * minute));
    expect(await thin(database, retention, now)).toBe(0);
    expect(await thin(database, retention, now, { all: true })).toBe(14);
  });
});
