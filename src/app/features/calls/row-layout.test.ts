import fc from "fast-check";
import { expect, test } from "vitest";
import { drawnPlaces, heightOf, placeAt, type RowLayout, rowsBetween, topOf } from "./row-layout.ts";

const layouts: fc.Arbitrary<RowLayout> = fc
  .record({ rows: fc.integer({ min: 1, max: 40 }), open: fc.uniqueArray(fc.record({ place: fc.nat(39), extraPixels: fc.integer({ min: 1, max: 200 }) }), { selector: ({ place }) => place }) })
  .map(({ rows, open }) => ({ rows, rowHeightPixels: 31, open: open.filter(({ place }) => place < rows).sort((a, b) => a.place - b.place) }));

/** Each row's height, one after the other. */
const heights = ({ rows, rowHeightPixels, open }: RowLayout) =>
  Array.from({ length: rows }, (_, place) => rowHeightPixels + (open.find((row) => row.place === place)?.extraPixels ?? 0));
const sum = (all: number[]) => all.reduce((total, height) => total + height, 0);

test("rows stand one below the other, the open ones higher", () => {
  fc.assert(
    fc.property(layouts, (layout) => {
      const all = heights(layout);
      expect(heightOf(layout)).toBe(sum(all));
      expect(all.map((_, place) => topOf(layout, place))).toEqual(all.map((_, place) => sum(all.slice(0, place))));
    }),
  );
});

test("each pixel belongs to the row that stands there, outside to the nearest", () => {
  fc.assert(
    fc.property(layouts, fc.double({ min: 0, max: 1, noNaN: true }), (layout, share) => {
      const pixels = Math.floor(share * (heightOf(layout) - 1));
      const place = placeAt(layout, pixels);
      expect(topOf(layout, place)).toBeLessThanOrEqual(pixels);
      expect(topOf(layout, place) + (heights(layout)[place] ?? 0)).toBeGreaterThan(pixels);
      expect([placeAt(layout, -500), placeAt(layout, 1e9)]).toEqual([0, layout.rows - 1]);
    }),
  );
});

test("rows in and around the window are drawn, and the pinned one wherever it is", () => {
  const layout = { rows: 1_000, rowHeightPixels: 31, open: [] };
  const seen = rowsBetween(layout, 3_100, 3_400);
  expect(seen).toEqual({ first: 100, last: 109 });
  expect(drawnPlaces(seen, 1_000, 2, 105)).toEqual([98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111]);
  expect(drawnPlaces(seen, 1_000, 0, 7)).toEqual([7, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109]);
  expect(drawnPlaces(seen, 1_000, 0, 700).at(-1)).toBe(700);
  expect(drawnPlaces({ first: 0, last: 0 }, 0, 10, 0)).toEqual([]);
});
