import { type OutcomeCounts, outcomes, zeroOutcomes } from "./outcome.ts";
import type { ContactState } from "./progress.ts";

/** What the call list counts, in one pass over its columns: the input of progress and disagreements. */
export type CallTally = {
  /** Rows of the list. */
  rows: number;
  /** K: distinct numbers. */
  numbers: number;
  /** A: attempts over all numbers. */
  attempts: number;
  rowOutcomes: OutcomeCounts;
  /** Calls that say how long they lasted, and their seconds together. */
  durations: { calls: number; seconds: number };
  /** The last result of each number, by outcome and state. */
  contacts: Record<ContactState, OutcomeCounts>;
};

export function emptyTally(): CallTally {
  return {
    rows: 0,
    numbers: 0,
    attempts: 0,
    rowOutcomes: zeroOutcomes(),
    durations: { calls: 0, seconds: 0 },
    contacts: {
      done: zeroOutcomes(),
      to_retry: zeroOutcomes(),
      undetermined: zeroOutcomes(),
      in_progress: zeroOutcomes(),
      waiting: zeroOutcomes(),
      unknown: zeroOutcomes(),
    },
  };
}

/** The last result of each number, whatever its state. */
export function contactOutcomes(tally: CallTally): OutcomeCounts {
  const counts = zeroOutcomes();
  for (const byOutcome of Object.values(tally.contacts)) {
    for (const outcome of outcomes) counts[outcome] += byOutcome[outcome];
  }
  return counts;
}
