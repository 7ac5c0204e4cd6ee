import { expect, test } from "vitest";
import { acceptsGzip } from "./accept-encoding.ts";

test.each([
  [undefined, false],
  [null, false],
  ["", false],
  ["identity", false],
  ["br", false],
  ["br, zstd", false],
  ["gzip", true],
  ["GZIP", true],
  ["x-gzip", true],
  ["gzip, deflate, br, zstd", true],
  ["br,gzip;q=0.5", true],
  ["gzip;q=0.001", true],
  ["gzip ; q=0", false],
  ["gzip;q=0.000", false],
  ["*", true],
  ["*;q=0", false],
  ["br, *;q=0.1", true],
  ["*, gzip;q=0", false],
  ["gzip;q=0, *", false],
  ["identity;q=0, *;q=0, gzip", true],
  ["gzipped", false],
  ["gzip;q=wrong", false],
])("%j takes gzip: %j", (header, takes) => {
  expect(acceptsGzip(header)).toBe(takes);
});
