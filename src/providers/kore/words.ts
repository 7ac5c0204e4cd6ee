import type { Outcome } from "#campaign/outcome.ts";
import type { Status } from "#campaign/status.ts";

// Maps, not objects: a word such as "constructor" must find nothing. "Rerun" stands in
// Kore.ai's console alone, without a meaning, and so stays unknown.
const statuses = new Map<string, Status["kind"]>([
  ["ready", "ready"],
  ["preparing", "ready"],
  ["active", "active"],
  ["paused", "paused"],
  ["stopped", "cancelled"],
  ["completed", "completed"],
  ["scheduled", "scheduled"],
  ["rescheduled", "scheduled"],
]);

// Only "completed" is documented. The others are plain words that can mean but one thing.
const dialerOutcomes = new Map<string, Outcome>([
  ["completed", "completed"],
  ["no_answer", "no_answer"],
  ["noanswer", "no_answer"],
  ["busy", "busy"],
  ["failed", "failed"],
  ["voicemail", "voicemail"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
]);

/** In lower case, with one way to part words. */
function plain(word: string): string {
  return word.trim().toLowerCase().replace(/[-\s]+/g, "_");
}

export function statusOf(word: string): Status {
  return { kind: statuses.get(plain(word)) ?? "unknown", word };
}

/**
 * What became of a contact. Without an outcome it was never dialled, or it is being dialled
 * or waits to be tried again: the platform does not tell these two apart.
 */
export function outcomeOf(word: string, attempts: number): Outcome {
  if (word.trim() === "") return attempts === 0 ? "queued" : "in_progress";
  return dialerOutcomes.get(plain(word)) ?? "unknown";
}
