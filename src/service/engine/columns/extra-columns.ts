import type { Call } from "#campaign/call.ts";
import { at } from "./at.ts";
import { grown } from "./grown.ts";
import { intern } from "./intern.ts";

/** Words of one dimension: per row an index into the combinations that occur; 0 is none. */
export type WordColumn = { readonly combination: Uint32Array; readonly combinations: readonly (readonly string[])[] };

/** Columns that only some platforms fill; one that no row fills is not there. */
export type ExtraColumns = {
  /** Seconds; NaN = not reported. */
  readonly durationSeconds: Float64Array | undefined;
  /** Attempts the platform counts outright; NaN = it does not. */
  readonly attempts: Float64Array | undefined;
  readonly recordingUrls: readonly (string | undefined)[] | undefined;
  readonly dimensions: ReadonlyMap<string, WordColumn>;
};

export const noExtras: ExtraColumns = { durationSeconds: undefined, attempts: undefined, recordingUrls: undefined, dimensions: new Map() };

type GrowingWords = { combination: Uint32Array; known: Map<string, number>; combinations: (readonly string[])[] };

/** Fills extra columns row by row; a column begins with the first row that has a value. */
export class ExtraColumnsBuilder {
  #durationSeconds: Float64Array | undefined;
  #attempts: Float64Array | undefined;
  #recordingUrls: (string | undefined)[] | undefined;
  readonly #dimensions = new Map<string, GrowingWords>();

  add(row: number, { durationSeconds, attempts, recordingUrl, dimensions }: Call): void {
    if (durationSeconds !== undefined) this.#durationSeconds = withValue(this.#durationSeconds, row, durationSeconds);
    if (attempts !== undefined) this.#attempts = withValue(this.#attempts, row, attempts);
    if (recordingUrl !== undefined) (this.#recordingUrls ??= [])[row] = recordingUrl;
    if (dimensions !== undefined) for (const [id, words] of Object.entries(dimensions)) this.#addWords(row, id, words);
  }

  done(rows: number): ExtraColumns {
    return {
      durationSeconds: this.#durationSeconds && ofLength(this.#durationSeconds, rows),
      attempts: this.#attempts && ofLength(this.#attempts, rows),
      recordingUrls: this.#recordingUrls,
      // By id: which row comes first must not move a column.
      dimensions: new Map(
        [...this.#dimensions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, { combination, combinations }]) => [id, { combination: grownTo(combination, rows), combinations }]),
      ),
    };
  }

  #addWords(row: number, id: string, words: readonly string[]): void {
    let column = this.#dimensions.get(id);
    if (column === undefined) {
      column = { combination: new Uint32Array(row + 1), known: new Map([["[]", 0]]), combinations: [[]] };
      this.#dimensions.set(id, column);
    }
    const index = intern(column.known, JSON.stringify(words));
    if (index === column.combinations.length) column.combinations.push(words);
    if (row >= column.combination.length) column.combination = grown(column.combination, row + 1);
    column.combination[row] = index;
  }
}

function withValue(column: Float64Array | undefined, row: number, value: number): Float64Array {
  let wide = column ?? new Float64Array(row + 1).fill(Number.NaN);
  if (row >= wide.length) wide = ofLength(wide, Math.max(row + 1, wide.length * 2));
  wide[row] = value;
  return wide;
}

/** Cut, or filled up with NaN. */
function ofLength(column: Float64Array, rows: number): Float64Array {
  if (rows <= column.length) return column.subarray(0, rows);
  const wide = new Float64Array(rows).fill(Number.NaN);
  wide.set(column);
  return wide;
}

function grownTo(column: Uint32Array, rows: number): Uint32Array {
  return (rows > column.length ? grown(column, rows) : column).subarray(0, rows);
}

/** What the extra columns say of a row, as its platform's mapping handed it over. */
export function extrasAt(extras: ExtraColumns, row: number): Pick<Call, "durationSeconds" | "attempts" | "recordingUrl" | "dimensions"> {
  const { durationSeconds, attempts, recordingUrls, dimensions } = extras;
  return {
    ...(durationSeconds && { durationSeconds: orNothing(at(durationSeconds, row)) }),
    ...(attempts && { attempts: orNothing(at(attempts, row)) }),
    ...(recordingUrls && { recordingUrl: recordingUrls[row] }),
    ...(dimensions.size > 0 && { dimensions: wordsByDimension(dimensions, row) }),
  };
}

/** A dimension without a word is absent, as in a call. */
function wordsByDimension(dimensions: ExtraColumns["dimensions"], row: number): Call["dimensions"] {
  const spoken = [...dimensions].map(([id, column]) => [id, wordsAt(column, row)] as const).filter(([, words]) => words.length > 0);
  return spoken.length === 0 ? undefined : Object.fromEntries(spoken);
}

/** A row's words of one dimension. */
export function wordsAt({ combination, combinations }: WordColumn, row: number): readonly string[] {
  return at(combinations, at(combination, row));
}

function orNothing(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
