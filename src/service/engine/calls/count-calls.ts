import { contactState, type FinalityRules } from "#campaign/contact-state.ts";
import { outcomes } from "#campaign/outcome.ts";
import { type CallTally, emptyTally } from "#campaign/tally.ts";
import { at } from "../columns/at.ts";
import type { CallColumns } from "../columns/call-columns.ts";
import { type Contacts, nobody, retriesUsed } from "./contacts.ts";

/** Attempts up to here are counted first and judged once each; few contacts have more. */
const usualAttempts = 64;

/** Counts rows by outcome and contacts by the outcome and state of their last result. */
export function countCalls(columns: CallColumns, contacts: Contacts, rules: FinalityRules): CallTally {
  const tally = emptyTally();
  tally.rows = columns.rows;
  const rowsOf = new Float64Array(outcomes.length);
  for (let row = 0; row < columns.rows; row++) add(rowsOf, columns.outcome[row]);
  outcomes.forEach((outcome, code) => (tally.rowOutcomes[outcome] = at(rowsOf, code)));
  countDurations(columns, tally);

  const judge = (code: number, attempts: number, numbers: number): void => {
    const outcome = at(outcomes, code);
    tally.numbers += numbers;
    tally.attempts += numbers * attempts;
    tally.contacts[contactState(outcome, retriesUsed(attempts), rules)][outcome] += numbers;
  };
  const usual = new Float64Array(usualAttempts * outcomes.length);
  for (let contact = 0; contact < contacts.last.length; contact++) {
    const last = contacts.last[contact] ?? nobody;
    if (last === nobody) continue;
    const attempts = contacts.attempts[contact] ?? 0;
    const code = columns.outcome[last] ?? 0;
    if (attempts < usualAttempts) add(usual, attempts * outcomes.length + code);
    else judge(code, attempts, 1);
  }
  usual.forEach((numbers, index) => {
    if (numbers > 0) judge(index % outcomes.length, Math.floor(index / outcomes.length), numbers);
  });
  return tally;
}

function add(counts: Float64Array, index: number | undefined): void {
  if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1;
}

/** The platform's words behind outcomes we have no word for, with how often each stands. */
export function countUnknownWords(columns: CallColumns): Map<string, number> {
  const unknown = outcomes.indexOf("unknown");
  const counts = new Map<string, number>();
  for (let row = 0; row < columns.outcome.length; row++) {
    if (at(columns.outcome, row) !== unknown) continue;
    const word = columns.words.text(at(columns.word, row));
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
