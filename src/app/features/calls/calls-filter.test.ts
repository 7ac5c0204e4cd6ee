import { describe, expect, it } from "vitest";
import type { Reports } from "#campaign/reports.ts";
import type { View } from "../../client/address.ts";
import type { CallSight } from "./call-sight.ts";
import { filterOf, isFiltered, sortedBy, toggled, withoutFilters } from "./calls-filter.ts";

const view: View = {
  connection: undefined,
  theme: "system",
  zone: "campaign",
  range: "days",
  columns: undefined,
  group: "number",
  outcome: ["busy"],
  q: " 555 ",
  contact: undefined,
  retries: [2],
  since: 10,
  until: 20,
  slot: "2-11",
  by: { sentiment: ["positive"], mood: ["good"] },
  sort: "created",
  descending: true,
};
const reports: Reports = {
  calls: true,
  rowsAre: "calls",
  callTimes: true,
  callIds: true,
  numbers: true,
  durations: true,
  recordings: true,
  retries: true,
  inProgress: true,
  files: true,
  statistics: true,
};
const dimensions = [{ id: "sentiment", title: "Sentiment", source: "sentiment" }];

const everything: CallSight = { numbers: "full", recordings: true };

describe("filterOf", () => {
  it("takes what the address asks for", () => {
    expect(filterOf(view, reports, dimensions, everything)).toEqual({
      group: "number",
      outcome: ["busy"],
      q: "555",
      retries: [2],
      since: 10,
      until: 20,
      slot: "2-11",
      dimensions: { sentiment: ["positive"] },
      sort: "created",
      descending: true,
    });
  });
  it("leaves out times and grouping that the platform does not report", () => {
    const filter = filterOf(view, { ...reports, callTimes: false, numbers: false }, [], everything);
    expect(filter).toMatchObject({ group: "call", since: undefined, until: undefined, slot: undefined, dimensions: {}, sort: "id", descending: false });
  });
  it("sorts by a dimension only where it is declared", () => {
    const sorted = { ...view, sort: "by.sentiment" } as const;
    expect(filterOf(sorted, reports, dimensions, everything).sort).toBe("by.sentiment");
    expect(filterOf(sorted, reports, [], everything)).toMatchObject({ sort: "created", descending: true });
  });
  it("filters and sorts by retries only where rows tell them", () => {
    const sorted = { ...view, sort: "retries" } as const;
    const unCounted = { ...reports, retries: false };
    expect(filterOf(sorted, unCounted, [], everything)).toMatchObject({ retries: [2], sort: "retries" });
    expect(filterOf({ ...sorted, group: "call" }, unCounted, [], everything)).toMatchObject({ retries: [], sort: "created" });
    expect(filterOf(sorted, { ...unCounted, rowsAre: "contacts" }, [], everything)).toMatchObject({ group: "call", retries: [] });
  });
  it("[threat: masked viewer learning numbers] does not sort by numbers that are not seen whole, whatever a link says", () => {
    const sorted = { ...view, sort: "to" } as const;
    expect(filterOf(sorted, reports, [], everything).sort).toBe("to");
    for (const numbers of ["masked", "none"] as const) {
      expect(filterOf(sorted, reports, [], { ...everything, numbers })).toMatchObject({ group: "number", sort: "created", descending: true });
    }
  });
  it("takes blanks for no search", () => {
    expect(filterOf({ ...view, q: "  " }, reports, dimensions, everything).q).toBeUndefined();
  });
});

it("knows when something is filtered", () => {
  expect(isFiltered(filterOf(view, reports, dimensions, everything))).toBe(true);
  expect(isFiltered(filterOf({ ...view, ...withoutFilters }, reports, dimensions, everything))).toBe(false);
  expect(isFiltered(filterOf({ ...view, ...withoutFilters, since: 0 }, reports, dimensions, everything))).toBe(true);
  expect(isFiltered(filterOf({ ...view, ...withoutFilters, by: { sentiment: ["x"] } }, reports, dimensions, everything))).toBe(true);
});

it("toggles in the order of the vocabulary", () => {
  expect(toggled(["busy"], "completed", ["completed", "busy", "failed"])).toEqual(["completed", "busy"]);
  expect(toggled([3, 1], 3, [0, 1, 2, 3])).toEqual([1]);
});

it("sorts by a column's usual direction first, then turns it round", () => {
  expect(sortedBy("retries", { sort: "created", descending: true })).toEqual({ sort: "retries", descending: true });
  expect(sortedBy("to", { sort: "created", descending: true })).toEqual({ sort: "to", descending: false });
  expect(sortedBy("created", { sort: "created", descending: true })).toEqual({ sort: "created", descending: false });
});
