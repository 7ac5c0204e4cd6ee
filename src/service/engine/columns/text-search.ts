import type { Texts } from "./texts.ts";

const encoder = new TextEncoder();
const [upperA, upperZ, toLower, digit0] = [0x41, 0x5a, 0x20, 0x30];
/** Each byte, capital ASCII letters as small ones. */
const folded = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= upperA && byte <= upperZ ? byte + toLower : byte));

/**
 * Which texts hold `wanted` (in lower case): 1 at their place. Letters of ASCII fit in either
 * case; where `wanted` has others, each text is folded as a string.
 */
export function textsWith(texts: Texts, wanted: string): Uint8Array {
  const hits = new Uint8Array(texts.length);
  const needle = encoder.encode(wanted);
  if (needle.length !== wanted.length) {
    for (let index = 0; index < texts.length; index++) hits[index] = texts.text(index).toLowerCase().includes(wanted) ? 1 : 0;
    return hits;
  }
  const { bytes } = texts;
  const first = needle[0] ?? 0;
  for (let index = 0, start = 0; index < texts.length; index++) {
    const end = texts.end(index);
    for (let at = start; at <= end - needle.length; at++) {
      if (folded[bytes[at] ?? 0] !== first || !standsAt(bytes, at, needle)) continue;
      hits[index] = 1;
      break;
    }
    start = end;
  }
  return hits;
}

function standsAt(bytes: Uint8Array, at: number, needle: Uint8Array): boolean {
  for (let index = 1; index < needle.length; index++) if (folded[bytes[at + index] ?? 0] !== needle[index]) return false;
  return true;
}

/** Which texts hold these digits one after the other, whatever else stands between them. */
export function textsWithDigits(texts: Texts, digits: string): Uint8Array {
  const hits = new Uint8Array(texts.length);
  const needle = encoder.encode(digits);
  const { bytes } = texts;
  const first = needle[0] ?? 0;
  for (let index = 0, start = 0; index < texts.length; index++) {
    const end = texts.end(index);
    for (let at = start; at < end; at++) {
      if (bytes[at] !== first || !digitsStandAt(bytes, at, end, needle)) continue;
      hits[index] = 1;
      break;
    }
    start = end;
  }
  return hits;
}

function digitsStandAt(bytes: Uint8Array, from: number, end: number, needle: Uint8Array): boolean {
  let found = 1;
  for (let at = from + 1; at < end && found < needle.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < digit0 || byte > digit0 + 9) continue;
    if (byte !== needle[found]) return false;
    found++;
  }
  return found === needle.length;
}
