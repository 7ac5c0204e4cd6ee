import fc from "fast-check";
import { expect, test } from "vitest";
import { orderBy, upTo } from "./radix.ts";

test("rows are ordered by any numbers, not-a-number last, equal ones as they stood", () => {
  const key = fc.oneof(fc.constantFrom(0, -0, Number.NaN, 1, -1, Infinity, -Infinity, 1_775_000_000_000), fc.double());
  fc.assert(
    fc.property(fc.array(key, { maxLength: 50 }), (keys) => {
      const rows = upTo(keys.length).map((index) => 1000 - index);
      const expected = keys
        .map((value, index) => ({ value, index }))
        .toSorted((a, b) => {
          if (Number.isNaN(a.value) || Number.isNaN(b.value)) return Number(Number.isNaN(a.value)) - Number(Number.isNaN(b.value)) || a.index - b.index;
          return a.value < b.value ? -1 : a.value > b.value ? 1 : a.index - b.index;
        });
      expect([...orderBy(rows, Float64Array.from(keys))]).toEqual(expected.map(({ index }) => 1000 - index));
    }),
  );
});
