import { describe, expect, it } from "vitest";
import type { View } from "../../client/address.ts";
import { filterOf, isFiltered, sortedBy, toggled, withoutFilters } from "./calls-filter.ts";

const view: View = {
  theme: "system",
  zone: "campaign",
  range: "days",
  columns: undefined,
  group: "number",
  outcome: ["busy"],
  q: " 555 ",
  retries: [2],
  since: 10,
  until: 20,
  slot: "2-11",
  sort: "created",
  descending: true,
};
const reports = { calls: true, callTimes: true, numbers: true, files: true, statistics: true, list: true };

describe("filterOf", () => {
  it("takes what the address asks for", () => {
    expect(filterOf(view, reports)).toEqual({
      group: "number",
      outcome: ["busy"],
      q: "555",
      retries: [2],
      since: 10,
      until: 20,
      slot: "2-11",
      sort: "created",
      descending: true,
    });
  });
  it("leaves out times and grouping that the platform does not report", () => {
    const filter = filterOf(view, { ...reports, callTimes: false, numbers: false });
    expect(filter).toMatchObject({ group: "call", since: undefined, until: undefined, slot: undefined });
  });
  it("takes blanks for no search", () => {
    expect(filterOf({ ...view, q: "  " }, reports).q).toBeUndefined();
  });
});

it("knows when something is filtered", () => {
  expect(isFiltered(filterOf(view, reports))).toBe(true);
  expect(isFiltered(filterOf({ ...view, ...withoutFilters }, reports))).toBe(false);
  expect(isFiltered(filterOf({ ...view, ...withoutFilters, since: 0 }, reports))).toBe(true);
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
