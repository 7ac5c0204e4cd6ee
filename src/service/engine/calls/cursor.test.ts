import { expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import type { CallsQuery } from "#service/api.ts";
import { sampleCall, sampleQuery, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable, type CallTable } from "./table.ts";
import { viewCalls } from "./view.ts";
import { fullSight } from "./sight.ts";

const build = (calls: Call[], previous?: CallTable, epoch = "one") => buildCallTable(calls, sampleRules, previous, { epoch });
const view = (table: CallTable, about: Partial<CallsQuery>) => {
  const { rows, newer, total, asOf } = viewCalls(table, sampleQuery({ group: "call", ...about }), undefined, fullSight);
  return { ids: rows.map(({ id }) => id).join(""), newer, total, asOf };
};

const a = sampleCall({ id: "a", to: "+12025550101", createdAt: 1_000 });
const b = sampleCall({ id: "b", to: "+12025550102", createdAt: 2_000 });
const c = sampleCall({ id: "c", to: "+12025550101", outcome: "busy", createdAt: 3_000 });
const d = sampleCall({ id: "d", to: "+12025550104", outcome: "busy", createdAt: 4_000 });

it("hides what arrived after the reader's anchor over several polls, and counts it", () => {
  const first = build([a, b]);
  const { asOf } = view(first, {});
  const second = build([a, b, c], first);
  const third = build([a, b, c, d], second);
  expect(view(second, { asOf })).toEqual({ ids: "ba", newer: 1, total: 2, asOf });
  expect(view(third, { asOf })).toEqual({ ids: "ba", newer: 2, total: 2, asOf });
  expect(view(third, { asOf: view(second, {}).asOf })).toMatchObject({ ids: "cba", newer: 1 });
  expect(view(third, { asOf: view(third, {}).asOf })).toMatchObject({ ids: "dcba", newer: 0 });
  expect(view(third, {})).toMatchObject({ ids: "dcba", newer: 0 });
});

it("counts as newer only what fits the filter", () => {
  const first = build([a, b]);
  const { asOf } = view(first, {});
  expect(view(build([a, b, c, d], first), { asOf, outcome: ["completed"] })).toMatchObject({ ids: "ba", newer: 0 });
  expect(view(build([a, b, c, d], first), { asOf, q: "0104" })).toMatchObject({ ids: "", newer: 1 });
});

it("shows numbers as they stood at the anchor", () => {
  const first = build([a, b]);
  const { asOf } = view(first, {});
  const now = build([a, b, c, d], first);
  const anchored = viewCalls(now, sampleQuery({ asOf }), undefined, fullSight);
  expect(anchored.rows.map(({ id, attempts, retries, state }) => [id, attempts, retries, state])).toEqual([
    ["b", 1, 0, "done"],
    ["a", 1, 0, "done"],
  ]);
  expect(anchored.newer).toBe(2);
  const fresh = viewCalls(now, sampleQuery(), undefined, fullSight);
  expect(fresh.rows.map(({ id, attempts, retries, state }) => [id, attempts, retries, state])).toEqual([
    ["d", 1, 0, "to_retry"],
    ["c", 2, 1, "to_retry"],
    ["b", 1, 0, "done"],
  ]);
});

it("does not count an older row that arrived late as a newer number", () => {
  const first = build([b]);
  const lateRow = sampleCall({ id: "late", to: b.to, createdAt: 500 });
  expect(viewCalls(build([lateRow, b], first), sampleQuery({ asOf: view(first, {}).asOf }), undefined, fullSight).newer).toBe(0);
});

it("changes rows in place while the anchor holds", () => {
  const first = build([sampleCall({ ...a, outcome: "in_progress" })]);
  const { asOf } = view(first, {});
  const rows = viewCalls(build([a, b], first), sampleQuery({ asOf }), undefined, fullSight).rows;
  expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([["a", "completed"]]);
});

it("keeps the cursor, and so the answer's bytes, while nothing arrives", () => {
  const first = build([a, b]);
  const second = build([a, sampleCall({ ...b, outcome: "failed" })], first);
  expect(view(second, {}).asOf).toBe(view(first, {}).asOf);
});

it("shows a call again that vanished and came back as one that arrived", () => {
  const gone = build([a], build([a], build([a, b])));
  const { asOf } = view(gone, {});
  expect(view(build([a, b], gone), { asOf })).toMatchObject({ ids: "a", newer: 1 });
});

it("goes by creation time after the service was restarted", () => {
  const { asOf } = view(build([a, b]), {});
  const undated = sampleCall({ id: "u" });
  const restarted = build([a, b, c, undated], undefined, "two");
  expect(view(restarted, { asOf })).toEqual({ ids: "bau", newer: 1, total: 3, asOf });
  const withoutTimes = view(build([undated]), {}).asOf;
  expect(view(restarted, { asOf: withoutTimes })).toMatchObject({ ids: "cbau", newer: 0 });
});

it("tells its own line of tables from the first answer when given no name", () => {
  const first = buildCallTable([a], sampleRules, undefined);
  const { asOf } = view(first, {});
  const other = buildCallTable([a, b], sampleRules, undefined);
  expect(view(other, { asOf })).toMatchObject({ ids: "a", newer: 1 });
  expect(view(buildCallTable([a, b], sampleRules, first), { asOf })).toMatchObject({ ids: "a", newer: 1 });
});

it.each(["", "one", "one.1", "one.x.5", "one.-1.5", "one.1.", "one.1.5.", "1e9.2", ".1.1", "one.99999999999.1", "one.1.\n"])(
  "takes the malformed cursor %j for none",
  (asOf) => {
    const table = build([a, b, c], build([a, b]));
    expect(view(table, { asOf })).toEqual(view(table, {}));
  },
);
