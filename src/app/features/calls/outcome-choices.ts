import type { Outcome } from "#campaign/outcome.ts";

/** Every outcome, in the order of every list and bar; the compiler sees to it that none is missing. */
const all: Record<Outcome, true> = {
  completed: true,
  voicemail: true,
  no_answer: true,
  busy: true,
  failed: true,
  in_progress: true,
  queued: true,
  cancelled: true,
  unknown: true,
};

const isOutcome = (word: string): word is Outcome => Object.hasOwn(all, word);

export const outcomeChoices: readonly Outcome[] = Object.keys(all).filter(isOutcome);
