import { expect, it } from "vitest";
import type { Reports } from "#campaign/reports.ts";
import type { CallSight } from "./call-sight.ts";
import { columnsOf, shownColumns, tracksOf } from "./columns.ts";

const all: Reports = {
  calls: true,
  rowsAre: "calls",
  callTimes: true,
  callIds: true,
  numbers: true,
  durations: false,
  recordings: false,
  retries: true,
  inProgress: true,
  files: true,
  statistics: true,
};
const dimensions = ["sentiment", "end_reason", "detail"].map((id) => ({ id, title: id, source: id }));
const ids = (columns: { id: string }[]) => columns.map(({ id }) => id);
const everything: CallSight = { numbers: "full", recordings: true };
const plain = columnsOf(all, [], "number", everything);

it("has no column for what is not reported", () => {
  expect(ids(plain)).toEqual(["to", "outcome", "retries", "created", "id"]);
  expect(ids(columnsOf({ ...all, numbers: false, retries: false }, [], "call", everything))).toEqual(["outcome", "created", "id"]);
  expect(ids(columnsOf({ ...all, callTimes: false, callIds: false }, [], "number", everything))).toEqual(["to", "outcome", "retries"]);
});

it("has a column for each dimension, for durations and recordings", () => {
  const rich = columnsOf({ ...all, durations: true, recordings: true }, dimensions, "number", everything);
  expect(ids(rich)).toEqual(["to", "outcome", "retries", "duration", "by.sentiment", "by.end_reason", "by.detail", "created", "recording", "id"]);
});

it("counts retries by number where rows do not carry them", () => {
  const unCounted = { ...all, retries: false };
  expect(ids(columnsOf(unCounted, [], "number", everything))).toContain("retries");
  expect(ids(columnsOf(unCounted, [], "call", everything))).not.toContain("retries");
});

it("shows what was chosen, in the order of the table", () => {
  expect(ids(shownColumns(plain, ["id", "to"], true))).toEqual(["to", "id"]);
  expect(shownColumns(plain, undefined, false)).toEqual(plain);
});

it("leaves spare columns out where space is short, unless they were chosen", () => {
  const rich = columnsOf({ ...all, durations: true, recordings: true }, dimensions, "number", everything);
  expect(ids(shownColumns(plain, undefined, true))).not.toContain("id");
  expect(ids(shownColumns(rich, undefined, true))).toEqual(["to", "outcome", "retries", "duration", "by.sentiment", "created", "recording"]);
  expect(ids(shownColumns(rich, undefined, false))).toEqual(["to", "outcome", "retries", "duration", "by.sentiment", "by.end_reason", "created", "recording"]);
  expect(ids(shownColumns(rich, ["by.detail"], true))).toEqual(["by.detail"]);
});

it("falls back when the address names no column there is", () => {
  expect(shownColumns(plain, ["duration"], false)).toEqual(plain);
});

it("gives one track a column beside the chevron's", () => {
  expect(tracksOf(shownColumns(plain, ["to", "id"], false))).toBe("16px minmax(0, 2.2fr) minmax(0, 1.8fr)");
});

it("has no column for what the viewer may not see, and no order by what they see in part", () => {
  const recorded = { ...all, recordings: true };
  expect(ids(columnsOf(recorded, [], "number", { numbers: "none", recordings: false }))).toEqual(["outcome", "retries", "created", "id"]);
  const masked = columnsOf(recorded, [], "number", { numbers: "masked", recordings: false });
  expect(ids(masked)).toEqual(["to", "outcome", "retries", "created", "id"]);
  expect(masked.find(({ id }) => id === "to")?.unsorted).toBe(true);
  expect(plain.find(({ id }) => id === "to")?.unsorted).toBeUndefined();
});
