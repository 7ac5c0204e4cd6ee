import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { notReported, reported } from "#campaign/reported.ts";
import type { DayBucket, Hours } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import { headPace, paceLines, todayCompared } from "./pace-model.ts";

const hour = 3_600_000;
const midnight = Date.parse("2026-10-14T04:00:00Z");
const zone = "America/New_York";
const none = { now: undefined, today: undefined };
const figure = (perHour: number) => ({ perHour, changes: perHour, minutes: 60 });
const empty: HistoryAnswer = {
  since: midnight,
  gaps: [],
  today: { at: [], done: [], calls: [], successRatePercent: [], averageDurationSeconds: [] },
  days: [],
  pace: { calls: none, contacts: none, files: [] },
  comparison: undefined,
  estimate: undefined,
  events: [],
};

function day(index: number, perHour: number, clocks = [9, 10, 11, 13]): DayBucket {
  const start = midnight + index * 24 * hour;
  const counts = { ...zeroOutcomes(), completed: perHour };
  const hours = clocks.map((at) => ({ start: start + at * hour, end: start + (at + 1) * hour, counts }));
  return { start, end: start + 24 * hour, date: `2026-10-${14 + index}`, counts, hours, closed: zeroOutcomes() };
}

const time = (...days: DayBucket[]) => reported({ zone, days, earlierCalls: 0, undatedCalls: 0 }, "created_at");

test("today is compared with the same hours of earlier days, hours that are over only", () => {
  const compared = todayCompared(time(day(-2, 5), day(-1, 7, [11, 13]), day(0, 9)), empty, midnight + 11.5 * hour);
  expect(compared).toMatchObject({ measure: "calls", until: midnight + 11 * hour, from: "call times" });
  // Yesterday called in none of these hours, so it is not one to compare with.
  expect(compared?.days.map(({ date, count }) => [date, count])).toEqual([["2026-10-14", 18], ["2026-10-12", 10]]);
});

test("before an hour is over, or a day to compare with is there, nothing is compared", () => {
  expect(todayCompared(time(day(-1, 7), day(0, 9)), undefined, midnight + 9.5 * hour)).toBeUndefined();
  expect(todayCompared(time(day(0, 9)), undefined, midnight + 14 * hour)).toBeUndefined();
  expect(todayCompared(notReported, empty, midnight)).toBeUndefined();
});

test("where calls have no times, what was observed is compared", () => {
  const history: HistoryAnswer = { ...empty, comparison: { measure: "contacts", today: 40, earlier: [{ date: "2026-10-13", count: 30 }] } };
  expect(todayCompared(notReported, history, midnight)).toEqual({
    measure: "contacts",
    until: undefined,
    from: "observation",
    days: [{ start: undefined, date: "", count: 40, today: true }, { start: undefined, date: "2026-10-13", count: 30, today: false }],
  });
});

test("the pace is told for the last hour, today, and each of several windows that began", () => {
  const at = (clock: number) => midnight + clock * hour;
  const observed = [9, 10, 13].map((clock) => ({ start: at(clock), end: at(clock + 1), calls: clock === 10 ? undefined : 60, done: 30 }));
  const history: HistoryAnswer = {
    ...empty,
    pace: { calls: { now: figure(61), today: figure(59) }, contacts: none, files: [] },
    days: [{ date: "2026-10-14", start: at(0), end: at(24), calls: 120, done: 90, hours: observed }],
  };
  const windows = [{ start: at(9), end: at(12) }, { start: at(13), end: at(17) }, { start: at(18), end: at(20) }];
  const hours: Hours = { timeZone: zone, timeZoneKnown: true, week: [], open: true, windows };
  expect(paceLines(history, hours, at(13.5)).map(({ kind, calls, contacts }) => [kind, calls?.perHour, contacts?.perHour])).toEqual([
    ["now", 61, undefined],
    ["today", 59, undefined],
    // The hour that was not observed counts neither its calls nor its time.
    ["window", 60, 30],
    ["window", 120, 60],
  ]);
  expect(paceLines(history, { ...hours, windows: windows.slice(0, 1) }, at(13.5))).toHaveLength(2);
  expect(paceLines(empty, undefined, at(13.5))).toEqual([]);
});

test("one figure is calls of the last hour, else of today, else contacts", () => {
  const of = (pace: Partial<HistoryAnswer["pace"]>) => headPace({ ...empty, pace: { ...empty.pace, ...pace } });
  expect(of({ calls: { now: figure(61), today: figure(59) } })).toMatchObject({ of: "calls", over: "now", figure: figure(61) });
  expect(of({ calls: { now: undefined, today: figure(59) }, contacts: { now: figure(3), today: undefined } })).toMatchObject({ of: "calls", over: "today" });
  expect(of({ contacts: { now: figure(3), today: undefined } })).toMatchObject({ of: "contacts", over: "now" });
  expect(of({})).toBeUndefined();
});
