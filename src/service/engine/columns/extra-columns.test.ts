import { expect, test } from "vitest";
import { sampleCall } from "../calls/testing/sample-calls.ts";
import { callAt } from "./call-columns.ts";
import { columnsOf } from "./columns-builder.ts";

test("a dimension without a word is absent from a row, also where others have one", () => {
  const columns = columnsOf([sampleCall({ id: "a", dimensions: { mood: ["good"] } }), sampleCall({ id: "b" }), sampleCall({ id: "c", dimensions: { end: ["x"] } })]);
  expect([0, 1, 2].map((row) => callAt(columns, row).dimensions)).toEqual([{ mood: ["good"] }, undefined, { end: ["x"] }]);
});

test("dimensions stand in one order, whichever row names which first", () => {
  const rows = [sampleCall({ id: "a", dimensions: { mood: ["good"] } }), sampleCall({ id: "b", dimensions: { end: ["x"] } })];
  expect([...columnsOf(rows).extras.dimensions.keys()]).toEqual(["end", "mood"]);
  expect([...columnsOf(rows.toReversed()).extras.dimensions.keys()]).toEqual(["end", "mood"]);
});
