import { firstWhere } from "../columns/first-where.ts";
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
    const place = firstWhere(from, rest.length, (at) => compare(rest[at] ?? 0, row) > 0);
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
