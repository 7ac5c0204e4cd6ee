import fc from "fast-check";
import { expect, test } from "vitest";
import { firstRowOf, isWhole, realOf, stretchOf, virtualOf } from "./stretch.ts";

const heights = fc.constantFrom(31, 63);
const long = fc.record({ total: fc.integer({ min: 300_000, max: 5_000_000 }), height: heights });

test("a list that fits is laid out whole, and nothing is mapped", () => {
  const stretch = stretchOf(258_000, 31);
  expect(isWhole(stretch)).toBe(true);
  expect(firstRowOf(stretch, 1_000_000, 1_000_000)).toBe(0);
});

test("no list is taller than eight million pixels", () => {
  fc.assert(
    fc.property(long, ({ total, height }) => {
      expect(stretchOf(total, height).rows * height).toBeLessThanOrEqual(8_000_000);
    }),
  );
});

test("both ends are reached, and places come back from the scroll bar", () => {
  fc.assert(
    fc.property(long, fc.double({ min: 0, max: 1, noNaN: true }), ({ total, height }, share) => {
      const stretch = stretchOf(total, height);
      const whole = total * height;
      const most = stretch.rows * height;
      expect([realOf(stretch, 0), virtualOf(stretch, 0)]).toEqual([0, 0]);
      expect(realOf(stretch, whole)).toBeCloseTo(most, 3);
      expect(virtualOf(stretch, most)).toBeCloseTo(whole, 3);
      expect(virtualOf(stretch, realOf(stretch, share * whole))).toBeCloseTo(share * whole, 2);
      expect(firstRowOf(stretch, whole, most)).toBe(total - stretch.rows);
    }),
  );
});

test("further down the scroll bar is further down the list", () => {
  fc.assert(
    fc.property(long, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), ({ total, height }, a, b) => {
      const stretch = stretchOf(total, height);
      const most = stretch.rows * height;
      const [low, high] = [Math.min(a, b) * most, Math.max(a, b) * most];
      expect(virtualOf(stretch, low)).toBeLessThanOrEqual(virtualOf(stretch, high) + 1e-6);
    }),
  );
});

test("near the ends a pixel is a pixel", () => {
  const stretch = stretchOf(1_000_000, 31);
  expect(realOf(stretch, 99_000)).toBe(99_000);
  expect(firstRowOf(stretch, 99_000, realOf(stretch, 99_000))).toBe(0);
});

test("the row of a place stays within the rows laid out", () => {
  fc.assert(
    fc.property(long, fc.double({ min: 0, max: 1, noNaN: true }), ({ total, height }, share) => {
      const stretch = stretchOf(total, height);
      const row = Math.min(total - 1, Math.floor(share * total));
      const virtual = row * height;
      const first = firstRowOf(stretch, virtual, realOf(stretch, virtual));
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThan(first + stretch.rows);
    }),
  );
});
