import { expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import { attemptsOf } from "./attempts.ts";
import { sampleCall, sampleQuery, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable, type CallTable } from "./table.ts";
import { viewCalls } from "./view.ts";
import { fullSight } from "./sight.ts";

const build = (calls: Call[], previous?: CallTable) => buildCallTable(calls, sampleRules, previous);
const idsOf = (table: CallTable) =>
  viewCalls(table, sampleQuery({ group: "call", sort: "id", descending: false }), undefined, fullSight).rows.map(({ id }) => id);

it("counts rows, numbers and attempts of the published sample", () => {
  const { tally, rows, numbers } = build([
    sampleCall({ id: "call-uuid-1", to: "+1234567890" }),
    sampleCall({ id: "call-uuid-2", to: "+1987654321", outcome: "failed", retries: 1 }),
  ]);
  expect([rows, numbers, tally.rows, tally.numbers, tally.attempts]).toEqual([2, 2, 2, 2, 3]);
  expect(tally.rowOutcomes).toMatchObject({ completed: 1, failed: 1 });
  expect(tally.contacts.done.completed).toBe(1);
  expect(tally.contacts.to_retry.failed).toBe(1);
});

it("is empty for an empty list", () => {
  const table = build([]);
  expect([table.rows, table.numbers, table.tally.attempts, table.newestCreatedAt]).toEqual([0, 0, 0, undefined]);
});

it("reads one row an attempt and one row updated in place alike", () => {
  const perAttempt = build([
    sampleCall({ id: "a", outcome: "busy", createdAt: 1 }),
    sampleCall({ id: "b", outcome: "busy", createdAt: 2 }),
    sampleCall({ id: "c", outcome: "busy", createdAt: 3 }),
  ]);
  const inPlace = build([sampleCall({ id: "a", outcome: "busy", retries: 2, createdAt: 3 })]);
  for (const { tally } of [perAttempt, inPlace]) {
    expect([tally.numbers, tally.attempts, tally.contacts.done.busy]).toEqual([1, 3, 1]);
  }
});

it.each([
  ["the newest", [{ createdAt: 2, outcome: "busy" }, { createdAt: 1, outcome: "failed", retries: 5 }], "busy"],
  ["the one with a time", [{ createdAt: 1, outcome: "busy" }, { outcome: "failed", retries: 5 }], "busy"],
  ["at equal times the one with more retries", [{ createdAt: 1, retries: 1, outcome: "busy" }, { createdAt: 1, outcome: "failed" }], "busy"],
  ["else the later row", [{ createdAt: 1, outcome: "failed" }, { createdAt: 1, outcome: "busy" }], "busy"],
  ["without times the one with more retries", [{ retries: 1, outcome: "busy" }, { outcome: "failed" }], "busy"],
] satisfies [string, Partial<Call>[], string][])("takes as a number's last row %s", (_, rows, last) => {
  const table = build(rows.map((row, index) => sampleCall({ id: `${index}`, ...row })));
  expect(viewCalls(table, sampleQuery(), undefined, fullSight).rows.map(({ outcome }) => outcome)).toEqual([last]);
});

it("joins spellings of one number and shows each as it arrived", () => {
  const table = build([
    sampleCall({ id: "a", to: "+1 (202) 555-0100", createdAt: 1 }),
    sampleCall({ id: "b", to: "+12025550100", createdAt: 2 }),
  ]);
  expect(table.numbers).toBe(1);
  expect(attemptsOf(table, "b", fullSight)?.rows.map(({ to }) => to)).toEqual(["+1 (202) 555-0100", "+12025550100"]);
});

it("does not join rows that have no number", () => {
  const table = build([sampleCall({ id: "a", to: undefined }), sampleCall({ id: "b", to: undefined }), sampleCall({ id: "c", to: "" }), sampleCall({ id: "d", to: "" })]);
  expect([table.numbers, table.tally.attempts]).toEqual([4, 4]);
});

it("lets the newest of duplicate ids win, and counts the others", () => {
  const table = build([
    sampleCall({ id: "a", outcome: "queued", createdAt: 5 }),
    sampleCall({ id: "a", outcome: "completed", createdAt: 9 }),
    sampleCall({ id: "a", outcome: "failed", createdAt: 7 }),
    sampleCall({ id: "b", outcome: "queued" }),
    sampleCall({ id: "b", outcome: "busy" }),
  ]);
  expect([table.rows, table.duplicates]).toEqual([2, 3]);
  expect(table.tally.rowOutcomes).toMatchObject({ completed: 1, busy: 1, queued: 0, failed: 0 });
});

it("drops a call only when it is missing twice in a row", () => {
  const [a, b] = [sampleCall({ id: "a" }), sampleCall({ id: "b" })];
  const first = build([a, b]);
  const missingOnce = build([a], first);
  expect([idsOf(missingOnce), missingOnce.missing, missingOnce.vanished]).toEqual([["a", "b"], 1, 0]);
  const missingTwice = build([a], missingOnce);
  expect([idsOf(missingTwice), missingTwice.missing, missingTwice.vanished]).toEqual([["a"], 0, 1]);
  const backInBetween = build([a], build([a, b], missingOnce));
  expect([idsOf(backInBetween), backInBetween.vanished]).toEqual([["a", "b"], 0]);
});

it("adds up what vanished over polls", () => {
  const empty = build([], build([], build([sampleCall({ id: "a" }), sampleCall({ id: "b" })])));
  const again = build([], build([], build([sampleCall({ id: "c" })], empty)));
  expect([empty.vanished, again.vanished, again.rows]).toEqual([2, 3, 0]);
});

it("lets the row of this answer be the last where a missing one ties with it", () => {
  const before = build([sampleCall({ id: "old", outcome: "queued" })]);
  const after = build([sampleCall({ id: "new", outcome: "busy" })], before);
  expect(viewCalls(after, sampleQuery(), undefined, fullSight).rows.map(({ id }) => id)).toEqual(["new"]);
});

it("keeps the words of unknown outcomes, counted", () => {
  const unknown = (id: string, word: string) => sampleCall({ id, outcome: "unknown", word });
  const { unknownWords } = build([unknown("a", "parked"), unknown("b", "parked"), unknown("c", "__proto__"), sampleCall({ id: "d" })]);
  expect([...unknownWords]).toEqual([["parked", 2], ["__proto__", 1]]);
});

it("treats a time that no calendar holds as not reported", () => {
  const table = build([sampleCall({ id: "a", createdAt: 8.64e15 }), sampleCall({ id: "b", createdAt: -8.64e15 })]);
  expect(viewCalls(table, sampleQuery({ group: "call" }), undefined, fullSight).rows.map((row) => row.createdAt)).toEqual([undefined, undefined]);
});
