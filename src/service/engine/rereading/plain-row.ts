import type { RowsInBody } from "#providers/provider.ts";
import { calendarInstant, noNumber, outcomeCode } from "../columns/call-columns.ts";
import type { ColumnsBuilder } from "../columns/columns-builder.ts";
import { closeObject, colon, comma, isText, openObject, quote, skipSpace } from "./json-bytes.ts";
import { digitsEnd, instantAt, wholeNumber } from "./plain-values.ts";

/** Bytes a plain string may hold: ASCII without control characters, quote and backslash. */
const isPlainByte = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte < 0x80 && byte !== quote && byte !== 0x5c ? 1 : 0));
const space = 0x20;
const [id, to, word, retries, createdAt] = [0, 1, 2, 3, 4];
const allFields = 0b11111;
const decoder = new TextDecoder();

/**
 * Reads rows that are written plainly – strings without escapes, in ASCII –
 * straight from their bytes into columns. Any other row is left to a parser.
 */
export class PlainRowReader {
  readonly #rows: RowsInBody;
  readonly #keys: readonly Uint8Array[];
  readonly #starts = [0, 0, 0, 0, 0];
  readonly #ends = [0, 0, 0, 0, 0];
  /** Outcomes by the number of their word. */
  readonly #outcomes: number[] = [];

  constructor(rows: RowsInBody) {
    this.#rows = rows;
    const { keys } = rows;
    const encoder = new TextEncoder();
    this.#keys = [keys.id, keys.to, keys.word, keys.retries, keys.createdAt].map((key) => encoder.encode(key));
  }

  /** Appends the row that begins at `at`, and answers where it is over; -1: it is not plain, and nothing was appended. */
  read(bytes: Uint8Array, at: number, builder: ColumnsBuilder): number {
    const end = this.#find(bytes, at);
    if (end === -1) return -1;
    const count = wholeNumber(bytes, this.#start(retries), this.#end(retries));
    if (count > this.#rows.mostRetries) return -1;
    const numberFrom = this.#start(to);
    const numberTo = this.#end(to);
    const isTrimmed = numberFrom === numberTo || (bytes[numberFrom] !== space && bytes[numberTo - 1] !== space);
    if (!isTrimmed || this.#start(id) === this.#end(id)) return -1;

    builder.ids.push(bytes, this.#start(id), this.#end(id));
    const spelling = numberFrom === numberTo ? noNumber : builder.numbers.add(bytes, numberFrom, numberTo);
    const wordIndex = builder.words.add(bytes, this.#start(word), this.#end(word));
    const outcome = (this.#outcomes[wordIndex] ??= outcomeCode(this.#rows.outcomeOf(builder.words.text(wordIndex))));
    builder.addCells(spelling, outcome, wordIndex, count, this.#instant(bytes));
    return end;
  }

  #instant(bytes: Uint8Array): number {
    const from = this.#start(createdAt);
    const end = this.#end(createdAt);
    return instantAt(bytes, from, end) ?? calendarInstant(this.#rows.instantOf(decoder.decode(bytes.subarray(from, end))));
  }

  /** Finds the fields of a plain row; answers where it is over, or -1. */
  #find(bytes: Uint8Array, row: number): number {
    if (bytes[row] !== openObject) return -1;
    let seen = 0;
    let guess = 0;
    for (let at = skipSpace(bytes, row + 1); bytes[at] === quote; at = skipSpace(bytes, at + 1)) {
      const keyEnd = plainStringEnd(bytes, at + 1);
      if (keyEnd === -1) return -1;
      const field = this.#fieldAt(bytes, at + 1, keyEnd, guess);
      at = skipSpace(bytes, keyEnd + 1);
      if (bytes[at] !== colon) return -1;
      at = skipSpace(bytes, at + 1);
      const isString = bytes[at] === quote;
      const end = isString ? plainStringEnd(bytes, at + 1) : digitsEnd(bytes, at);
      if (end === -1 || (field !== -1 && isString === (field === retries))) return -1;
      if (field !== -1) {
        this.#starts[field] = isString ? at + 1 : at;
        this.#ends[field] = end;
        seen |= 1 << field;
        guess = field + 1;
      }
      at = skipSpace(bytes, isString ? end + 1 : end);
      if (bytes[at] === closeObject) return seen === allFields ? at + 1 : -1;
      if (bytes[at] !== comma) return -1;
    }
    return -1;
  }

  /** Which field a key names, -1 for none; `guess` is tried first, since rows have their keys in one order. */
  #fieldAt(bytes: Uint8Array, from: number, end: number, guess: number): number {
    const expected = this.#keys[guess];
    if (expected !== undefined && isText(bytes, from, end, expected)) return guess;
    return this.#keys.findIndex((key) => isText(bytes, from, end, key));
  }

  #start(field: number): number {
    return this.#starts[field] ?? 0;
  }

  #end(field: number): number {
    return this.#ends[field] ?? 0;
  }
}

function plainStringEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (isPlainByte[bytes[end] ?? 0] === 1) end++;
  return bytes[end] === quote ? end : -1;
}
