import fc from "fast-check";
import { expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import { contactKey } from "#campaign/contact-number.ts";
import { contactState, type FinalityRules } from "#campaign/contact-state.ts";
import { type Outcome, outcomes } from "#campaign/outcome.ts";
import { emptyTally } from "#campaign/tally.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import { type CallsQuery, callSorts } from "#service/api.ts";
import { buildCallTable, type CallTable } from "./table.ts";
import { viewCalls } from "./view.ts";

/* The same rules written as plainly as possible over objects, without columns, caches or speed. */

type Entry = { call: Call; poll: number; missing: boolean; position: number };

const created = (call: Call) => call.createdAt ?? Number.NEGATIVE_INFINITY;
const beats = (call: Call, index: number, other: Call, at: number) =>
  created(call) > created(other) || (created(call) === created(other) && index > at);

function nextEntries(before: Entry[], body: Call[], poll: number): Entry[] {
  const winners = body.filter((call, index) => !body.some((other, at) => other.id === call.id && at !== index && beats(other, at, call, index)));
  const missing = before.filter(({ call }) => !body.some(({ id }) => id === call.id));
  const entries = [
    ...missing.filter((entry) => !entry.missing).map((entry) => ({ ...entry, missing: true })),
    ...winners.map((call) => ({ call, poll: before.find((entry) => entry.call.id === call.id)?.poll ?? poll, missing: false })),
  ];
  return entries.map((entry, position) => ({ ...entry, position }));
}

const groupKey = ({ call }: Entry) => (call.to === undefined ? `id ${call.id}` : `to ${contactKey(call.to)}`);

function numberOf(entry: Entry, entries: Entry[]) {
  const rows = entries.filter((other) => groupKey(other) === groupKey(entry));
  const sorted = rows.toSorted((a, b) =>
    created(a.call) === created(b.call) ? a.call.retries - b.call.retries || a.position - b.position : created(a.call) < created(b.call) ? -1 : 1,
  );
  return { last: sorted.at(-1) ?? entry, attempts: Math.max(rows.length, ...rows.map(({ call }) => 1 + call.retries)) };
}

function fits({ call }: Entry, retries: number, query: CallsQuery): boolean {
  const clock = zoneClock("America/New_York");
  const local = call.createdAt === undefined ? undefined : clock.local(call.createdAt);
  const digits = (text: string) => text.replace(/\D/g, "");
  const found = (q: string) =>
    `${call.id}\n${call.to ?? ""}`.toLowerCase().includes(q.toLowerCase()) ||
    (/^[\d+ ()-]*\d[\d+ ()-]*$/.test(q) && digits(call.to ?? "").includes(digits(q)));
  return (
    (query.outcome.length === 0 || query.outcome.includes(call.outcome)) &&
    (query.retries.length === 0 || query.retries.includes(retries)) &&
    (query.q === undefined || found(query.q)) &&
    (query.since === undefined || (call.createdAt ?? Number.NaN) >= query.since) &&
    (query.until === undefined || (call.createdAt ?? Number.NaN) < query.until) &&
    (query.slot === undefined || (local !== undefined && query.slot === `${local.weekday}-${local.hour}`))
  );
}

function naiveView(entries: Entry[], query: CallsQuery, seen: number) {
  const grouped = query.group === "number" && (entries.length === 0 || entries.some(({ call }) => call.to !== undefined));
  const selected = (visible: Entry[]) =>
    visible
      .map((entry) => ({ entry, ...numberOf(entry, visible) }))
      .filter(({ entry, last }) => !grouped || last === entry)
      .map(({ entry, last, attempts }) => ({ entry, last, attempts, retries: grouped ? attempts - 1 : entry.call.retries }))
      .filter(({ entry, retries }) => fits(entry, retries, query));
  const shown = selected(entries.filter(({ poll }) => poll <= seen));
  const keyOf = ({ entry: { call }, retries }: (typeof shown)[number]) =>
    ({
      created: call.createdAt,
      to: call.to === undefined ? undefined : contactKey(call.to),
      outcome: outcomes.indexOf(call.outcome),
      retries,
      id: call.id,
    })[query.sort];
  shown.sort((a, b) => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)];
    if (keyA === keyB) return a.entry.call.id < b.entry.call.id ? -1 : 1;
    if (keyA === undefined || keyB === undefined) return keyA === undefined ? 1 : -1;
    return keyA < keyB === query.descending ? 1 : -1;
  });
  const rows = shown.map(({ entry, last, attempts, retries }) => ({
    ...entry.call,
    retries,
    attempts,
    state: contactState(last.call.outcome, attempts - 1, rules),
  }));
  return {
    group: grouped ? "number" : "call",
    total: rows.length,
    rows: rows.slice(query.offset, query.offset + query.limit),
    newer: selected(entries).filter(({ entry }) => entry.poll > seen).length,
  };
}

const rules: FinalityRules = { maxRetries: 2, voicemailIsFinal: true, ended: false };
const monday = Date.parse("2026-03-02T14:00:00Z");
const instant = fc.integer({ min: 0, max: 6 }).map((step) => monday + step * 1_800_000);
const numbers = ["+1 202 555 0101", "+12025550101", "+12025550102", "12025550102", "125xxxx0102", "+919812345678"];
const call: fc.Arbitrary<Call> = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map((id) => `Call-${id}`),
  to: fc.option(fc.constantFrom(...numbers), { nil: undefined, freq: 6 }),
  outcome: fc.constantFrom(...outcomes),
  word: fc.constantFrom("completed", "no-answer", "__proto__"),
  retries: fc.integer({ min: 0, max: 3 }),
  createdAt: fc.option(instant, { nil: undefined }),
});
const bodies = fc.array(fc.array(call, { maxLength: 14 }), { minLength: 1, maxLength: 4 });
const query: fc.Arbitrary<CallsQuery> = fc.record({
  group: fc.constantFrom("number", "call"),
  outcome: fc.oneof(fc.constant<Outcome[]>([]), fc.subarray([...outcomes])),
  q: fc.option(fc.constantFrom("1", "call-1", "L-1", "0102", "5550", "(202)", "555-01", "xxx", "9", "2 0 2"), { nil: undefined, freq: 2 }),
  retries: fc.oneof(fc.constant<number[]>([]), fc.subarray([0, 1, 2, 3])),
  since: fc.option(instant, { nil: undefined, freq: 3 }),
  until: fc.option(instant, { nil: undefined, freq: 3 }),
  slot: fc.option(fc.constantFrom("1-9", "1-10", "2-9"), { nil: undefined, freq: 5 }),
  sort: fc.constantFrom(...callSorts),
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
    table = buildCallTable(body, rules, table, "epoch");
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
        const asOf = anchor && viewCalls(anchor.table, asked, undefined).asOf;
        const answer = viewCalls(now.table, { ...asked, asOf }, zoneClock("America/New_York"));
        const expected = naiveView(now.entries, asked, anchor ? anchored : Number.POSITIVE_INFINITY);
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
