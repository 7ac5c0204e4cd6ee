import type { Call } from "#campaign/call.ts";
import { at } from "./at.ts";
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

export function extraColumns(calls: readonly Call[]): ExtraColumns {
  return {
    durationSeconds: numbersOf(calls, (call) => call.durationSeconds),
    attempts: numbersOf(calls, (call) => call.attempts),
    recordingUrls: calls.some((call) => call.recordingUrl !== undefined) ? calls.map((call) => call.recordingUrl) : undefined,
    dimensions: dimensionsOf(calls),
  };
}

function numbersOf(calls: readonly Call[], valueOf: (call: Call) => number | undefined): Float64Array | undefined {
  let column: Float64Array | undefined;
  for (let row = 0; row < calls.length; row++) {
    const value = valueOf(at(calls, row));
    if (value === undefined) continue;
    column ??= new Float64Array(calls.length).fill(Number.NaN);
    column[row] = value;
  }
  return column;
}

type Growing = { combination: Uint32Array; known: Map<string, number>; combinations: (readonly string[])[] };

function dimensionsOf(calls: readonly Call[]): Map<string, WordColumn> {
  const columns = new Map<string, Growing>();
  for (let row = 0; row < calls.length; row++) {
    const { dimensions } = at(calls, row);
    if (dimensions === undefined) continue;
    for (const [id, words] of Object.entries(dimensions)) {
      let column = columns.get(id);
      if (column === undefined) {
        column = { combination: new Uint32Array(calls.length), known: new Map([["[]", 0]]), combinations: [[]] };
        columns.set(id, column);
      }
      const index = intern(column.known, JSON.stringify(words));
      if (index === column.combinations.length) column.combinations.push(words);
      column.combination[row] = index;
    }
  }
  return columns;
}

/** What the extra columns say of a row, as its platform's mapping handed it over. */
export function extrasAt(extras: ExtraColumns, row: number): Pick<Call, "durationSeconds" | "attempts" | "recordingUrl" | "dimensions"> {
  const { durationSeconds, attempts, recordingUrls, dimensions } = extras;
  return {
    ...(durationSeconds && { durationSeconds: orNothing(at(durationSeconds, row)) }),
    ...(attempts && { attempts: orNothing(at(attempts, row)) }),
    ...(recordingUrls && { recordingUrl: recordingUrls[row] }),
    ...(dimensions.size > 0 && { dimensions: Object.fromEntries([...dimensions].map(([id, column]) => [id, wordsAt(column, row)])) }),
  };
}

/** A row's words of one dimension. */
export function wordsAt({ combination, combinations }: WordColumn, row: number): readonly string[] {
  return at(combinations, at(combination, row));
}

function orNothing(value: number): number | undefined {
  return Number.isNaN(value) ? undefined : value;
}
