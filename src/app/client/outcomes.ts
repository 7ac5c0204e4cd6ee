import type { Outcome } from "#campaign/outcome.ts";

/** The vocabulary, in its order. Written out: `campaign/outcome.ts` brings its schema library along, which the page does not load. */
const known: Record<Outcome, true> = {
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

export function isOutcome(word: string): word is Outcome {
  return Object.hasOwn(known, word);
}

/** The order of every list, legend, row and stack, from the base up. */
export const outcomeOrder: readonly Outcome[] = Object.keys(known).filter(isOutcome);
