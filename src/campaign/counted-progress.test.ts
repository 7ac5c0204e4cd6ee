import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contactState, type FinalityRules } from "./contact-state.ts";
import type { Counters, Listing } from "./counters.ts";
import { disagreements } from "./disagreements.ts";
import { type Outcome, outcomes } from "./outcome.ts";
import { progressOf, progressSource } from "./progress-funnel.ts";
import type { ProgressInput } from "./progress-input.ts";
import { notReported, reported } from "./reported.ts";
import { type CallTally, emptyTally } from "./tally.ts";

const rules: FinalityRules = { maxRetries: 2, voicemailIsFinal: false, ended: false, resultsAreFinal: false };

/** Calls given as [outcome, retries used], each of a number of its own. */
function tallyOf(calls: [Outcome, number][]): CallTally {
  const tally = emptyTally();
  for (const [outcome, retries] of calls) {
    tally.rows += 1;
    tally.numbers += 1;
    tally.attempts += 1 + retries;
    tally.rowOutcomes[outcome] += 1;
    tally.contacts[contactState(outcome, retries, rules)][outcome] += 1;
  }
  return tally;
}

function progress(counters: Counters, about: Partial<ProgressInput> = {}) {
  const input: ProgressInput = {
    counters,
    tally: undefined,
    listing: undefined,
    statistics: { totalCalls: notReported, completedCalls: notReported, failedCalls: notReported, successRatePercent: notReported, averageDurationSeconds: notReported },
    files: notReported,
    rules,
    maxConcurrentCalls: notReported,
    ...about,
  };
  return progressOf(input, progressSource(input));
}

const parts = ({ segments }: ReturnType<typeof progress>) => segments.map(({ part, state, count }) => [part, state, count]);
const whole = (listed: number, total = listed): Listing => ({ listed, total, complete: true });
const count = (value: number | undefined, source: string) => (value === undefined ? notReported : reported(value, source));
const leads = (total?: number, completed?: number, pending?: number): Counters => ({
  basis: "leads",
  total: count(total, "total_leads"),
  completed: count(completed, "completed_calls"),
  pending: count(pending, "pending_calls"),
});
const flags = (counters: Counters, listing?: Listing) =>
  disagreements(
    { totalCalls: notReported, completedCalls: notReported, failedCalls: notReported, successRatePercent: notReported, averageDurationSeconds: notReported },
    undefined,
    [],
    counters,
    listing,
  );

describe("counters of leads", () => {
  test("5,000 of which 1,200 are completed and 3,700 pending: 100 are not broken down", () => {
    const told = progress(leads(5_000, 1_200, 3_700), { maxConcurrentCalls: reported(5, "max_concurrent_calls"), tally: tallyOf([["completed", 0]]) });
    expect(parts(told)).toEqual([
      ["completed", "done", 1_200],
      ["not_broken_down", "unknown", 100],
      ["pending", "waiting", 3_700],
    ]);
    expect(told).toMatchObject({
      source: "counters",
      measure: "completed",
      total: { value: 5_000, source: "total_leads" },
      done: { count: 1_200, atMost: 1_300, source: "completed_calls" },
      notes: [{ kind: "on_the_line_at_most", most: 5, of: 100 }, { kind: "calls_stand_beside", listed: 1 }],
    });
    expect(flags(leads(5_000, 1_200, 3_700))).toEqual([]);
  });
  test("without a total, completed and pending are one", () => {
    expect(progress(leads(undefined, 10, 30))).toMatchObject({ total: { value: 40, source: "completed_calls + pending_calls" }, done: { count: 10, atMost: 10 } });
  });
  test("completed alone is a count without a percentage", () => {
    const told = progress(leads(undefined, 10));
    expect(told).toMatchObject({ total: { reported: false }, done: { count: 10, atMost: 10 } });
    expect(parts(told)).toEqual([["completed", "done", 10]]);
  });
  test("without counters nothing is counted, and calls stay calls", () => {
    const told = progress(leads(), { tally: tallyOf([["completed", 0], ["failed", 0]]), listing: whole(2) });
    expect(told).toMatchObject({ source: "none", total: { reported: false }, segments: [], notes: [{ kind: "calls_stand_beside", listed: 2 }] });
  });
  test("parts above the total are both kept, and flagged", () => {
    expect(progress(leads(100, 80, 40)).total).toEqual({ reported: true, value: 120, source: "completed_calls + pending_calls" });
    expect(flags(leads(100, 80, 40))).toEqual([{ kind: "leads_disagree", completed: 80, pending: 40, total: 100 }]);
  });
});

