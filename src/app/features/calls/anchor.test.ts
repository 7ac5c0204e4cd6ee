import { describe, expect, it } from "vitest";
import { isReading, nextAnchor } from "./anchor.ts";

const idle = { scrolledIn: false, focusInRows: false, openRows: 0, selecting: false };

it("takes scrolling, focus, open rows and a selection as reading", () => {
  expect(isReading(idle)).toBe(false);
  expect(isReading({ ...idle, scrolledIn: true })).toBe(true);
  expect(isReading({ ...idle, focusInRows: true })).toBe(true);
  expect(isReading({ ...idle, openRows: 1 })).toBe(true);
  expect(isReading({ ...idle, selecting: true })).toBe(true);
});

describe("nextAnchor", () => {
  const loaded = { filterKey: "all", asOf: "v7" };
  it("follows live data while nobody reads", () => {
    expect(nextAnchor(undefined, false, loaded, "all")).toBeUndefined();
  });
  it("holds what was on screen when reading began", () => {
    expect(nextAnchor(undefined, true, loaded, "all")).toEqual(loaded);
  });
  it("keeps the same anchor through later answers", () => {
    const anchor = { filterKey: "all", asOf: "v7" };
    expect(nextAnchor(anchor, true, { filterKey: "all", asOf: "v9" }, "all")).toBe(anchor);
  });
  it("lets go when reading ends", () => {
    expect(nextAnchor(loaded, false, loaded, "all")).toBeUndefined();
  });
  it("starts afresh with another filter, and waits for its first answer", () => {
    expect(nextAnchor(loaded, true, loaded, "busy")).toBeUndefined();
    expect(nextAnchor(loaded, true, { filterKey: "busy", asOf: "v9" }, "busy")).toEqual({ filterKey: "busy", asOf: "v9" });
  });
});
