import { expect, it } from "vitest";
import { reportedColumns, shownColumns, tracksOf } from "./columns.ts";

const all = reportedColumns({ numbers: true, callTimes: true });

it("has no column for what is not reported", () => {
  expect(all).toEqual(["to", "outcome", "retries", "created", "id"]);
  expect(reportedColumns({ numbers: false, callTimes: true })).not.toContain("to");
  expect(reportedColumns({ numbers: true, callTimes: false })).not.toContain("created");
});

it("shows what was chosen, in the order of the table", () => {
  expect(shownColumns(all, ["id", "to"], true)).toEqual(["to", "id"]);
  expect(shownColumns(all, undefined, false)).toEqual(all);
});

it("leaves the id out where space is short, unless it was chosen", () => {
  expect(shownColumns(all, undefined, true)).not.toContain("id");
});

it("falls back when the address names no column there is", () => {
  expect(shownColumns(all, ["duration"], false)).toEqual(all);
});

it("gives one track a column beside the chevron's", () => {
  expect(tracksOf(["to", "id"])).toBe("16px minmax(0, 2.2fr) minmax(0, 1.8fr)");
});
