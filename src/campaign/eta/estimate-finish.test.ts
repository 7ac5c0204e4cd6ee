import { expect, test } from "vitest";
import type { Estimate } from "../estimate.ts";
import type { Sample } from "../pace.ts";
import { seededRandom } from "./draws.ts";
import { estimateFinish, type FinishInput } from "./estimate-finish.ts";
import type { Outlook, RetryOutlook } from "./outlook.ts";

const minute = 60_000;
const hour = 60 * minute;
/** A Wednesday. */
const at = (time: string, day = 14) => Date.parse(`2026-10-${day}T${time}:00Z`);
const now = at("13:00");
const everyDay = { timeZone: "UTC", windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })) };

const noRetries: RetryOutlook = {
  most: 0,
  owed: [[]],
  binMinutes: 15,
  onTheLine: [0],
  queued: [0],
  results: [{ done: 200, again: 0 }],
  rests: [{ hours: 24, share: 1 }],
  newest: { first: 100, again: 0 },
  firstCallsUntil: now,
};
const outlook: Outlook = {
  readAt: now,
  status: "active",
  total: 600,
  done: 400,
  neverCalled: 200,
  retries: noRetries,
  pending: 200,
  files: [],
  rejectedShare: 0,
  hours: everyDay,
  dates: { startDate: "2026-10-01", endDate: undefined },
  maxConcurrentCalls: undefined,
  averageCallSeconds: undefined,
};

/** A count that grew evenly since then, seen every minute. */
const grown = (from: number, to: number, perHour: number): Sample[] =>
  Array.from({ length: (to - from) / minute + 1 }, (_, index) => ({ at: from + index * minute, count: Math.floor((index / 60) * perHour) }));

function estimate(changes: Partial<FinishInput> & { outlook?: Outlook } = {}): Estimate | undefined {
  return estimateFinish({ outlook, attempts: grown(at("09:00"), now, 100), done: [], files: [], now, random: seededRandom(7), ...changes });
}
const withRetries = (changes: Partial<RetryOutlook>, of: Partial<Outlook> = {}): Outlook => ({ ...outlook, ...of, retries: { ...noRetries, ...changes } });
function finish(found: Estimate | undefined): Extract<Estimate, { kind: "finish" }> {
  if (found?.kind !== "finish") throw new Error(`no range but ${JSON.stringify(found)}`);
  return found;
}

test("work without retries takes what the pace says, and the range holds it", () => {
  const { from, to, medianAt, fromHours, toHours } = finish(estimate());
  expect(Math.abs(medianAt - at("15:00"))).toBeLessThan(20 * minute);
  expect(from).toBeLessThan(at("15:00"));
  expect(to).toBeGreaterThan(at("15:00"));
  expect(fromHours).toBeGreaterThan(1);
  expect(toHours).toBeLessThan(4);
});

test("what is left at closing goes on when calling hours begin again, nights and days off between", () => {
  const weekdays = { timeZone: "UTC", windows: [3, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })) };
  const { medianAt } = finish(estimate({ outlook: { ...outlook, total: 1_000, neverCalled: 600, hours: weekdays } }));
  expect(medianAt).toBeGreaterThan(at("10:00", 16));
  expect(medianAt).toBeLessThan(at("13:00", 16));
});

test("a contact that rests is waited for, however few are left", () => {
  const due = Array.from({ length: 96 }, (_, bin) => (bin === 88 ? 5 : 0));
  const resting = withRetries({ most: 1, owed: [due, []], results: [{ done: 60, again: 40 }, { done: 20, again: 0 }] }, { neverCalled: 0 });
  const { from, to } = finish(estimate({ outlook: resting }));
  expect(from).toBeGreaterThanOrEqual(now + 22 * hour - 15 * minute);
  expect(to).toBeLessThanOrEqual(now + 23 * hour);
});

test("retries that will be needed make it longer by their rests", () => {
  const again = withRetries({ most: 2, owed: [[], [], []], results: [{ done: 60, again: 60 }, { done: 20, again: 20 }, { done: 20, again: 0 }] });
  const { from } = finish(estimate({ outlook: again }));
  expect(from).toBeGreaterThan(at("14:00", 16));
});

