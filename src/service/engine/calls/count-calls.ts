import { contactState, type FinalityRules } from "#campaign/contact-state.ts";
import { outcomes } from "#campaign/outcome.ts";
import { type CallTally, emptyTally } from "#campaign/tally.ts";
import { at } from "./at.ts";
import { retriesUsed } from "./contacts.ts";
import type { CallColumns } from "./columns.ts";
import type { Contacts } from "./contacts.ts";

/** Counts rows by outcome and contacts by the outcome and state of their last result. */
export function countCalls(columns: CallColumns, contacts: Contacts, rules: FinalityRules): CallTally {
  const tally = emptyTally();
  tally.rows = columns.ids.length;
  tally.numbers = contacts.last.length;
  for (const code of columns.outcome) tally.rowOutcomes[at(outcomes, code)]++;
  countDurations(columns, tally);
  for (let contact = 0; contact < contacts.last.length; contact++) {
    const attempts = at(contacts.attempts, contact);
    const outcome = at(outcomes, at(columns.outcome, at(contacts.last, contact)));
    tally.attempts += attempts;
    tally.contacts[contactState(outcome, retriesUsed(attempts), rules)][outcome]++;
  }
  return tally;
}

/** The platform's words behind outcomes we have no word for, with how often each stands. */
export function countUnknownWords(columns: CallColumns): Map<string, number> {
  const unknown = outcomes.indexOf("unknown");
  const counts = new Map<string, number>();
  for (let row = 0; row < columns.outcome.length; row++) {
    if (at(columns.outcome, row) !== unknown) continue;
    const word = at(columns.words, at(columns.word, row));
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function countDurations({ extras }: CallColumns, { durations }: CallTally): void {
  for (const seconds of extras.durationSeconds ?? []) {
    if (!(seconds > 0)) continue;
    durations.calls++;
    durations.seconds += seconds;
  }
}
