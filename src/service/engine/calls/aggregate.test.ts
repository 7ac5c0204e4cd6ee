import { describe, expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import type { CallingHours } from "#campaign/calling-hours.ts";
import { type OutcomeCounts, outcomes, zeroOutcomes } from "#campaign/outcome.ts";
import { aggregate } from "./aggregate.ts";
import { sampleCall, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable } from "./table.ts";

const weekdays: CallingHours = {
  timeZone: "America/New_York",
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })),
};
const dates = { startDate: undefined, endDate: undefined };
const now = Date.parse("2026-03-20T12:00:00Z");
const charts = (calls: Call[], hours: CallingHours | undefined = weekdays) =>
  aggregate(buildCallTable(calls, sampleRules, undefined), hours, dates, now);

/** Calls to numbers of their own at a time, so many of each outcome. */
let made = 0;
const callsAt = (time: string, counts: Partial<OutcomeCounts>): Call[] =>
  outcomes.flatMap((outcome) =>
    Array.from({ length: counts[outcome] ?? 0 }, () => {
      made++;
      return sampleCall({ id: `${made}`, to: `+1202${1_000_000 + made}`, outcome, createdAt: Date.parse(time) });
    }),
  );

describe("outcomes", () => {
  it("counts the last result of each number, and every call", () => {
    const { outcomesByNumber, outcomesByCall } = charts([
      sampleCall({ id: "a", outcome: "busy", createdAt: 1 }),
      sampleCall({ id: "b", outcome: "completed", createdAt: 2 }),
    ]);
    expect(outcomesByNumber).toEqual({ ...zeroOutcomes(), completed: 1 });
    expect(outcomesByCall).toEqual({ ...zeroOutcomes(), busy: 1, completed: 1 });
  });
});

describe("retries", () => {
  it("counts contacts by retries used, without gaps", () => {
    expect(
      charts([
        sampleCall({ id: "a", to: "+12025550101" }),
        sampleCall({ id: "b", to: "+12025550102", outcome: "busy" }),
        sampleCall({ id: "c", to: "+12025550103", retries: 3 }),
        sampleCall({ id: "d", to: "+12025550103", retries: 1 }),
      ]).retries,
    ).toEqual([
      { retries: 0, contacts: 2, completed: 1 },
      { retries: 1, contacts: 0, completed: 0 },
      { retries: 2, contacts: 0, completed: 0 },
      { retries: 3, contacts: 1, completed: 1 },
    ]);
  });
  it("has no line without contacts, and no thousand empty ones for a wild figure", () => {
    expect(charts([]).retries).toEqual([]);
    const wild = charts([sampleCall({ id: "a", retries: 1e9 })]).retries;
    expect(wild.at(-1)).toEqual({ retries: 1e9, contacts: 1, completed: 1 });
    expect(wild.length).toBeLessThan(200);
  });
});

describe("answer rate", () => {
  const tuesday = callsAt("2026-03-03T16:30:00Z", { completed: 12, voicemail: 3, no_answer: 3, busy: 1, failed: 1, queued: 4 });
  const few = callsAt("2026-03-02T14:00:00Z", { completed: 1, failed: 1 });

  it("is the completed of the finished by weekday and hour, cells with few calls included", () => {
    expect(charts([...tuesday, ...few]).answerRate).toEqual({
      kind: "drawn",
      cells: [
        { weekday: 1, hour: 9, completed: 1, finished: 2 },
        { weekday: 2, hour: 11, completed: 12, finished: 20 },
      ],
    });
  });
  it("leaves out contacts with more than one attempt", () => {
    const retried = tuesday.map((call) => sampleCall({ ...call, retries: 1 }));
    expect(charts([...retried, ...few]).answerRate).toEqual({ kind: "withheld", reason: "too_few_calls", insideShare: undefined });
  });
  it("waits for a cell with 20 finished calls", () => {
    expect(charts(tuesday.slice(1)).answerRate).toMatchObject({ reason: "too_few_calls" });
    expect(charts([]).answerRate).toMatchObject({ reason: "too_few_calls" });
  });
  it("needs 95 % of the dated calls inside calling hours, and says how many are", () => {
    const inside = callsAt("2026-03-03T16:30:00Z", { completed: 19, queued: 76 });
    const closed = callsAt("2026-03-03T04:00:00Z", { completed: 1, queued: 4 });
    const undated = Array.from({ length: 50 }, (_, index) => sampleCall({ id: `u${index}`, to: undefined }));
    expect(charts([...inside, ...closed, ...undated]).answerRate).toMatchObject({ reason: "too_few_calls" });
    expect(charts([...inside.slice(1), ...closed, ...undated]).answerRate).toEqual({
      kind: "withheld",
      reason: "created_outside_hours",
      insideShare: 94 / 99,
    });
  });
  it("says when times or hours are what is missing", () => {
    expect(charts([sampleCall({ id: "a" })]).answerRate).toMatchObject({ reason: "no_times" });
    expect(aggregate(buildCallTable(tuesday, sampleRules, undefined), undefined, dates, now).answerRate).toMatchObject({ reason: "no_hours" });
    expect(charts(tuesday, { ...weekdays, timeZone: "Mars/Olympus" }).answerRate).toMatchObject({ reason: "no_hours" });
  });
});