test("records still being read come as fast as they are read; a file that is not read is left out", () => {
  const reading = { ...outlook, neverCalled: 10, files: [{ id: "slow", unread: 100 }, { id: "stuck", unread: 400 }] };
  const { from, filesLeftOut } = finish(estimate({ outlook: reading, files: [{ file: "slow", perMinute: 100 / 180 }] }));
  expect(from).toBeGreaterThanOrEqual(now + 160 * minute);
  expect(filesLeftOut).toBe(1);
});

test("the same seed gives the same estimate", () => {
  expect(estimate()).toEqual(estimate());
});

test("hours in which it was seen to be held are no open time", () => {
  const paused = [...grown(at("09:00"), at("10:00"), 100), { at: now, count: 100 }];
  expect(estimate({ attempts: paused })).toMatchObject({ reason: "nothing_moves" });
  const { pace, medianAt } = finish(estimate({ attempts: paused, held: [{ start: at("10:00"), end: now }] }));
  expect(pace.observedMinutes).toBe(60);
  expect(Math.abs(medianAt - at("15:00"))).toBeLessThan(30 * minute);
});

test("with more contacts the range is narrower by the share chance has in it, and costs no more", () => {
  const large = { ...outlook, total: 2_000_000, neverCalled: 1_000_000 };
  const began = performance.now();
  for (let round = 0; round < 5; round++) finish(estimate({ outlook: large, attempts: grown(at("09:00"), now, 9_000) }));
  expect((performance.now() - began) / 5).toBeLessThan(300);
});

test.each([
  ["held", { ...outlook, status: "paused" as const }],
  ["no_total", { ...outlook, total: undefined }],
  ["not_live", { ...outlook, readAt: now - hour }],
  ["too_far", { ...outlook, neverCalled: 1_000_000 }],
])("withheld: %s", (reason, changed) => {
  expect(estimate({ outlook: changed })).toMatchObject({ kind: "withheld", reason });
});

test("withheld before ten minutes and twenty calls were seen, and when calls have stopped", () => {
  const reasonOf = (attempts: Sample[]) => estimate({ attempts });
  expect(reasonOf([])).toMatchObject({ reason: "not_observed_long_enough", observedSince: undefined });
  expect(reasonOf(grown(now - 9 * minute, now, 400))).toMatchObject({ reason: "not_observed_long_enough", observedSince: now - 9 * minute });
  expect(reasonOf(grown(now - 3 * hour, now, 6))).toMatchObject({ reason: "nothing_moves" });
  // It was read since, and nothing had changed.
  expect(reasonOf(grown(at("09:00"), at("11:30"), 100))).toMatchObject({ reason: "nothing_moves" });
});

test("says when the campaign's dates end before the work does, and what is left then", () => {
  const ending = { ...outlook, neverCalled: 1_000, total: 2_000, dates: { startDate: "2026-10-01", endDate: "2026-10-14" } };
  const found = estimate({ outlook: ending });
  expect(found).toMatchObject({ kind: "withheld", reason: "schedule_ends_first", closesAt: at("17:00"), share: 1 });
  expect(found).toHaveProperty("left", expect.closeTo(600, -2));
  expect(estimate({ outlook: { ...ending, dates: { startDate: "2026-10-01", endDate: "2026-10-13" } } })).toMatchObject({ reason: "schedule_ends_first", closesAt: at("17:00", 13), left: 1_600 });
});

test("hours of dialling and no date, where retries or calling hours are not known", () => {
  expect(estimate({ outlook: { ...outlook, hours: undefined } })).toMatchObject({ kind: "dialling_time", unknown: "hours" });
  const untold = estimate({ outlook: { ...outlook, retries: undefined }, done: grown(now - hour, now, 100) });
  expect(untold).toMatchObject({ kind: "dialling_time", unknown: "retries", pending: 200 });
});

test("nothing is said of a campaign that is done", () => {
  expect(estimate({ outlook: { ...outlook, status: "completed" } })).toBeUndefined();
  expect(estimate({ outlook: { ...outlook, done: 600, neverCalled: 0 } })).toBeUndefined();
});
