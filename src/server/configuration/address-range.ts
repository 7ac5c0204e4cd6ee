import { BlockList, isIP } from "node:net";

/** Whether the text is an IP address, or a range such as `10.0.0.0/8`. */
export function isAddressRange(text: string): boolean {
  return parseRange(text) !== undefined;
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
