import { BlockList, isIP } from "node:net";

/** Whether the text is an IP address, or a range such as `10.0.0.0/8`. */
export function isAddressRange(text: string): boolean {
  return parseRange(text) !== undefined;
}

/** One address of each /8 there is for hosts. */
const apart = Array.from({ length: 223 }, (_, index) => `${index + 1}.0.0.1`);
/** No private network of IPv6 is wider (RFC 4193). */
const fewestBitsOfIPv6 = 7;

/** Whether a range holds more than any private network does (10.0.0.0/8, fc00::/7), also where IPv6 writes IPv4. */
export function isTooWide(text: string): boolean {
  const range = parseRange(text);
  if (range === undefined) return false;
  const isInside = addressMatcher([text]);
  return (range.family === "ipv6" && range.bits < fewestBitsOfIPv6) || apart.filter(isInside).length > 1;
}

/** Tells whether an address lies in one of the ranges. IPv4 in IPv6 clothes counts as IPv4. */
export function addressMatcher(ranges: readonly string[]): (address: string | undefined) => boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const parsed = parseRange(range);
    if (parsed !== undefined) list.addSubnet(parsed.address, parsed.bits, parsed.family);
  }
  return (address) => {
    const plain = address?.replace(/^::ffff:(?=\d+\.)/i, "") ?? "";
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 4 ? "ipv4" : "ipv6");
  };
}

type Range = { address: string; bits: number; family: "ipv4" | "ipv6" };

function parseRange(text: string): Range | undefined {
  const [address = "", bits, ...rest] = text.split("/");
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const length = bits === undefined ? most : Number(bits);
  return length > most ? undefined : { address, bits: length, family: version === 4 ? "ipv4" : "ipv6" };
}
