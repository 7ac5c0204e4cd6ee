import type { ZoneClock } from "#campaign/zone-clock.ts";
import type { CallsAnswer, CallsQuery } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { callRow, numberRow } from "./row.ts";
import { seenRow, type Sight } from "./sight.ts";
import { type Selection, select } from "./select.ts";
import type { CallTable } from "./table.ts";

/** Marks along the time rail. */
const railMarks = 12;

/** One window of the calls that fit the query, as they are seen. `clock` is the campaign's, where its zone is known. */
export function viewCalls(table: CallTable, query: CallsQuery, clock: ZoneClock | undefined, sight: Sight): CallsAnswer {
  const selection = select(table, query, clock, sight);
  const { group, order, contacts, newer, cursor } = selection;
  const toRow = group === "number" ? numberRow : callRow;
  const window = order.subarray(query.offset, query.offset + query.limit);
  return {
    group,
    total: order.length,
    offset: query.offset,
    rows: Array.from(window, (row) => seenRow(toRow(table, contacts, row), sight)),
    asOf: cursor,
    newer,
    rail: query.sort === "created" ? railOf(table, selection) : [],
  };
}

function railOf(table: CallTable, { order }: Selection): CallsAnswer["rail"] {
  const marks = Math.min(railMarks, order.length);
  return Array.from({ length: marks }, (_, mark) => Math.floor((mark * order.length) / marks))
    .map((offset) => ({ offset, at: at(table.columns.createdAt, at(order, offset)) }))
    .filter((mark) => !Number.isNaN(mark.at));
}
