import type { AttemptsAnswer } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { compareAge } from "./contacts.ts";
import { callRow } from "./row.ts";
import { seenNumber, seenRow, type Sight } from "./sight.ts";
import { type CallTable, rowOf } from "./table.ts";

/** The attempts of a call's number, oldest first; `undefined` when no such call is listed. */
export function attemptsOf(table: CallTable, callId: string, sight: Sight): AttemptsAnswer | undefined {
  const asked = rowOf(table, callId);
  if (asked === undefined) return undefined;
  const { columns, contacts } = table;
  const contact = at(columns.contact, asked);
  const listed: number[] = [];
  for (let row = 0; row < table.rows; row++) if (at(columns.contact, row) === contact) listed.push(row);
  listed.sort((a, b) => compareAge(columns, a, b));
  const attempts = at(contacts.attempts, contact);
  return {
    to: seenNumber(callRow(table, contacts, asked).to, sight),
    rows: listed.map((row) => seenRow(callRow(table, contacts, row), sight)),
    attempts,
    earlierNotReported: attempts - listed.length,
  };
}
