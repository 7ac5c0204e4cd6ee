import type { Call } from "#campaign/call.ts";
import { contactKey } from "#campaign/contact-number.ts";
import { type Outcome, outcomes } from "#campaign/outcome.ts";
import { at } from "./at.ts";
import { type ExtraColumns, extraColumns, extrasAt } from "./extra-columns.ts";
import { intern } from "./intern.ts";

/** In `spelling`: the row reports no number. */
export const noNumber = 0xffff_ffff;

/** Call history as columns: one array a field, all of the same length. */
export type CallColumns = {
  readonly ids: readonly string[];
  /** Index of the row's contact. A row without a number is a contact of its own. */
  readonly contact: Uint32Array;
  /** Sort key of each contact; "" where it has no number. */
  readonly contactKeys: readonly string[];
  /** Index into `spellings`: numbers as they arrived, of which one contact may have several. */
  readonly spelling: Uint32Array;
  readonly spellings: readonly string[];
  /** Index into `outcomes`. */
  readonly outcome: Uint8Array;
  readonly word: Uint32Array;
  readonly words: readonly string[];
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

export function columnsOf(calls: readonly Call[]): CallColumns {
  const rows = calls.length;
  const numbers = internNumbers(calls);
  const words = new Map<string, number>();
  const outcome = new Uint8Array(rows);
  const word = new Uint32Array(rows);
  const retries = new Float64Array(rows);
  const createdAt = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const call = at(calls, row);
    outcome[row] = outcomeCode(call.outcome);
    word[row] = intern(words, call.word);
    retries[row] = call.retries;
    createdAt[row] = calendarInstant(call.createdAt);
  }
  const ids = calls.map((call) => call.id);
  return { ids, ...numbers, outcome, word, words: [...words.keys()], retries, createdAt, extras: extraColumns(calls) };
}

const firstInstant = Date.parse("0001-01-02T00:00:00Z");
const lastInstant = Date.parse("9999-12-30T00:00:00Z");

/** Times outside the years 1–9999 have no date to stand under in any zone: they count as not reported. */
function calendarInstant(createdAt: number | undefined): number {
  return createdAt !== undefined && createdAt >= firstInstant && createdAt <= lastInstant ? createdAt : Number.NaN;
}

function internNumbers(calls: readonly Call[]) {
  const contact = new Uint32Array(calls.length);
  const spelling = new Uint32Array(calls.length);
  const contactKeys: string[] = [];
  const contactOfKey = new Map<string, number>();
  const contactOfSpelling: number[] = [];
  const spellings = new Map<string, number>();
  for (let row = 0; row < calls.length; row++) {
    const { to } = at(calls, row);
    // An empty number is none: rows that share it are not one person.
    if (to === undefined || to === "") {
      spelling[row] = noNumber;
      contact[row] = contactKeys.push("") - 1;
      continue;
    }
    const index = intern(spellings, to);
    if (index === contactOfSpelling.length) {
      const key = contactKey(to);
      const known = contactOfKey.get(key);
      contactOfSpelling.push(known ?? contactKeys.push(key) - 1);
      if (known === undefined) contactOfKey.set(key, contactKeys.length - 1);
    }
    spelling[row] = index;
    contact[row] = at(contactOfSpelling, index);
  }
  return { contact, contactKeys, spelling, spellings: [...spellings.keys()] };
}

/** A row as its platform's mapping handed it over. */
export function callAt(columns: CallColumns, row: number): Call {
  const createdAt = at(columns.createdAt, row);
  return {
    id: at(columns.ids, row),
    to: spellingAt(columns, row),
    outcome: at(outcomes, at(columns.outcome, row)),
    word: at(columns.words, at(columns.word, row)),
    retries: at(columns.retries, row),
    createdAt: Number.isNaN(createdAt) ? undefined : createdAt,
    ...extrasAt(columns.extras, row),
  };
}

/** The row's number as it arrived. */
function spellingAt(columns: CallColumns, row: number): string | undefined {
  const index = at(columns.spelling, row);
  return index === noNumber ? undefined : at(columns.spellings, index);
}
