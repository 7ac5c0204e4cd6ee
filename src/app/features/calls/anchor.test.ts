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
  const now = { reading: true, loaded, released: undefined, filterKey: "all" };

  it("follows live data while nobody reads", () => {
    expect(nextAnchor(undefined, { ...now, reading: false })).toBeUndefined();
  });
  it("holds what was on screen when reading began", () => {
    expect(nextAnchor(undefined, now)).toEqual(loaded);
  });
  it("keeps the same anchor through later answers", () => {
    const anchor = { filterKey: "all", asOf: "v7" };
    expect(nextAnchor(anchor, { ...now, loaded: { filterKey: "all", asOf: "v9" } })).toBe(anchor);
  });
  it("lets go when reading ends", () => {
    expect(nextAnchor(loaded, { ...now, reading: false })).toBeUndefined();
  });
  it("starts afresh with another filter, and waits for its first answer", () => {
    const busy = { ...now, filterKey: "busy" };
    expect(nextAnchor(loaded, busy)).toBeUndefined();
    expect(nextAnchor(loaded, { ...busy, loaded: { filterKey: "busy", asOf: "v9" } })).toEqual({ filterKey: "busy", asOf: "v9" });
  });
  it("never takes up a cursor the reader let go of", () => {
    expect(nextAnchor(undefined, { ...now, released: "v7" })).toBeUndefined();
    expect(nextAnchor(undefined, { ...now, released: "v7", loaded: { filterKey: "all", asOf: "v9" } })?.asOf).toBe("v9");
  });
});
