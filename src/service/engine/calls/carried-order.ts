import type { Before } from "./table.ts";

const gone = 0xffff_ffff;

/** Of more rows than one in this many it is faster to order all again. */
const leastShare = 8;

/**
 * The order of a table from that of the table before: rows that did not change stand to each other
 * as they did, and those that did are put in where `compare` says. `undefined`: too many changed.
 */
export function carriedOrder(
  order: Uint32Array,
  { rowBefore, touched }: Before,
  rows: number,
  compare: (a: number, b: number) => number,
): Uint32Array | undefined {
  if (touched.length * leastShare > rows) return undefined;
  const rest = unchanged(order, rowBefore, touched, rows);
  const changed = touched.slice().sort(compare);
  const whole = new Uint32Array(rows);
  let from = 0;
  for (let index = 0; index < changed.length; index++) {
    const row = changed[index] ?? 0;
    const place = firstAfter(rest, from, row, compare);
    whole.set(rest.subarray(from, place), from + index);
    whole[place + index] = row;
    from = place;
  }
  whole.set(rest.subarray(from), from + changed.length);
  return whole;
}

/** The rows that did not change, in the order before. */
function unchanged(order: Uint32Array, rowBefore: Uint32Array | undefined, touched: Uint32Array, rows: number): Uint32Array {
  const rowNow = new Uint32Array(order.length).fill(gone);
  for (let row = 0; row < rows; row++) {
    const before = rowBefore === undefined ? row : (rowBefore[row] ?? gone);
    if (before !== gone) rowNow[before] = row;
  }
  for (let index = 0; index < touched.length; index++) {
    const row = touched[index] ?? 0;
    const before = rowBefore === undefined ? row : (rowBefore[row] ?? gone);
    if (before !== gone) rowNow[before] = gone;
  }
  const rest = new Uint32Array(rows - touched.length);
  let kept = 0;
  for (let place = 0; place < order.length; place++) {
    const row = rowNow[order[place] ?? 0] ?? gone;
    if (row !== gone) rest[kept++] = row;
  }
  return rest;
}

/** The first place from `from` on whose row stands after this one. */
function firstAfter(order: Uint32Array, from: number, row: number, compare: (a: number, b: number) => number): number {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(order[middle] ?? 0, row) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
