import { at } from "./at.ts";
import type { CallColumns } from "./columns.ts";

/** In `last`: no row of this contact counts. */
const nobody = 0xffff_ffff;

/** What the rows say of each contact, by contact index. */
export type Contacts = {
  /** The row that holds the contact's last result. */
  readonly last: Uint32Array;
  /** Those stated, or max(rows, 1 + highest retries): platforms write one row an attempt, or update one in place. */
  readonly attempts: Float64Array;
};

/** One pass over the rows; `counts` leaves out rows a reader does not see yet. */
export function contactsOf(columns: CallColumns, counts?: (row: number) => boolean): Contacts {
  const last = new Uint32Array(columns.contactKeys.length).fill(nobody);
  const listed = new Float64Array(last.length);
  const attempts = new Float64Array(last.length);
  for (let row = 0; row < columns.contact.length; row++) {
    if (counts && !counts(row)) continue;
    const contact = at(columns.contact, row);
    const before = at(last, contact);
    if (before === nobody || compareAge(columns, before, row) < 0) last[contact] = row;
    const rows = at(listed, contact) + 1;
    listed[contact] = rows;
    attempts[contact] = Math.max(at(attempts, contact), attemptsOf(columns, row, rows));
  }
  return { last, attempts };
}

/**
 * Older rows first. A row without a time counts as older than one with a time;
 * equal times (or none) go by retries used, then by position in the answer.
 */
export function compareAge(columns: CallColumns, a: number, b: number): number {
  const ageA = datedOrOldest(at(columns.createdAt, a));
  const ageB = datedOrOldest(at(columns.createdAt, b));
  if (ageA !== ageB) return ageA < ageB ? -1 : 1;
  return at(columns.retries, a) - at(columns.retries, b) || a - b;
}

function datedOrOldest(createdAt: number): number {
  return Number.isNaN(createdAt) ? Number.NEGATIVE_INFINITY : createdAt;
}

/** A platform that counts attempts outright has the last word; elsewhere each row is one at least. */
function attemptsOf({ extras, retries }: CallColumns, row: number, rows: number): number {
  const stated = extras.attempts === undefined ? Number.NaN : at(extras.attempts, row);
  return Number.isNaN(stated) ? Math.max(rows, 1 + at(retries, row)) : stated;
}

/** Dials after the first; none where nothing was dialled yet. */
export function retriesUsed(attempts: number): number {
  return Math.max(0, attempts - 1);
}
