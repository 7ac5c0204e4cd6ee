import type { CallColumns } from "./call-columns.ts";

/** In `rowBefore`: the row was not there. */
export const notThere = 0xffff_ffff;

/** The calls of one answer in its order, an id perhaps more than once. */
export type ListedCalls = {
  columns: CallColumns;
  /** Where rows were recognised from other columns: those, and which of their rows each row is. */
  based?: { columns: CallColumns; rowBefore: Uint32Array } | undefined;
};
