import type { Call } from "#campaign/call.ts";
import { type Outcome, outcomes } from "#campaign/outcome.ts";
import { at } from "./at.ts";
import { type ExtraColumns, extrasAt } from "./extra-columns.ts";
import type { Numbers } from "./numbers.ts";
import type { TextSet } from "./text-set.ts";
import type { Texts } from "./texts.ts";

/** In `spelling`: the row reports no number. */
export const noNumber = 0xffff_ffff;

/** Call history as columns: one array a field, all of the same length. Never changed once built. */
export type CallColumns = {
  readonly rows: number;
  readonly ids: Texts;
  /** The numbers and words that rows refer to; columns built one from the other share them. */
  readonly numbers: Numbers;
  readonly words: TextSet;
  /** Index among the spellings: numbers as they arrived, of which one contact may have several. */
  readonly spelling: Uint32Array;
  /** Index of the row's contact: its key among the spellings, or, of a row without a number, one past them that is its own. */
  readonly contact: Uint32Array;
  /** Indexes in `contact` are below this. */
  readonly contacts: number;
  /** Rows without a number. */
  readonly numberless: number;
  /** Index into `outcomes`. */
  readonly outcome: Uint8Array;
  readonly word: Uint32Array;
  readonly retries: Float64Array;
  /** Epoch milliseconds; NaN = not reported. */
  readonly createdAt: Float64Array;
  readonly extras: ExtraColumns;
};

const codes = new Map<Outcome, number>(outcomes.map((outcome, code) => [outcome, code]));

/** The column value of an outcome: its place in the order every list shows. */
export function outcomeCode(outcome: Outcome): number {
  return codes.get(outcome) ?? outcomes.length - 1;
}

const firstInstant = Date.parse("0001-01-02T00:00:00Z");
const lastInstant = Date.parse("9999-12-30T00:00:00Z");

/** Times outside the years 1–9999 have no date to stand under in any zone: they count as not reported. */
export function calendarInstant(createdAt: number | undefined): number {
  return createdAt !== undefined && createdAt >= firstInstant && createdAt <= lastInstant ? createdAt : Number.NaN;
}

/** A row as its platform's mapping handed it over. */
export function callAt(columns: CallColumns, row: number): Call {
  const createdAt = at(columns.createdAt, row);
  const spelling = at(columns.spelling, row);
  return {
    id: columns.ids.text(row),
    to: spelling === noNumber ? undefined : columns.numbers.spellings.text(spelling),
    outcome: at(outcomes, at(columns.outcome, row)),
    word: columns.words.text(at(columns.word, row)),
    retries: at(columns.retries, row),
    createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
    ...extrasAt(columns.extras, row),
  };
}
