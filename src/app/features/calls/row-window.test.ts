import { describe, expect, it } from "vitest";
import { fractionOf, offsetAt, pagesOf, pagesTouch, rowsInSight } from "./row-window.ts";

describe("pagesOf", () => {
  it("asks for the first page while nothing is known", () => {
    expect(pagesOf({ first: 0, last: 0 }, 0, 30)).toEqual([0]);
  });
  it("asks for the pages around what is in sight", () => {
    expect(pagesOf({ first: 110, last: 150 }, 20_000, 30)).toEqual([0, 1]);
    expect(pagesOf({ first: 190, last: 230 }, 20_000, 30)).toEqual([1, 2]);
  });
  it("stops at the last row", () => {
    expect(pagesOf({ first: 19_980, last: 19_999 }, 20_000, 30)).toEqual([199]);
    expect(pagesOf({ first: 40, last: 90 }, 2, 30)).toEqual([0]);
  });
});

it("tells scrolling on from a jump", () => {
  expect(pagesTouch([0, 1], [2, 3])).toBe(true);
  expect(pagesTouch([0, 1], [120])).toBe(false);
});

describe("rowsInSight", () => {
  const total = 20_000;
  const listTop = 2_000;
  const inList = (pixels: number) => Math.min(Math.max(Math.floor((pixels - listTop) / 31), 0), total - 1);
  const sight = { listTop, windowHeight: 900, coveredPixels: 86, rowHeightPixels: 31, total, rowAt: inList };

  it("counts between the sticky head and the bottom", () => {
    expect(rowsInSight({ ...sight, scrollTop: listTop - 86 + 31 * 1_000 })).toEqual({ first: 1_000, last: 1_025 });
  });
  it("leaves out a row that is mostly under the head", () => {
    expect(rowsInSight({ ...sight, scrollTop: listTop - 86 + 10 }).first).toBe(0);
    expect(rowsInSight({ ...sight, scrollTop: listTop - 86 + 20 }).first).toBe(1);
  });
  it("counts what would fit when the list is below the fold", () => {
    expect(rowsInSight({ ...sight, scrollTop: 0 })).toEqual({ first: 0, last: 25 });
  });
  it("never passes the last row", () => {
    expect(rowsInSight({ ...sight, total: 2, rowAt: () => 7, scrollTop: 2_000 })).toEqual({ first: 1, last: 1 });
    expect(rowsInSight({ ...sight, total: 0, rowAt: () => 0, scrollTop: 2_000 })).toEqual({ first: 0, last: 0 });
  });
});

describe("the rail", () => {
  it("maps offsets to places and back", () => {
    for (const offset of [0, 1, 9_999, 19_999]) expect(offsetAt(fractionOf(offset, 20_000), 20_000)).toBe(offset);
  });
  it("stays inside the list", () => {
    expect(offsetAt(1.4, 20_000)).toBe(19_999);
    expect(offsetAt(-1, 20_000)).toBe(0);
    expect(offsetAt(0.5, 0)).toBe(0);
    expect(fractionOf(0, 1)).toBe(0);
  });
});
