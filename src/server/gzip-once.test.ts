import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { gzipOnce } from "./gzip-once.ts";

test("the same bytes are compressed once, and at hand from then on", async () => {
  const packing = gzipOnce();
  const bytes = new TextEncoder().encode("call ".repeat(1_000));
  expect(packing.atHand(bytes)).toBeUndefined();
  const [first, second] = await Promise.all([packing.pack(bytes), packing.pack(bytes)]);
  expect(first).toBe(second);
  expect(packing.atHand(bytes)).toBe(first);
  expect(new Uint8Array(gunzipSync(first))).toEqual(bytes);
});

test("equal bytes elsewhere are others", async () => {
  const packing = gzipOnce();
  const bytes = new TextEncoder().encode("calls");
  await packing.pack(bytes);
  expect(packing.atHand(bytes.slice())).toBeUndefined();
});
