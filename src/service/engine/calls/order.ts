import type { CallSort } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { noNumber } from "../columns/call-columns.ts";
import { orderBy } from "../columns/radix.ts";
import { orderOfTexts } from "../columns/text-order.ts";
import type { Texts } from "../columns/texts.ts";
import { carriedOrder } from "./carried-order.ts";
import type { CallTable } from "./table.ts";

/** All rows in an order, computed once a table. Ties go by id; rows without the value stand last. */
export function orderOf(table: CallTable, sort: CallSort, descending: boolean): Uint32Array {
  const name = `${sort} ${descending}`;
  const order = table.orders.get(name) ?? fromBefore(table, name, sort, descending) ?? makeOrder(table, sort, descending);
  table.orders.set(name, order);
  return order;
}

/** The order of the table before with the rows that differ put in anew. */
function fromBefore(table: CallTable, name: string, sort: CallSort, descending: boolean): Uint32Array | undefined {
  const order = table.before?.orders.get(name);
  return table.before && order && carriedOrder(order, table.before, table.rows, comparison(table, sort, descending));
}

function makeOrder(table: CallTable, sort: CallSort, descending: boolean): Uint32Array {
  const { ids, numbers, contact } = table.columns;
  if (sort === "id") return descending ? orderOf(table, "id", false).toReversed() : orderOfTexts(ids);
  const byId = orderOf(table, "id", false);
  if (sort !== "to") return stableBy(byId, keyOf(table, sort), descending);
  const ranks = ranksOf(numbers.spellings.texts);
  return stableBy(byId, (row) => (hasNumber(table, row) ? (ranks[contact[row] ?? 0] ?? 0) : Number.NaN), descending);
}

/** How two rows stand to each other in an order: the same as sorting all of them by key tells. */
function comparison(table: CallTable, sort: CallSort, descending: boolean): (a: number, b: number) => number {
  const { ids, numbers, contact } = table.columns;
  const sign = descending ? -1 : 1;
  if (sort === "id") return (a, b) => sign * ids.compare(a, b);
  if (sort !== "to") {
    const key = keyOf(table, sort);
    return (a, b) => compareKeys(key(a), key(b), sign) || ids.compare(a, b);
  }
  const { texts } = numbers.spellings;
  return (a, b) => {
    const [numbered, other] = [hasNumber(table, a), hasNumber(table, b)];
    if (!numbered || !other) return Number(other) - Number(numbered) || ids.compare(a, b);
    return sign * texts.compare(at(contact, a), at(contact, b)) || ids.compare(a, b);
  };
}

function compareKeys(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a === b ? 0 : sign * (a < b ? -1 : 1);
}

function hasNumber({ columns }: CallTable, row: number): boolean {
  return columns.spelling[row] !== noNumber;
}

/** What a row is ordered by; NaN where it has none. */
export function keyOf(table: CallTable, sort: Exclude<CallSort, "id" | "to">): (row: number) => number {
  const { createdAt, retries, outcome, extras } = table.columns;
  switch (sort) {
    case "created":
      return (row) => createdAt[row] ?? Number.NaN;
    case "retries":
      return (row) => retries[row] ?? Number.NaN;
    case "outcome":
      return (row) => outcome[row] ?? Number.NaN;
    case "duration":
      return (row) => extras.durationSeconds?.[row] ?? Number.NaN;
    default:
      return wordRank(table, sort.slice("by.".length));
  }
}

/** The place of a row's words among all combinations of its dimension; NaN where it has none. */
function wordRank({ columns }: CallTable, id: string): (row: number) => number {
  const column = columns.extras.dimensions.get(id);
  if (column === undefined) return () => Number.NaN;
  const texts = column.combinations.map((words) => words.join(", "));
  const sorted = texts.toSorted();
  const ranks = texts.map((text) => (text === "" ? Number.NaN : sorted.indexOf(text)));
  return (row) => at(ranks, at(column.combination, row));
}

/** The place of each text in their order. */
function ranksOf(texts: Texts): Uint32Array {
  const order = orderOfTexts(texts);
  const ranks = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank++) ranks[order[rank] ?? 0] = rank;
  return ranks;
}

/** Orders rows by a number, keeping the given order among equals; NaN last either way. */
export function stableBy(rows: Uint32Array, keyOfRow: (row: number) => number, descending: boolean): Uint32Array {
  const keys = new Float64Array(rows.length);
  const sign = descending ? -1 : 1;
  for (let place = 0; place < rows.length; place++) keys[place] = sign * keyOfRow(rows[place] ?? 0);
  return orderBy(rows, keys);
}
