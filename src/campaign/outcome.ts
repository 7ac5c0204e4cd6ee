import { z } from "zod";

/** Callboard's closed vocabulary, in the order every list and bar shows it. */
export const outcomes = [
  "completed",
  "voicemail",
  "no_answer",
  "busy",
  "failed",
  "in_progress",
  "queued",
  "cancelled",
  "unknown",
] as const;

export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/** A count for every outcome; a missing key cannot be mistaken for 0. */
export type OutcomeCounts = Record<Outcome, number>;

export function zeroOutcomes(): OutcomeCounts {
  return {
    completed: 0,
    voicemail: 0,
    no_answer: 0,
    busy: 0,
    failed: 0,
    in_progress: 0,
    queued: 0,
    cancelled: 0,
    unknown: 0,
  };
}
