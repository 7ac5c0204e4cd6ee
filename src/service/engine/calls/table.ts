import type { Call } from "#campaign/call.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { FinalityRules } from "#campaign/contact-state.ts";
import type { CallTally } from "#campaign/tally.ts";
import { at } from "../columns/at.ts";
import { type CallColumns, noNumber } from "../columns/call-columns.ts";
import { columnsOf } from "../columns/columns-builder.ts";
import { idIndex } from "../columns/id-index.ts";
import { type ListedCalls, notThere } from "../columns/listed-calls.ts";
import { Texts } from "../columns/texts.ts";
import { type Contacts, contactsOf } from "./contacts.ts";
import { countCalls, countUnknownWords } from "./count-calls.ts";
import { type Merged, merge } from "./merge.ts";

/** All calls of one campaign as last read. Never changed once built; the next answer builds the next one. */
export type CallTable = {
  readonly rows: number;
  /** Contacts: distinct numbers, and rows without a number. */
  readonly numbers: number;
  readonly tally: CallTally;
  /** Rows of the last answer that another row with the same id replaced. */
  readonly duplicates: number;
  /** Calls dropped so far because two answers in a row no longer listed them. */
  readonly vanished: number;
  readonly unknownWords: ReadonlyMap<string, number>;

  readonly rules: FinalityRules;
  readonly columns: CallColumns;
  readonly contacts: Contacts;
  /** How many rows, standing first, are not in the last answer but were in the one before. */
  readonly missing: number;
  /** Names the line of tables that were each built from the one before. */
  readonly epoch: string;
  /** Grows with every answer that brings calls not seen before. */
  readonly version: number;
  /** The version each row first appeared in. */
  readonly arrival: Uint32Array;
  readonly newestCreatedAt: Instant | undefined;
  /** Orders of all rows, by name, as they were asked for. */
  readonly orders: Map<string, Uint32Array>;
  /** What orders of the table before can be carried over with, where few rows differ. */
  readonly before: Before | undefined;
};

/** Orders of the table before, which of its rows each row is, and the rows that differ or are new. */
export type Before = { orders: ReadonlyMap<string, Uint32Array>; rowBefore: Uint32Array | undefined; touched: Uint32Array };

/** Which rows not seen before belong to a history that still fills in, and are shown to every reader at once. */
export type Filling = "none" | "older" | "all";

const firstVersion = 1;

/**
 * Builds the table of an answer. `previous` is the table of the answer before.
 * `epoch` names the line when there is none; left out, it is told from the first
 * answer, which a restarted service would only repeat while nothing has arrived.
 */
export function buildCallTable(
  calls: readonly Call[] | ListedCalls,
  rules: FinalityRules,
  previous: CallTable | undefined,
  { epoch, filling = "none" }: { epoch?: string; filling?: Filling } = {},
): CallTable {
  const merged = merge("columns" in calls ? calls : { columns: columnsOf(calls) }, previous);
  const { columns, missing, duplicates } = merged;
  const contacts = contactsOf(columns);
  const tally = countCalls(columns, contacts, rules);
  const newestCreatedAt = newestOf(columns.createdAt);
  return {
    rows: columns.rows,
    numbers: tally.numbers,
    tally,
    duplicates,
    vanished: (previous?.vanished ?? 0) + merged.vanished,
    unknownWords: tally.rowOutcomes.unknown === 0 ? new Map() : countUnknownWords(columns),
    rules,
    columns,
    contacts,
    missing,
    epoch: previous?.epoch ?? epoch ?? `${columns.rows}-${newestCreatedAt ?? "undated"}`,
    ...arrivalsOf(merged, previous, filling),
    newestCreatedAt,
    orders: new Map(),
    before: previous && merged.touched && { orders: previous.orders, rowBefore: merged.rowBefore, touched: merged.touched },
  };
}

/** The row of a call. */
export function rowOf({ columns }: CallTable, id: string): number | undefined {
  const wanted = new Texts(1);
  wanted.pushText(id);
  return idIndex(columns).byId.find(wanted, 0);
}

/** What identifies the contact of a listed call; `undefined` where it has no number. */
export function contactOf(table: CallTable, id: string): string | undefined {
  const row = rowOf(table, id);
  if (row === undefined || table.columns.spelling[row] === noNumber) return undefined;
  return table.columns.numbers.spellings.text(at(table.columns.contact, row));
}

function arrivalsOf({ columns, rowBefore }: Merged, previous: CallTable | undefined, filling: Filling) {
  if (previous !== undefined && rowBefore === undefined) return { arrival: previous.arrival, version: previous.version };
  const { rows, createdAt } = columns;
  const newest = previous?.newestCreatedAt ?? Number.NEGATIVE_INFINITY;
  const isBehind = (row: number): boolean => filling === "all" || (filling === "older" && !((createdAt[row] ?? Number.NaN) > newest));
  const next = (previous?.version ?? firstVersion - 1) + 1;
  const arrival = new Uint32Array(rows);
  let arrived = false;
  for (let row = 0; row < rows; row++) {
    const before = rowBefore?.[row] ?? notThere;
    if (before !== notThere && previous) arrival[row] = previous.arrival[before] ?? next;
    else if (previous && previous.rows > 0 && isBehind(row)) arrival[row] = firstVersion;
    else {
      arrival[row] = next;
      arrived = true;
    }
  }
  return { arrival, version: previous && !arrived ? previous.version : next };
}

function newestOf(createdAt: Float64Array): Instant | undefined {
  let newest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < createdAt.length; row++) {
    const instant = createdAt[row] ?? Number.NaN;
    if (instant > newest) newest = instant;
  }
  return newest === Number.NEGATIVE_INFINITY ? undefined : newest;
}
