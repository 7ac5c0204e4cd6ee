import { expect, test } from "vitest";
import type { Sighting } from "#service/sighting.ts";
import { openDatabase } from "../store/database.ts";
import { Keeper } from "./keeper.ts";
import type { FromWatch } from "./protocol.ts";

const key = { connection: "acme", campaign: "one" };
const sighting = (at: number): Sighting => ({
  ...key,
  seen: { kind: "read", name: "Spring", observation: { at, status: { kind: "active", word: "active" }, calls: at }, sentence: { kind: "active_hours_unknown" }, schedule: { hours: undefined, dates: { startDate: undefined, endDate: undefined } }, intervalMilliseconds: 5_000 },
});

/** A keeper whose database can be away, with a clock that is set by hand. */
function keeper() {
  const state = { now: 1_000_000, isAway: false, isInPlace: true, opened: 0 };
  const told: FromWatch[] = [];
  const open = async () => {
    state.opened += 1;
    if (state.isAway) throw new Error("no route to the database");
    return { database: await openDatabase({ kind: "file", file: ":memory:" }), isInPlace: () => state.isInPlace };
  };
  return { state, told, keeper: new Keeper({ open, retention: { keptMilliseconds: 1e12, wholeMilliseconds: 1e12 }, webhooks: [], page: undefined, fetch, now: () => state.now, tell: (message) => told.push(message) }) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

test("asked and told at once it opens one database, and loses nothing", async () => {
  const { state, keeper: kept } = keeper();
  const early = kept.answer(key);
  kept.saw(sighting(1_000_000));
  await early;
  await settled();
  state.now += 3_000;
  expect(JSON.parse((await kept.answer(key)) ?? "")).toMatchObject({ since: 1_000_000 });
  expect(state.opened).toBe(1);
  await kept.close();
});

test("[fault: observation database unreachable] a database that is away is tried again after a while, told once, and told when it is back", async () => {
  const { state, told, keeper: kept } = keeper();
  state.isAway = true;
  kept.saw(sighting(1_000_000));
  kept.saw(sighting(1_000_001));
  expect(await kept.answer(key)).toBeUndefined();
  await settled();
  expect(state.opened).toBe(1);
  state.isAway = false;
  state.now += 15_000;
  kept.saw(sighting(1_015_000));
  await settled();
  expect(told.filter(({ kind }) => kind === "state")).toEqual([{ kind: "state", failure: "no route to the database" }, { kind: "state", failure: undefined }]);
  expect(JSON.parse((await kept.answer(key)) ?? "")).toMatchObject({ since: 1_015_000 });
  await kept.close();
});

test("answers are shared for a moment", async () => {
  const { state, keeper: kept } = keeper();
  kept.saw(sighting(1_000_000));
  await settled();
  const first = kept.answer(key);
  expect(kept.answer(key)).toBe(first);
  state.now += 2_001;
  expect(kept.answer(key)).not.toBe(first);
  await kept.close();
});

test("a database that was deleted or replaced is left for the one in its place, and that is told", async () => {
  const { state, told, keeper: kept } = keeper();
  kept.saw(sighting(1_000_000));
  await settled();
  state.isInPlace = false;
  state.now += 6_000;
  kept.saw(sighting(1_006_000));
  await settled();
  state.isInPlace = true;
  kept.saw(sighting(1_007_000));
  await settled();
  expect(state.opened).toBe(2);
  expect(JSON.parse((await kept.answer(key)) ?? "")).toMatchObject({ since: 1_006_000 });
  expect(told.filter(({ kind }) => kind === "state")).toEqual([{ kind: "state", failure: expect.stringContaining("deleted or replaced") }, { kind: "state", failure: undefined }]);
  await kept.close();
});

test("campaigns that were active when they were last read are named", async () => {
  const { keeper: kept } = keeper();
  const at = 1_000_000;
  const paused = { kind: "paused", word: "paused" } as const;
  for (const campaign of ["one", "two"]) kept.saw({ ...sighting(at), campaign });
  const { seen } = sighting(at + 60_000);
  if (seen.kind === "read") kept.saw({ connection: "acme", campaign: "two", seen: { ...seen, observation: { ...seen.observation, status: paused } } });
  kept.saw({ ...sighting(at), connection: "beta", campaign: "three" });
  await settled();
  expect(await kept.active("acme")).toBe('["one"]');
  expect(await kept.active("gamma")).toBe("[]");
  await kept.close();
});
