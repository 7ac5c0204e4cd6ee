import fc from "fast-check";
import { expect, test } from "vitest";
import { instantOfIso } from "#providers/iso-time.ts";
import { instantAt } from "./plain-values.ts";

const two = (most: number) => fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, "0"));

test("a time reads from its bytes as it does from its text, or not at all", () => {
  let read = 0;
  const time = fc
    .tuple(fc.integer({ min: 1968, max: 2201 }), two(13), two(32), two(25), two(61), two(61), fc.constantFrom("Z", ".5Z", ".123Z", ".123456Z", ".Z", ".12x4Z", "+01:00", ""))
    .map(([year, month, day, hour, minute, second, rest]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${rest}`);
  fc.assert(
    fc.property(time, (text) => {
      const bytes = new TextEncoder().encode(text);
      const instant = instantAt(bytes, 0, bytes.length);
      if (instant === undefined) return;
      read += 1;
      expect(instant).toBe(instantOfIso(text));
    }),
    { numRuns: 3_000, examples: [["2024-02-29T00:00:00Z"], ["2100-02-28T23:59:59.999Z"], ["2000-02-29T12:00:00Z"], ["2023-12-31T00:00:00.1Z"]] },
  );
  expect(read).toBeGreaterThan(800);
});

test.each(["2023-02-29T00:00:00Z", "2100-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00.1234567890Z"])("%s is left to the text", (text) => {
  const bytes = new TextEncoder().encode(text);
  expect(instantAt(bytes, 0, bytes.length)).toBeUndefined();
});
