import { BlockList, isIP } from "node:net";

/** Whether the text is an IP address, or a range such as `10.0.0.0/8`. */
export function isAddressRange(text: string): boolean {
  return parseRange(text) !== undefined;
}

/** Where no stranger's address lies: private, loopback, link-local and unique-local (RFC 1918, 3927, 4193, 4291). */
const ownNetworks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1/128", "fe80::/10", "fc00::/7"].flatMap((text) => parseRange(text) ?? []);
/** IPv4 in IPv6 clothes (RFC 4291 §2.5.5.2). */
const mapped: Range = { address: "::ffff:0:0", bits: 96, family: "ipv6" };
const fewestBits = { ipv4: 24, ipv6: 64 };

/** Whether strangers may lie in a range: it is wider than /24 (IPv6: /64) and reaches beyond private networks. */
export function isTooWide(text: string): boolean {
  const range = parseRange(text);
  if (range === undefined || ownNetworks.some((own) => isWithin(range, own))) return false;
  const isIPv4 = range.family === "ipv4" || isWithin(range, mapped);
  return isWithin(mapped, range) || bitsAsIPv6(range) < (isIPv4 ? mapped.bits + fewestBits.ipv4 : fewestBits.ipv6);
}

function isWithin(inner: Range, outer: Range): boolean {
  return bitsAsIPv6(inner) >= bitsAsIPv6(outer) && listOf([outer]).check(inner.address, inner.family);
}

function bitsAsIPv6({ bits, family }: Range): number {
  return family === "ipv4" ? mapped.bits + bits : bits;
}

/** Tells whether an address lies in one of the ranges. IPv4 in IPv6 clothes counts as IPv4. */
export function addressMatcher(ranges: readonly string[]): (address: string | undefined) => boolean {
  const list = listOf(ranges.flatMap((range) => parseRange(range) ?? []));
  return (address) => {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 4 ? "ipv4" : "ipv6");
  };
}

type Range = { address: string; bits: number; family: "ipv4" | "ipv6" };

function listOf(ranges: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const { address, bits, family } of ranges) list.addSubnet(address, bits, family);
  return list;
}

function parseRange(text: string): Range | undefined {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const length = bits === undefined ? most : Number(bits);
  return length > most ? undefined : { address, bits: length, family: version === 4 ? "ipv4" : "ipv6" };
}
