import { outcomes } from "#campaign/outcome.ts";
import { type ZoneClock, zoneClock } from "#campaign/zone-clock.ts";
import type { CallsQuery } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { contactFilter } from "./contact-filter.ts";
import { searchFilter } from "./search.ts";
import type { Sight } from "./sight.ts";
import type { CallTable } from "./table.ts";

/** Whether a row fits; `retries` are its own or those of its number, as the rows are grouped. */
export type RowFilter = (row: number, retries: number) => boolean;

/**
 * The query's filter, made ready for one table. Without a known zone, slots are
 * read in UTC, as the charts are cut then. A slot that is none fits nothing.
 */
export function rowFilter(table: CallTable, query: CallsQuery, clock: ZoneClock | undefined, sight: Sight): RowFilter {
  const { columns } = table;
  const tests: RowFilter[] = [];
  if (query.outcome.length > 0) {
    const wanted = outcomes.map((outcome) => query.outcome.includes(outcome));
    tests.push((row) => wanted[columns.outcome[row] ?? 0] === true);
  }
  if (query.retries.length > 0) {
    const wanted = new Set(query.retries);
    tests.push((_, retries) => wanted.has(retries));
  }
  const { since, until } = query;
  if (since !== undefined) tests.push((row) => (columns.createdAt[row] ?? Number.NaN) >= since);
  if (until !== undefined) tests.push((row) => (columns.createdAt[row] ?? Number.NaN) < until);
  if (query.slot !== undefined) {
    const inSlot = slotFilter(query.slot, clock ?? zoneClock("UTC"));
    tests.push((row) => inSlot(columns.createdAt[row] ?? Number.NaN));
  }
  for (const [id, words] of Object.entries(query.dimensions)) tests.push(sight.hidden.has(id) ? () => false : dimensionFilter(table, id, words));
  if (query.contact !== undefined) tests.push(contactFilter(table, query.contact));
  if (query.q !== undefined && query.q.trim() !== "") tests.push(searchFilter(table, query.q, sight));
  const [only] = tests;
  if (only === undefined) return () => true;
  return tests.length === 1 ? only : (row, retries) => tests.every((test) => test(row, retries));
}

function slotFilter(slot: string, clock: ZoneClock): (createdAt: number) => boolean {
  const [, weekday, hour] = /^([1-7])-(\d{1,2})$/.exec(slot) ?? [];
  return (createdAt) => {
    if (weekday === undefined || Number.isNaN(createdAt)) return false;
    const local = clock.local(createdAt);
    return local.weekday === Number(weekday) && local.hour === Number(hour);
  };
}

/** Rows that have one of the words; a dimension that no row has fits nothing. */
function dimensionFilter({ columns }: CallTable, id: string, words: readonly string[]): RowFilter {
  const column = columns.extras.dimensions.get(id);
  if (column === undefined) return () => false;
  const fits = column.combinations.map((combination) => combination.some((word) => words.includes(word)));
  return (row) => at(fits, at(column.combination, row));
}
