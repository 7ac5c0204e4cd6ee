import { describe, expect, test } from "vitest";
import type { Call } from "#campaign/call.ts";
import type { CallsQuery } from "#service/api.ts";
import { sampleCall, sampleQuery, sampleRules } from "./testing/sample-calls.ts";
import { csvOf } from "./csv.ts";
import { fullSight, type Sight } from "./sight.ts";
import { buildCallTable } from "./table.ts";
import { viewCalls } from "./view.ts";

/* A platform that lists its contacts by number, and gives them no ids of its own. */
const contacts = (count: number): Call[] =>
  Array.from({ length: count }, (_, index) => sampleCall({ id: `row-${String(index + 1).padStart(7, "0")}`, to: `+1202555${1_000 + index}`, retries: index % 3, outcome: index % 2 === 0 ? "completed" : "busy" }));
const hidden: Sight = { ...fullSight, numbers: "masked", ownIds: false };
const query = (about: Partial<CallsQuery>) => sampleQuery({ limit: 500, ...about });
const table = buildCallTable(contacts(300), sampleRules, undefined);
const lastFour = (of: typeof table, about: Partial<CallsQuery>, sight = hidden) => viewCalls(of, query(about), undefined, sight).rows.map(({ to = "" }) => Number(to.slice(-4)));

/** How many neighbours stand in the order of their numbers: half, where nothing tells. */
const rising = (numbers: readonly number[]) => numbers.filter((number, index) => index > 0 && number > (numbers[index - 1] ?? 0)).length;

describe.each(["number", "call"] as const)("grouped by %s", (group) => {
  test.each(["created", "id", "to", "retries", "outcome", "by.disposition"] as const)("[threat: masked viewer learning numbers] sorted by %s, the order does not follow the numbers", (sort) => {
    for (const descending of [true, false]) {
      const seen = lastFour(table, { group, sort, descending });
      expect(new Set(seen).size).toBe(300);
      // Far more than chance may bring about, either way.
      expect(Math.abs(rising(seen) - 150)).toBeLessThan(60);
    }
  });
});

test("what is asked for is in order all the same, and an export has the same order", () => {
  const { rows } = viewCalls(table, query({ group: "call", sort: "retries", descending: false }), undefined, hidden);
  expect(rows.map(({ retries }) => retries)).toEqual(rows.map(({ retries }) => retries).toSorted((a, b) => a - b));
  const csv = [...csvOf(table, query({ group: "number" }), undefined, hidden)].join("").trim().split("\r\n").slice(1);
  expect(csv.map((line) => Number(line.split(",")[0]?.slice(-4)))).toEqual(lastFour(table, {}));
});

test("it stays from reading to reading, and who sees numbers has the platform's order", () => {
  const next = buildCallTable(contacts(301), sampleRules, table);
  expect(lastFour(next, {}).filter((number) => number !== 1_300)).toEqual(lastFour(table, {}));
  expect(lastFour(table, {}, { ...hidden, numbers: "full" })).toEqual(contacts(300).map((_, index) => 1_000 + index));
});
