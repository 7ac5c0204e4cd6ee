import fc from "fast-check";
import { expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import { contactState, type FinalityRules } from "#campaign/contact-state.ts";
import { type Outcome, outcomes } from "#campaign/outcome.ts";
import { emptyTally } from "#campaign/tally.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import { type CallsQuery, callSorts } from "#service/api.ts";
import { buildCallTable, type CallTable } from "./table.ts";
import { type Entry, nextEntries, numberOf, plainView } from "./testing/plain-rules.ts";
import { viewCalls } from "./view.ts";
import { fullSight } from "./sight.ts";

const rules: FinalityRules = { maxRetries: 2, voicemailIsFinal: true, ended: false, resultsAreFinal: false };
const monday = Date.parse("2026-03-02T14:00:00Z");
const instant = fc.integer({ min: 0, max: 6 }).map((step) => monday + step * 1_800_000);
const numbers = ["+1 202 555 0101", "+12025550101", "+12025550102", "12025550102", "125xxxx0102", "+919812345678"];
const words = fc.subarray(["good", "so, so", "bad"]).map((mood): Pick<Call, "dimensions"> => (mood.length > 0 ? { dimensions: { mood } } : {}));
const fields = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map((id) => `Call-${id}`),
  to: fc.option(fc.constantFrom(...numbers), { nil: undefined, freq: 6 }),
  outcome: fc.constantFrom(...outcomes),
  word: fc.constantFrom("completed", "no-answer", "__proto__"),
  retries: fc.integer({ min: 0, max: 3 }),
  createdAt: fc.option(instant, { nil: undefined }),
  durationSeconds: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
});
const call: fc.Arbitrary<Call> = fc.tuple(fields, words).map(([own, said]) => ({ ...own, ...said }));
const bodies = fc.array(fc.array(call, { maxLength: 14 }), { minLength: 1, maxLength: 4 });
const query: fc.Arbitrary<CallsQuery> = fc.record({
  group: fc.constantFrom("number", "call"),
  outcome: fc.oneof(fc.constant<Outcome[]>([]), fc.subarray([...outcomes])),
  q: fc.option(fc.constantFrom("1", "call-1", "L-1", "0102", "5550", "(202)", "555-01", "xxx", "9", "2 0 2"), { nil: undefined, freq: 2 }),
  retries: fc.oneof(fc.constant<number[]>([]), fc.subarray([0, 1, 2, 3])),
  since: fc.option(instant, { nil: undefined, freq: 3 }),
  until: fc.option(instant, { nil: undefined, freq: 3 }),
  slot: fc.option(fc.constantFrom("1-9", "1-10", "2-9"), { nil: undefined, freq: 5 }),
  dimensions: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.record({ mood: fc.subarray(["good", "so, so", "new"], { minLength: 1 }) }),
    fc.constant({ none: ["good"] }),
  ),
  sort: fc.constantFrom(...callSorts, "by.mood" as const, "by.none" as const),
  descending: fc.boolean(),
  offset: fc.integer({ min: 0, max: 5 }),
  limit: fc.integer({ min: 0, max: 20 }),
  asOf: fc.constant(undefined),
});

/** Plays the polls both ways. */
function play(polls: Call[][]) {
  let table: CallTable | undefined;
  let entries: Entry[] = [];
  return polls.map((body, poll) => {
    table = buildCallTable(body, rules, table, { epoch: "epoch" });
    entries = nextEntries(entries, body, poll);
    return { table, entries };
  });
}

it("answers every window as the plain rules do, at any reader's anchor", () => {
  fc.assert(
    fc.property(bodies, fc.array(query, { minLength: 1, maxLength: 4 }), fc.nat(3), (polls, queries, anchored) => {
      const played = play(polls);
      const now = played.at(-1);
      const anchor = played[anchored];
      if (!now) return;
      for (const asked of queries) {
        const asOf = anchor && viewCalls(anchor.table, asked, undefined, fullSight).asOf;
        const answer = viewCalls(now.table, { ...asked, asOf }, zoneClock("America/New_York"), fullSight);
        const expected = plainView(now.entries, asked, rules, anchor ? anchored : Number.POSITIVE_INFINITY);
        expect(answer).toMatchObject(expected);
        expect(answer.rows.length).toBe(expected.rows.length);
      }
    }),
    { numRuns: 1_000 },
  );
});

it("counts as the plain rules do", () => {
  fc.assert(
    fc.property(bodies, (polls) => {
      for (const { table, entries } of play(polls)) {
        const tally = emptyTally();
        tally.rows = entries.length;
        const lasted = entries.flatMap(({ call: { durationSeconds = 0 } }) => (durationSeconds > 0 ? [durationSeconds] : []));
        tally.durations = { calls: lasted.length, seconds: lasted.reduce((sum, seconds) => sum + seconds, 0) };
        for (const entry of entries) {
          tally.rowOutcomes[entry.call.outcome]++;
          const { last, attempts } = numberOf(entry, entries);
          if (last !== entry) continue;
          tally.numbers++;
          tally.attempts += attempts;
          tally.contacts[contactState(entry.call.outcome, attempts - 1, rules)][entry.call.outcome]++;
        }
        expect(table.tally).toEqual(tally);
      }
    }),
    { numRuns: 500 },
  );
});
