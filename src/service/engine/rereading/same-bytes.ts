/** How many bytes from `at` and from `otherAt` on are the same, `most` at most. */
export function sameBytes(bytes: Uint8Array, at: number, other: Uint8Array, otherAt: number, most: number): number {
  const length = Math.min(most, bytes.length - at, other.length - otherAt);
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const otherView = new DataView(other.buffer, other.byteOffset + otherAt);
  let same = 0;
  // Four at a time: where rows came or went the two are not aligned to each other.
  for (; same + 4 <= length; same += 4) if (view.getInt32(same) !== otherView.getInt32(same)) break;
  while (same < length && bytes[at + same] === other[otherAt + same]) same++;
  return same;
}

export function areSameBytes(bytes: Uint8Array, other: Uint8Array): boolean {
  return bytes.length === other.length && sameBytes(bytes, 0, other, 0, bytes.length) === bytes.length;
}
