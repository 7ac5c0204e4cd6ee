/** How many bytes from `at` and from `otherAt` on are the same, `most` at most. */
export function sameBytes(bytes: Uint8Array, at: number, other: Uint8Array, otherAt: number, most: number): number {
  const length = Math.min(most, bytes.length - at, other.length - otherAt);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const otherView = new DataView(other.buffer, other.byteOffset + otherAt);
  let same = 0;
  // Sixteen at a time; as numbers, since where rows came or went the two are not aligned to each other.
  for (; same + 16 <= length; same += 16) if (!areSameSixteen(view, otherView, same)) break;
  while (same < length && bytes[at + same] === other[otherAt + same]) same++;
  return same;
}

function areSameSixteen(view: DataView, other: DataView, at: number): boolean {
  const first = (view.getInt32(at, true) ^ other.getInt32(at, true)) | (view.getInt32(at + 4, true) ^ other.getInt32(at + 4, true));
  const last = (view.getInt32(at + 8, true) ^ other.getInt32(at + 8, true)) | (view.getInt32(at + 12, true) ^ other.getInt32(at + 12, true));
  return (first | last) === 0;
}

export function areSameBytes(bytes: Uint8Array, other: Uint8Array): boolean {
  return bytes.length === other.length && sameBytes(bytes, 0, other, 0, bytes.length) === bytes.length;
}
