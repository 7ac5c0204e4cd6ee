import { contactState } from "#campaign/contact-state.ts";
import { outcomes } from "#campaign/outcome.ts";
import type { CallRow } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { callAt } from "../columns/call-columns.ts";
import { type Contacts, retriesUsed } from "./contacts.ts";
import type { CallTable } from "./table.ts";

/** A row as it is answered; `attempts` and `state` are those of its number, the same on each of its rows. */
export function callRow(table: CallTable, contacts: Contacts, row: number): CallRow {
  const { columns, rules } = table;
  const contact = at(columns.contact, row);
  const attempts = at(contacts.attempts, contact);
  const lastOutcome = at(outcomes, at(columns.outcome, at(contacts.last, contact)));
  return { ...callAt(columns, row), attempts, state: contactState(lastOutcome, retriesUsed(attempts), rules) };
}

/** A number by its last row; `retries` are those the number has used, which filter and sort go by. */
export function numberRow(table: CallTable, contacts: Contacts, row: number): CallRow {
  const last = callRow(table, contacts, row);
  return { ...last, retries: retriesUsed(last.attempts) };
}
