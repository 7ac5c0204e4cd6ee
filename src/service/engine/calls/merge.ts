import { type CallColumns, callAt } from "../columns/call-columns.ts";
import { ColumnsBuilder } from "../columns/columns-builder.ts";
import { idIndex } from "../columns/id-index.ts";
import { type ListedCalls, notThere } from "../columns/listed-calls.ts";

/** The part of a previous table that the next one is merged with. */
export type Carried = {
  readonly columns: CallColumns;
  /** How many rows, standing first, were already missing from the answer they were built from. */
  readonly missing: number;
};

export type Merged = {
  /** Calls missing from this answer for the first time, then the answer's own in its order. */
  columns: CallColumns;
  /** Which row of the previous table each row is; `undefined`: each is the one in its place. */
  rowBefore: Uint32Array | undefined;
  /** Rows that differ from those of the previous table, or are new; `undefined`: not known. */
  touched: Uint32Array | undefined;
  missing: number;
  duplicates: number;
  /** Calls missing for the second time, left out. */
  vanished: number;
};

/** Merges an answer with what was known: each id once, and a call is dropped only when missing twice. */
export function merge(listed: ListedCalls, previous: Carried | undefined): Merged {
  // The very same ids: nothing came, went or moved. Times may differ, but of one row there are no two.
  if (previous?.columns.ids === listed.columns.ids) {
    return { columns: listed.columns, rowBefore: undefined, touched: touchedIn(listed, previous), missing: 0, duplicates: 0, vanished: 0 };
  }
  const { columns, duplicates } = eachOnce(listed.columns);
  const based = duplicates === 0 && listed.based?.columns === previous?.columns ? listed.based : undefined;
  const rowBefore = based?.rowBefore.slice() ?? new Uint32Array(columns.rows).fill(notThere);
  if (previous === undefined) return { columns, rowBefore, touched: undefined, missing: 0, duplicates, vanished: 0 };

  const { byId } = idIndex(previous.columns);
  const isListed = new Uint8Array(previous.columns.rows);
  for (let row = 0; row < columns.rows; row++) {
    if (rowBefore[row] === notThere) rowBefore[row] = byId.find(columns.ids, row) ?? notThere;
    const before = rowBefore[row] ?? notThere;
    if (before !== notThere) isListed[before] = 1;
  }
  const missing: number[] = [];
  let vanished = 0;
  for (let row = isListed.indexOf(0); row !== -1; row = isListed.indexOf(0, row + 1)) {
    if (row < previous.missing) vanished += 1;
    else missing.push(row);
  }
  if (missing.length > 0) return { ...withMissing(columns, rowBefore, previous.columns, missing), touched: undefined, missing: missing.length, duplicates, vanished };
  return { columns, rowBefore, touched: based && touchedIn(listed, previous), missing: 0, duplicates, vanished };
}

/** Rows that were not recognised from the columns of the previous table. */
function touchedIn({ columns, based }: ListedCalls, previous: Carried): Uint32Array | undefined {
  if (based === undefined || based.columns !== previous.columns) return undefined;
  const touched: number[] = [];
  for (let row = based.rowBefore.indexOf(notThere); row !== -1 && row < columns.rows; row = based.rowBefore.indexOf(notThere, row + 1)) touched.push(row);
  return Uint32Array.from(touched);
}

function withMissing(columns: CallColumns, rowBefore: Uint32Array, previous: CallColumns, missing: number[]) {
  const builder = new ColumnsBuilder(missing.length + columns.rows, columns);
  for (const row of missing) builder.add(callAt(previous, row));
  builder.addRange(columns, 0, columns.rows);
  const whole = builder.done();
  const before = new Uint32Array(whole.rows);
  before.set(missing);
  before.set(rowBefore, missing.length);
  return { columns: whole, rowBefore: before };
}

function eachOnce(columns: CallColumns): { columns: CallColumns; duplicates: number } {
  const { lost } = idIndex(columns);
  if (lost.size === 0) return { columns, duplicates: 0 };
  const builder = new ColumnsBuilder(columns.rows, columns);
  let from = 0;
  for (const row of [...lost].sort((a, b) => a - b)) {
    builder.addRange(columns, from, row);
    from = row + 1;
  }
  builder.addRange(columns, from, columns.rows);
  return { columns: builder.done(), duplicates: lost.size };
}