describe("counters of recipients", () => {
  const recipients = (about: Partial<Extract<Counters, { basis: "recipients" }>> = {}): Counters => ({
    basis: "recipients",
    records: reported(1_050, "total_records"),
    loaded: reported(1_000, "total_lead_count"),
    firstCallsSent: reported(600, "sent_lead_count"),
    stages: [
      { depth: 0, attempted: 600, total: reported(1_000, "attempt_stages[].total") },
      { depth: 1, attempted: 50, total: reported(170, "attempt_stages[].total") },
    ],
    ...about,
  });
  const reading: Listing = { listed: 100, total: 700, complete: false };

  test("until the whole history is read, the headline is first calls sent", () => {
    const told = progress(recipients(), { tally: tallyOf([["completed", 0]]), listing: reading });
    expect(told).toMatchObject({
      source: "counters",
      measure: "first_calls_sent",
      total: { value: 1_000, source: "total_lead_count" },
      done: { count: 600 },
      rejected: { value: 50, source: "total_records − total_lead_count" },
      notes: [{ kind: "results_from_whole_history", listed: 100, total: 700 }],
    });
    expect(parts(told)).toEqual([
      ["first_call_sent", "unknown", 480],
      ["first_call_sent", "to_retry", 120],
      ["without_call", "waiting", 400],
    ]);
  });
  test("once it is, the last result of each number is counted", () => {
    const calls: [Outcome, number][] = [["completed", 0], ["busy", 0], ["no_answer", 2], ["in_progress", 0]];
    const told = progress(recipients({ loaded: reported(10, "total_lead_count"), firstCallsSent: reported(5, "sent_lead_count") }), {
      tally: tallyOf(calls),
      listing: whole(4),
    });
    expect(parts(told)).toEqual([
      ["completed", "done", 1],
      ["no_answer", "done", 1],
      ["busy", "to_retry", 1],
      ["in_progress", "in_progress", 1],
      ["not_listed", "unknown", 1],
      ["without_call", "waiting", 5],
    ]);
    expect(told).toMatchObject({ source: "list", measure: "done", total: { value: 10 }, done: { count: 2, atMost: 3 } });
  });
  test("more calls sent than recipients loaded are shown and flagged", () => {
    const odd = recipients({ loaded: reported(500, "total_lead_count") });
    expect(progress(odd).total).toEqual({ reported: true, value: 600, source: "sent_lead_count" });
    expect(flags(odd)).toEqual([{ kind: "sent_exceeds_loaded", sent: 600, loaded: 500 }]);
  });
});

describe("contacts as rows", () => {
  const contacts: Counters = { basis: "contacts" };
  test("the published sample: 2 of 4 done, 1 open, 1 not listed and flagged", () => {
    const told = progress(contacts, { tally: tallyOf([["in_progress", 1], ["completed", 0], ["completed", 0]]), listing: whole(3, 4) });
    expect(parts(told)).toEqual([
      ["completed", "done", 2],
      ["dialling_or_retry", "undetermined", 1],
      ["not_listed", "unknown", 1],
    ]);
    expect(told).toMatchObject({ total: { value: 4, source: "totalResults" }, done: { count: 2, atMost: 3 } });
    expect(flags(contacts, whole(3, 4))).toEqual([{ kind: "rows_not_listed", listed: 3, total: 4 }]);
  });
  test("more rows than the platform counts are all shown, and flagged", () => {
    const told = progress(contacts, { tally: tallyOf([["completed", 0], ["completed", 0], ["completed", 0]]), listing: whole(3, 1) });
    expect(told).toMatchObject({ total: { value: 3 }, done: { count: 3, atMost: 3 } });
    expect(flags(contacts, whole(3, 1))).toEqual([{ kind: "rows_not_listed", listed: 3, total: 1 }]);
    expect(flags(contacts, whole(3, 3))).toEqual([]);
  });
  test("while pages are still read, the rest is not read yet, and not flagged", () => {
    const listing: Listing = { listed: 2, total: 50, complete: false };
    const told = progress(contacts, { tally: tallyOf([["completed", 0], ["queued", 0]]), listing });
    expect(parts(told)).toEqual([["completed", "done", 1], ["without_call", "waiting", 1], ["not_read_yet", "unknown", 48]]);
    expect(flags(contacts, listing)).toEqual([]);
  });
  test("before the first page nothing is counted, so nothing reads as no contacts", () => {
    expect(progress(contacts, { tally: tallyOf([]), listing: { listed: 0, total: undefined, complete: false } }).total.reported).toBe(false);
  });
});

test("a platform that counts nothing has no total", () => {
  expect(progress({ basis: "none" })).toMatchObject({ source: "none", total: { reported: false }, segments: [] });
});

test("segments always sum to the total, whatever the counters say", () => {
  const any = fc.option(fc.nat({ max: 40 }), { nil: undefined });
  const calls = fc.array(fc.tuple(fc.constantFrom(...outcomes), fc.nat({ max: 3 })), { maxLength: 12 });
  const stages = fc.array(fc.record({ depth: fc.nat({ max: 4 }), attempted: fc.nat({ max: 40 }), total: any.map((total) => count(total, "total")) }), { maxLength: 4 });
  const counters: fc.Arbitrary<Counters> = fc.oneof(
    fc.tuple(any, any, any).map((all) => leads(...all)),
    fc.tuple(any, any, any, stages).map(([records, loaded, sent, all]): Counters => ({
      basis: "recipients",
      records: count(records, "total_records"),
      loaded: count(loaded, "total_lead_count"),
      firstCallsSent: count(sent, "sent_lead_count"),
      stages: all,
    })),
    fc.constant<Counters>({ basis: "contacts" }),
  );
  fc.assert(
    fc.property(counters, calls, fc.record({ listed: fc.nat({ max: 40 }), total: any, complete: fc.boolean() }), (from, listed, listing) => {
      const told = progress(from, { tally: tallyOf(listed), listing });
      const sum = told.segments.reduce((all, segment) => all + segment.count, 0);
      expect(sum).toBe(told.total.reported ? told.total.value : sum);
      expect(told.segments.every((segment) => segment.count > 0)).toBe(true);
      expect(told.done.atMost).toBeGreaterThanOrEqual(told.done.count);
    }),
    { numRuns: 2_000 },
  );
});
