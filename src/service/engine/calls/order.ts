import type { CallSort } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { noNumber } from "../columns/call-columns.ts";
import { orderBy } from "../columns/radix.ts";
import { orderOfTexts } from "../columns/text-order.ts";
import type { Texts } from "../columns/texts.ts";
import { perTable } from "./per-table.ts";
import type { CallTable } from "./table.ts";

const known = perTable(() => new Map<string, Uint32Array>());

/** All rows in an order, computed once a table. Ties go by id; rows without the value stand last. */
export function orderOf(table: CallTable, sort: CallSort, descending: boolean): Uint32Array {
  const orders = known(table);
  const name = `${sort} ${descending}`;
  const order = orders.get(name) ?? makeOrder(table, sort, descending);
  orders.set(name, order);
  return order;
}

function makeOrder(table: CallTable, sort: CallSort, descending: boolean): Uint32Array {
  const { columns } = table;
  switch (sort) {
    case "id":
      return descending ? orderOf(table, "id", false).toReversed() : textOrder(columns.ids);
    case "created":
      return stableBy(orderOf(table, "id", false), (row) => at(columns.createdAt, row), descending);
    case "retries":
      return stableBy(orderOf(table, "id", false), (row) => at(columns.retries, row), descending);
    case "outcome":
      return stableBy(orderOf(table, "id", false), (row) => at(columns.outcome, row), descending);
    case "duration": {
      const { durationSeconds } = columns.extras;
      return stableBy(orderOf(table, "id", false), (row) => (durationSeconds ? at(durationSeconds, row) : Number.NaN), descending);
    }
    case "to": {
      const ranks = ranksOf(columns.numbers.spellings.texts);
      const rank = (row: number) => (at(columns.spelling, row) === noNumber ? Number.NaN : at(ranks, at(columns.contact, row)));
      return stableBy(orderOf(table, "id", false), rank, descending);
    }
    default:
      return stableBy(orderOf(table, "id", false), wordRank(table, sort.slice("by.".length)), descending);
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

/** Orders of texts, which tables built one from the other share as long as nothing was appended. */
const textOrders = new WeakMap<Texts, Uint32Array>();

function textOrder(texts: Texts): Uint32Array {
  const before = textOrders.get(texts);
  if (before?.length === texts.length) return before;
  const order = orderOfTexts(texts);
  textOrders.set(texts, order);
  return order;
}

/** The place of each text in their order. */
function ranksOf(texts: Texts): Uint32Array {
  const order = textOrder(texts);
  const ranks = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank++) ranks[at(order, rank)] = rank;
  return ranks;
}

/** Orders rows by a number, keeping the given order among equals; NaN last either way. */
export function stableBy(rows: Uint32Array, keyOf: (row: number) => number, descending: boolean): Uint32Array {
  const keys = new Float64Array(rows.length);
  for (let index = 0; index < rows.length; index++) keys[index] = (descending ? -1 : 1) * keyOf(at(rows, index));
  return orderBy(rows, keys);
}
