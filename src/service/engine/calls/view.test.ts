import { describe, expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import { outcomes } from "#campaign/outcome.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { CallsQuery } from "#service/api.ts";
import { sampleCall, sampleQuery, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable } from "./table.ts";
import { viewCalls } from "./view.ts";
import { fullSight } from "./sight.ts";

const view = (calls: Call[], about: Partial<CallsQuery>, timeZone?: string) =>
  viewCalls(
    buildCallTable(calls, sampleRules, undefined),
    sampleQuery({ group: "call", ...about }),
    timeZone === undefined ? undefined : zoneClock(timeZone),
    fullSight,
  );
const ids = (calls: Call[], about: Partial<CallsQuery>, timeZone?: string) => view(calls, about, timeZone).rows.map(({ id }) => id);

describe("search", () => {
  const calls = [
    sampleCall({ id: "Call-UUID-17", to: "+1 (202) 555-0142" }),
    sampleCall({ id: "call-9", to: "125XXXX0200" }),
    sampleCall({ id: "call-8", to: undefined }),
  ];
  it.each([
    ["0142", ["Call-UUID-17"]],
    ["2025550142", ["Call-UUID-17"]],
    ["202-555", ["Call-UUID-17"]],
    ["(202) 555", ["Call-UUID-17"]],
    ["  uuid-17 ", ["Call-UUID-17"]],
    ["xxxx02", ["call-9"]],
    ["1250200", ["call-9"]],
    ["CALL-", ["Call-UUID-17", "call-8", "call-9"]],
    ["call-2", []],
    ["+", ["Call-UUID-17"]],
    ["   ", ["Call-UUID-17", "call-8", "call-9"]],
    [".*", []],
  ])("finds %j", (q, found) => {
    expect(ids(calls, { q, sort: "id", descending: false })).toEqual(found);
  });
});

describe("time", () => {
  const calls = [1_000, 2_000, undefined].map((createdAt, index) => sampleCall({ id: `${index}`, createdAt }));
  it("takes since as included and until as not", () => {
    expect(ids(calls, { since: 1_000 })).toEqual(["1", "0"]);
    expect(ids(calls, { until: 2_000 })).toEqual(["0"]);
    expect(ids(calls, { since: 1_001, until: 2_000 })).toEqual([]);
  });
  it("goes by the last row of a number", () => {
    expect(ids(calls, { group: "number", since: 2_000 })).toEqual(["1"]);
    expect(ids(calls, { group: "number", until: 2_000 })).toEqual([]);
  });
});

describe("slot", () => {
  const calls = [
    sampleCall({ id: "before", createdAt: Date.parse("2026-03-03T15:59:59Z") }),
    sampleCall({ id: "at", createdAt: Date.parse("2026-03-03T16:00:00Z") }),
    sampleCall({ id: "summer", createdAt: Date.parse("2026-03-10T15:30:00Z") }),
    sampleCall({ id: "undated" }),
  ];
  it("is a weekday and hour of the campaign's zone, over a clock change", () => {
    expect(ids(calls, { slot: "2-11" }, "America/New_York")).toEqual(["summer", "at"]);
  });
  it("is read in UTC where the zone is not known", () => {
    expect(ids(calls, { slot: "2-16" })).toEqual(["at"]);
  });
  it.each(["", "8-1", "2-", "2-011", "*"])("that is %j fits nothing", (slot) => {
    expect(ids(calls, { slot })).toEqual([]);
  });
});

describe("sort", () => {
  it("puts outcomes in the order of every list", () => {
    const calls = outcomes.toReversed().map((outcome) => sampleCall({ id: outcome, outcome }));
    expect(ids(calls, { sort: "outcome", descending: false })).toEqual(outcomes);
    expect(ids(calls, { sort: "outcome", descending: true })).toEqual(outcomes.toReversed());
  });
  it("breaks ties by id and keeps rows without a time last, either way", () => {
    const calls = [
      sampleCall({ id: "d", createdAt: 1 }),
      sampleCall({ id: "c" }),
      sampleCall({ id: "b", createdAt: 1 }),
      sampleCall({ id: "a" }),
      sampleCall({ id: "e", createdAt: 2 }),
    ];
    expect(ids(calls, { descending: false })).toEqual(["b", "d", "e", "a", "c"]);
    expect(ids(calls, { descending: true })).toEqual(["e", "b", "d", "a", "c"]);
  });
  it("orders numbers by number, those without one last", () => {
    const calls = ["+15", undefined, "+12345678", "+1 234 567 9"].map((to, index) => sampleCall({ id: `${index}`, to }));
    expect(ids(calls, { sort: "to", descending: false })).toEqual(["2", "3", "0", "1"]);
    expect(ids(calls, { sort: "to", descending: true })).toEqual(["0", "3", "2", "1"]);
  });
  it("orders numbers by the retries they used, calls by their own", () => {
    const calls = [
      sampleCall({ id: "a", to: "+12025550101", createdAt: 1 }),
      sampleCall({ id: "b", to: "+12025550101", createdAt: 2 }),
      sampleCall({ id: "c", to: "+12025550102", retries: 2 }),
      sampleCall({ id: "d", to: "+12025550103" }),
    ];
    expect(ids(calls, { group: "number", sort: "retries" })).toEqual(["c", "b", "d"]);
    expect(ids(calls, { group: "number", sort: "retries", descending: false })).toEqual(["d", "b", "c"]);
    expect(ids(calls, { group: "call", sort: "retries" })).toEqual(["c", "a", "b", "d"]);
    expect(ids(calls, { group: "number", retries: [1] })).toEqual(["b"]);
    expect(ids(calls, { group: "call", retries: [1] })).toEqual([]);
  });
});

describe("window", () => {
  const calls = Array.from({ length: 30 }, (_, index) => sampleCall({ id: `${index}`, to: `+1202555${1000 + index}`, createdAt: index }));
  it("is cut from the whole, of which it names the total", () => {
    const { rows, total, offset } = view(calls, { offset: 10, limit: 3 });
    expect([rows.map(({ id }) => id), total, offset]).toEqual([["19", "18", "17"], 30, 10]);
  });
  it("is empty past the end", () => {
    expect(view(calls, { offset: 31 })).toMatchObject({ rows: [], total: 30 });
  });
  it("carries up to twelve evenly spaced instants when sorted by creation", () => {
    const { rail } = view(calls, {});
    expect(rail.map(({ offset }) => offset)).toEqual([0, 2, 5, 7, 10, 12, 15, 17, 20, 22, 25, 27]);
    expect(rail.every(({ offset, at }) => at === 29 - offset)).toBe(true);
    expect(view(calls.slice(0, 3), {}).rail).toHaveLength(3);
    expect(view(calls, { sort: "to" }).rail).toEqual([]);
    expect(view([sampleCall({ id: "undated" })], {}).rail).toEqual([]);
  });
});

it("groups by call where no row has a number, and says so", () => {
  const calls = [sampleCall({ id: "a", to: undefined, retries: 1 }), sampleCall({ id: "b", to: undefined })];
  expect(view(calls, { group: "number" })).toMatchObject({ group: "call", total: 2 });
  expect(view([...calls, sampleCall({ id: "c" })], { group: "number" })).toMatchObject({ group: "number", total: 3 });
  expect(view([], { group: "number" })).toMatchObject({ group: "number", total: 0, rows: [], newer: 0 });
});

it("gives every row of a number the state and attempts of the number", () => {
  const calls = [sampleCall({ id: "a", outcome: "busy", createdAt: 1 }), sampleCall({ id: "b", outcome: "completed", createdAt: 2 })];
  expect(view(calls, {}).rows.map(({ id, retries, attempts, state }) => [id, retries, attempts, state])).toEqual([
    ["b", 0, 2, "done"],
    ["a", 0, 2, "done"],
  ]);
});

it("answers many different questions of one table alike, whatever was asked before", () => {
  const table = buildCallTable(outcomes.map((outcome) => sampleCall({ id: outcome, outcome })), sampleRules, undefined);
  const ask = () => outcomes.map((outcome) => viewCalls(table, sampleQuery({ group: "call", outcome: [outcome] }), undefined, fullSight).rows.map(({ id }) => id));
  expect(ask()).toEqual(outcomes.map((outcome) => [outcome]));
  expect(ask()).toEqual(outcomes.map((outcome) => [outcome]));
  const sorted = (descending: boolean) => viewCalls(table, sampleQuery({ group: "call", sort: "outcome", descending }), undefined, fullSight).rows.map(({ id }) => id);
  expect(sorted(true)).toEqual(sorted(false).toReversed());
});
