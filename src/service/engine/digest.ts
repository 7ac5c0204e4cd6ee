/**
 * A 53-bit digest (cyrb53) of bytes: tells identical bodies apart for ETags and
 * for not parsing twice. Not for secrets; `crypto.subtle` is missing on plain
 * http pages, where the browser host must run too.
 */
export function digestOf(bytes: Uint8Array): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761);
    b = Math.imul(b ^ byte, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return `${bytes.byteLength.toString(36)}-${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`;
}
