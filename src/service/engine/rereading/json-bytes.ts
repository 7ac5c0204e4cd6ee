/*
 * Finds its way in the bytes of a JSON text without parsing it. Nothing here validates: on valid
 * JSON the answers are right, on anything else they may be wrong, but never loop or throw.
 */
export const [quote, comma, colon, openList, closeList, openObject, closeObject] = [0x22, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d];
const [backslash, space, tab, lineFeed, carriageReturn] = [0x5c, 0x20, 0x09, 0x0a, 0x0d];

/** The first byte from `at` on that is no white space. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  // Mostly there is none.
  if ((bytes[at] ?? space) > space) return at;
  let next = at;
  for (let byte = bytes[next]; byte === space || byte === lineFeed || byte === carriageReturn || byte === tab; byte = bytes[next]) next++;
  return next;
}

/** The quote that ends the string whose first character stands at `at`; -1: there is none. */
function stringEnd(bytes: Uint8Array, at: number): number {
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next];
    if (byte === quote) return next;
    if (byte === backslash) next++;
  }
  return -1;
}

/** Where the value that begins at `at` is over; -1: it is not before the text is. */
export function valueEnd(bytes: Uint8Array, at: number): number {
  let depth = 0;
  for (let next = at; next < bytes.length; next++) {
    const byte = bytes[next];
    if (byte === quote) {
      next = stringEnd(bytes, next + 1);
      if (next === -1) return -1;
      if (depth === 0) return next + 1;
    } else if (byte === openObject || byte === openList) depth++;
    else if (byte === closeObject || byte === closeList) {
      if (depth === 0) return next;
      depth--;
      if (depth === 0) return next + 1;
    } else if (depth === 0 && (byte === comma || skipSpace(bytes, next) > next)) return next;
  }
  return -1;
}

/** Where the list begins that stands below these keys: at its bracket. */
export function listAt(bytes: Uint8Array, keys: readonly string[]): number | undefined {
  let at = skipSpace(bytes, 0);
  for (const key of keys) {
    const value = memberAt(bytes, at, key);
    if (value === undefined) return undefined;
    at = value;
  }
  return bytes[at] === openList ? at : undefined;
}

/** Where the value of the object's first member of this name begins. */
function memberAt(bytes: Uint8Array, object: number, key: string): number | undefined {
  if (bytes[object] !== openObject) return undefined;
  const name = new TextEncoder().encode(key);
  for (let at = skipSpace(bytes, object + 1); bytes[at] === quote; at = skipSpace(bytes, at + 1)) {
    const end = stringEnd(bytes, at + 1);
    const separator = skipSpace(bytes, end + 1);
    if (end === -1 || bytes[separator] !== colon) return undefined;
    const value = skipSpace(bytes, separator + 1);
    if (isText(bytes, at + 1, end, name)) return value;
    at = skipSpace(bytes, valueEnd(bytes, value));
    if (bytes[at] !== comma) return undefined;
  }
  return undefined;
}

/** Whether a stretch is this text, written without escapes. */
export function isText(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false;
  for (let index = 0; index < text.length; index++) if (bytes[from + index] !== text[index]) return false;
  return true;
}
