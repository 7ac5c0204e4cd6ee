import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { addressMatcher } from "../configuration/address-range.ts";

/**
 * Who is at the other end: of what `X-Forwarded-For` lists the last that is no trusted proxy, where
 * the request came from one. What others write there counts for nothing.
 */
export function remoteAddresses(trustedProxies: readonly string[]): (incoming: IncomingMessage) => string {
  const isTrusted = addressMatcher(trustedProxies);
  return ({ headersDistinct, socket }) => {
    const forwarded = (headersDistinct["x-forwarded-for"] ?? []).join(",").split(",").map((address) => address.trim());
    let address = socket.remoteAddress ?? "";
    while (isTrusted(address)) {
      const before = forwarded.pop();
      if (before === undefined || before === "") break;
      address = before;
    }
    return grouped(address);
  };
}

/** One customer has a whole /64 of IPv6 addresses. */
function grouped(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "").slice(0, 64);
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = plain.includes("::") && tail !== "" ? tail.split(":") : [];
  const filled = plain.includes("::") ? [...groups, ...Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => "0"), ...after] : groups;
  return `${filled.slice(0, 4).join(":")}::/64`.toLowerCase();
}
