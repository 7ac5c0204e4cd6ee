import type { CallColumns } from "../columns/call-columns.ts";

/** In `last`: no row of this contact counts. */
export const nobody = 0xffff_ffff;

/** What the rows say of each contact, by contact index. */
export type Contacts = {
  /** The row that holds the contact's last result; `nobody` where it has no row. */
  readonly last: Uint32Array;
  /** Those stated, or max(rows, 1 + highest retries): platforms write one row an attempt, or update one in place. */
  readonly attempts: Float64Array;
};

/** One pass over the rows; `counts` leaves out rows a reader does not see yet. */
export function contactsOf(columns: CallColumns, counts?: (row: number) => boolean): Contacts {
  const { rows, contact: contactOf, retries, extras } = columns;
  const last = new Uint32Array(columns.contacts).fill(nobody);
  const listed = new Uint32Array(columns.contacts);
  const attempts = new Float64Array(columns.contacts);
  for (let row = 0; row < rows; row++) {
    if (counts && !counts(row)) continue;
    const contact = contactOf[row] ?? 0;
    const before = last[contact] ?? nobody;
    if (before === nobody || compareAge(columns, before, row) < 0) last[contact] = row;
    const known = (listed[contact] ?? 0) + 1;
    listed[contact] = known;
    // A platform that counts attempts outright has the last word; elsewhere each row is one at least.
    const stated = extras.attempts?.[row] ?? Number.NaN;
    const least = Number.isNaN(stated) ? Math.max(known, 1 + (retries[row] ?? 0)) : stated;
    attempts[contact] = Math.max(attempts[contact] ?? 0, least);
  }
  return { last, attempts };
}

/**
 * Older rows first. A row without a time counts as older than one with a time;
 * equal times (or none) go by retries used, then by position in the answer.
 */
export function compareAge({ createdAt, retries }: CallColumns, a: number, b: number): number {
  const ageA = datedOrOldest(createdAt[a]);
  const ageB = datedOrOldest(createdAt[b]);
  if (ageA !== ageB) return ageA < ageB ? -1 : 1;
  return (retries[a] ?? 0) - (retries[b] ?? 0) || a - b;
}

function datedOrOldest(createdAt: number | undefined): number {
  return createdAt === undefined || Number.isNaN(createdAt) ? Number.NEGATIVE_INFINITY : createdAt;
}

/** Dials after the first; none where nothing was dialled yet. */
export function retriesUsed(attempts: number): number {
  return Math.max(0, attempts - 1);
}
