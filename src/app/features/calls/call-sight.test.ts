import { expect, test } from "vitest";
import { isMasked, searchLabel, sightOf } from "./call-sight.ts";

const both = { numbers: true, callIds: true };

test("recordings are seen with their permission", () => {
  expect(sightOf({ numbers: "masked", permissions: ["export"] })).toEqual({ numbers: "masked", recordings: false });
  expect(sightOf({ numbers: "full", permissions: ["recordings"] })).toEqual({ numbers: "full", recordings: true });
});

test("the search says what can be searched", () => {
  const label = (numbers: "full" | "masked" | "none", reports = both) => searchLabel(reports, { numbers, recordings: true });
  expect([label("full"), label("masked"), label("none")]).toEqual(["Find a number or id", "Last four digits or id", "Find an id"]);
  const noIds = { numbers: true, callIds: false };
  expect([label("full", noIds), label("masked", noIds), label("none", noIds)]).toEqual(["Find a number", "Last four digits", undefined]);
  expect(label("masked", { numbers: false, callIds: true })).toBe("Find an id");
});

test("a masked number is told from one that can be copied", () => {
  expect(["+1 ••• ••• 0134", "•••", "+14155550134"].map(isMasked)).toEqual([true, true, false]);
});
