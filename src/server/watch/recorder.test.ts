import { afterEach, beforeEach, expect, test } from "vitest";
import type { Observation } from "#campaign/history/observation.ts";
import type { Seen } from "#service/sighting.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { type Observations, observations } from "../store/observations.ts";
import type { Situation } from "./alert-desk.ts";
import { historyAnswer } from "./history-answer.ts";
import { Recorder } from "./recorder.ts";

const minute = 60_000;
const hour = 60 * minute;
/** Tuesday, 09:00 in New York. */
const opening = Date.parse("2026-10-13T13:00:00Z");
const key = { connection: "acme", campaign: "one" };
const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" }));
const active = { kind: "active", word: "active" } as const;

let database: Database;
let store: Observations;
beforeEach(async () => {
  database = await openDatabase({ kind: "file", file: ":memory:" });
  store = observations(database);
});
afterEach(() => database.destroy());

const read = (at: number, fields: Partial<Observation> = {}): Seen => ({
  kind: "read",
  name: "Spring",
  observation: { at, status: active, ...fields },
  sentence: { kind: "calling", closesAt: undefined },
  schedule: { hours: { timeZone: "America/New_York", windows }, dates: { startDate: "2026-10-01", endDate: undefined } },
  intervalMilliseconds: 5_000,
});

/** A day of calls at so many a minute, read each minute while calling hours last. */
async function dayOf(recorder: Recorder, start: number, minutes: number, perMinute: number, first: number): Promise<void> {
  for (let passed = 0; passed <= minutes; passed += 1) {
    await recorder.saw({ ...key, seen: read(start + passed * minute, { calls: first + passed * perMinute, done: first + passed * perMinute, successRatePercent: 60 }) });
  }
}

test("a page opened for the first time on a campaign that was watched all day shows the day", async () => {
  const recorder = new Recorder({ store });
  await dayOf(recorder, opening, 8 * 60, 1, 0);
  await dayOf(recorder, opening + 24 * hour, 4 * 60, 2, 480);
  const now = opening + 28 * hour;
  const answer = await historyAnswer({ store, recorder }, key, now);

  expect(answer.since).toBe(opening);
  expect(answer.days.map(({ date, hours }) => [date, hours.map(({ calls }) => calls)])).toEqual([
    ["2026-10-13", [60, 60, 60, 60, 60, 60, 60, 60]],
    ["2026-10-14", [120, 120, 120, 120, undefined]],
  ]);
  expect(answer.pace.calls).toEqual({ now: { perHour: 120, changes: 120, minutes: 60 }, today: { perHour: 120, changes: 480, minutes: 240 } });
  expect(answer.comparison).toEqual({ measure: "calls", today: 480, earlier: [{ date: "2026-10-13", count: 240 }] });
  expect(answer.today.at.length).toBeLessThanOrEqual(300);
  expect([answer.today.at.at(-1), answer.today.calls.at(-1), answer.today.successRatePercent.at(-1), answer.today.averageDurationSeconds.at(-1)]).toEqual([now, 960, 60, null]);
});

test("a campaign that was never read has an empty history", async () => {
  expect(await historyAnswer({ store, recorder: new Recorder({ store }) }, key, opening)).toEqual({
    since: undefined,
    gaps: [],
    today: { at: [], done: [], calls: [], successRatePercent: [], averageDurationSeconds: [] },
    days: [],
    pace: { calls: { now: undefined, today: undefined }, contacts: { now: undefined, today: undefined }, files: [] },
    comparison: undefined,
    estimate: undefined,
    events: [],
  });
});

test("what nobody watched is a gap: counts of it are not given, and what changed in it says so", async () => {
  const recorder = new Recorder({ store });
  await dayOf(recorder, opening, 60, 1, 0);
  const paused = { kind: "paused", word: "paused" } as const;
  await new Recorder({ store }).saw({ ...key, seen: read(opening + 3 * hour, { calls: 400, status: paused }) });
  const answer = await historyAnswer({ store, recorder: new Recorder({ store }) }, key, opening + 3 * hour);
  expect(answer.gaps).toEqual([{ start: opening + hour, end: opening + 3 * hour }]);
  expect(answer.events).toEqual([{ kind: "status_changed", from: active, to: paused, at: opening + 3 * hour, after: opening + hour }]);
  expect(answer.days.flatMap(({ hours }) => hours.map(({ calls }) => calls))).toEqual([60, undefined, undefined, undefined]);
});

