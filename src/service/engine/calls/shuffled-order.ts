import type { CallSort } from "#service/api.ts";
import { orderBy } from "../columns/radix.ts";
import { keyOf, stableBy } from "./order.ts";
import type { CallTable } from "./table.ts";

/** Known to this process only: without them nobody can tell a place from what it was made of. */
const [seed = 0, otherSeed = 0] = crypto.getRandomValues(new Uint32Array(2));

/**
 * All rows in an order, for those who may not see what identifies a row: ties go by chance, the same
 * from reading to reading, since a platform may list its rows by number.
 */
export function shuffledOrder(table: CallTable, sort: CallSort, descending: boolean): Uint32Array {
  const name = `shuffled ${sort} ${descending}`;
  const order = table.orders.get(name) ?? stableBy(shuffled(table), sort === "id" || sort === "to" ? () => 0 : keyOf(table, sort), descending);
  table.orders.set(name, order);
  return order;
}

function shuffled(table: CallTable): Uint32Array {
  const name = "shuffled";
  const known = table.orders.get(name);
  if (known !== undefined) return known;
  const { ids } = table.columns;
  const order = orderBy(Uint32Array.from({ length: table.rows }, (_, row) => row), Float64Array.from({ length: table.rows }, (_, row) => placeOf(ids.text(row))));
  table.orders.set(name, order);
  return order;
}

/** 53 bits of an id: two keyed FNV-1a hashes, each mixed to its last bit. */
function placeOf(id: string): number {
  let high = seed;
  let low = otherSeed;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x0100_0193);
    low = Math.imul(low ^ unit, 0x85eb_ca6b);
  }
  return mixed(high ^ otherSeed) * 0x20_0000 + (mixed(low ^ seed) >>> 11);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2_ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
