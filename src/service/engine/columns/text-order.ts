import { orderBy, upTo } from "./radix.ts";
import type { Texts } from "./texts.ts";

/** A stretch of so few texts is sorted by comparing them, which is then faster. */
const few = 512;
/** Bytes of a text that make one exact number: 256^6 is below 2^53. */
const chunkBytes = 6;

/** The places of all texts, in the order of code points. Equal texts stand as they came. */
export function orderOfTexts(texts: Texts): Uint32Array {
  const order = upTo(texts.length);
  sortStretch(texts, order, 0);
  return order;
}

/** Sorts texts that share their first `depth` bytes: six further bytes at a time, and again where those are equal. */
function sortStretch(texts: Texts, order: Uint32Array, depth: number): void {
  if (order.length <= few) {
    order.sort((a, b) => texts.compare(a, b) || a - b);
    return;
  }
  const from = depth + sharedBytes(texts, order, depth);
  const keys = new Float64Array(order.length);
  for (let place = 0; place < order.length; place++) keys[place] = chunkAt(texts, order[place] ?? 0, from);
  order.set(orderBy(order, keys));
  let start = 0;
  let key = chunkAt(texts, order[0] ?? 0, from);
  for (let place = 1; place <= order.length; place++) {
    const next = place < order.length ? chunkAt(texts, order[place] ?? 0, from) : -1;
    if (next === key) continue;
    if (place - start > 1 && goesOn(texts, order.subarray(start, place), from + chunkBytes)) {
      sortStretch(texts, order.subarray(start, place), from + chunkBytes);
    }
    start = place;
    key = next;
  }
}

function goesOn(texts: Texts, order: Uint32Array, depth: number): boolean {
  return order.some((index) => texts.end(index) - texts.start(index) > depth);
}

/** How many bytes from `depth` on all of these texts share. */
function sharedBytes(texts: Texts, order: Uint32Array, depth: number): number {
  const { bytes } = texts;
  const first = order[0] ?? 0;
  const start = texts.start(first) + depth;
  let shared = texts.end(first) - start;
  for (const index of order) {
    const other = texts.start(index) + depth;
    const most = Math.min(shared, texts.end(index) - other);
    let same = 0;
    while (same < most && bytes[other + same] === bytes[start + same]) same++;
    shared = same;
    if (shared === 0) break;
  }
  return shared;
}

/** Six bytes of a text as a number; past its end they count as 0. */
function chunkAt(texts: Texts, index: number, depth: number): number {
  const { bytes } = texts;
  const start = texts.start(index) + depth;
  const end = Math.min(texts.end(index), start + chunkBytes);
  let key = 0;
  for (let at = start; at < start + chunkBytes; at++) key = key * 256 + (at < end ? (bytes[at] ?? 0) : 0);
  return key;
}