test("of what another host watches, or this one did until just now, no gap is told", async () => {
  await dayOf(new Recorder({ store }), opening, 60, 1, 0);
  const gapsAfter = async (minutes: number) => (await historyAnswer({ store, recorder: new Recorder({ store }) }, key, opening + (60 + minutes) * minute)).gaps;
  expect(await gapsAfter(2)).toEqual([]);
  expect(await gapsAfter(4)).toEqual([{ start: opening + hour, end: opening + hour + 4 * minute }]);
});

test("reads that find nothing new keep only that somebody watched", async () => {
  const recorder = new Recorder({ store });
  for (let second = 0; second <= 120; second += 5) await recorder.saw({ ...key, seen: read(opening + second * 1_000, { calls: 7 }) });
  expect(await store.points(key, 0)).toHaveLength(1);
  expect(await store.spans(key, 0)).toEqual([{ since: opening, until: opening + 120_000 }]);
});

test("nothing is kept of what was never read; once it is, since when it could not be read is told", async () => {
  const recorder = new Recorder({ store });
  for (let passed = 0; passed <= 5; passed += 1) await recorder.saw({ ...key, seen: { kind: "unread", at: opening + passed * minute, code: "not_found" } });
  expect([await store.events(key, 10), await store.spans(key, 0)]).toEqual([[], []]);
  await recorder.saw({ ...key, seen: read(opening + 6 * minute, { calls: 7 }) });
  expect((await historyAnswer({ store, recorder }, key, opening + 6 * minute)).events).toEqual([{ kind: "reachable_again", since: opening, at: opening + 6 * minute, after: opening + 6 * minute }]);
});

test("who takes over while the platform is away tells how others left the campaign, and that it did not read it", async () => {
  await new Recorder({ store }).saw({ ...key, seen: read(opening, { calls: 7 }) });
  const told: Situation[] = [];
  const next = new Recorder({ store, tells: async (_, situation) => void told.push(situation) });
  await next.saw({ ...key, seen: { kind: "unread", at: opening + minute, code: "server_error" } });
  expect(told).toMatchObject([{ name: "one", isRead: false, isFirst: false, schedule: { hours: { windows } }, followed: { before: { calls: 7 }, trouble: { since: opening + minute } } }]);
});

test("the speed of a file that is being read", async () => {
  const recorder = new Recorder({ store });
  for (let passed = 0; passed <= 2; passed += 1) {
    await recorder.saw({ ...key, seen: read(opening + passed * minute, { files: [{ id: "f1", kind: "processing", read: passed * 300, total: 1_500 }] }) });
  }
  const { pace } = await historyAnswer({ store, recorder }, key, opening + 2 * minute);
  expect(pace.files).toEqual([{ file: "f1", perMinute: 300, minutesLeft: 3 }]);
});

test("[fault: observation database unreachable] what could not be kept is told by the next read that can", async () => {
  let events: readonly string[] = [];
  let isBroken = false;
  const flaky: Observations = { ...store, add: async (...addition) => (isBroken ? Promise.reject(new Error("database is locked")) : store.add(...addition)) };
  const recorder = new Recorder({ store: flaky, tells: async (_, situation) => void (events = situation.events.map(({ kind }) => kind)) });
  await recorder.saw({ ...key, seen: read(opening, { maxConcurrentCalls: 10 }) });
  isBroken = true;
  await expect(recorder.saw({ ...key, seen: read(opening + minute, { maxConcurrentCalls: 20 }) })).rejects.toThrow("locked");
  isBroken = false;
  await recorder.saw({ ...key, seen: read(opening + 10 * minute, { maxConcurrentCalls: 20 }) });
  expect(events).toEqual(["concurrency_changed"]);
  const answer = await historyAnswer({ store, recorder }, key, opening + 10 * minute);
  expect(answer.events).toMatchObject([{ kind: "concurrency_changed", from: 10, to: 20 }]);
  expect(answer.gaps).toEqual([{ start: opening, end: opening + 10 * minute }]);
});
