import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { remoteAddresses } from "./remote-address.ts";

const addressOf = remoteAddresses(["10.0.0.0/8", "::1"]);

/** A request from this address, with these `X-Forwarded-For` headers; only what is read of it. */
function from(remoteAddress: string, ...forwarded: string[]): string {
  return addressOf({ headersDistinct: { "x-forwarded-for": forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage);
}

test.each<[string, string, string[], string]>([
  ["who connects", "203.0.113.7", [], "203.0.113.7"],
  ["IPv4 in IPv6 clothes", "::ffff:203.0.113.7", [], "203.0.113.7"],
  ["a stranger who forwards", "203.0.113.7", ["198.51.100.1"], "203.0.113.7"],
  ["a proxy that names nobody", "10.0.0.1", [], "10.0.0.1"],
  ["a proxy", "10.0.0.1", ["198.51.100.1"], "198.51.100.1"],
  ["what a stranger wrote before the proxy did", "10.0.0.1", ["10.9.9.9, 192.0.2.9, 198.51.100.1"], "198.51.100.1"],
  ["two proxies", "10.0.0.1", ["198.51.100.1, 10.0.0.2"], "198.51.100.1"],
  ["two headers", "10.0.0.1", ["192.0.2.9", "198.51.100.1"], "198.51.100.1"],
  ["nobody but proxies", "10.0.0.1", ["10.0.0.3, 10.0.0.2"], "10.0.0.3"],
  ["one customer's IPv6 addresses", "2001:db8:1:2:a:b:c:d", [], "2001:db8:1:2::/64"],
  ["a short IPv6 address", "2001:DB8::7", [], "2001:db8:0:0::/64"],
  ["IPv6 behind a proxy", "::1", ["2001:db8:1:2::9"], "2001:db8:1:2::/64"],
  ["a header that is no address", "10.0.0.1", ["x".repeat(10_000)], "x".repeat(64)],
])("%s", (_, remote, forwarded, address) => {
  expect(from(remote, ...forwarded)).toBe(address);
});
