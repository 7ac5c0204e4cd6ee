import type { ContactFile } from "#campaign/contact-file.ts";
import type { Outcome } from "#campaign/outcome.ts";
import type { Status } from "#campaign/status.ts";

// Maps, not objects: a word such as "constructor" must find nothing.
const statuses = new Map<string, Status["kind"]>([
  ["draft", "draft"],
  ["active", "active"],
  ["paused", "paused"],
  ["completed", "completed"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
]);

// Call status is not enumerated in one place: these are the words of List Calls' filter,
// of a new campaign call (queued) and of the do-not-call sample (voicemail).
const callOutcomes = new Map<string, Outcome>([
  ["queued", "queued"],
  ["initiated", "in_progress"],
  ["ringing", "in_progress"],
  ["answered", "in_progress"],
  ["completed", "completed"],
  ["voicemail", "voicemail"],
  ["no_answer", "no_answer"],
  ["busy", "busy"],
  ["failed", "failed"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
]);

const fileStates = new Map<string, ContactFile["state"]["kind"]>([
  ["uploading", "uploading"],
  ["processing", "processing"],
  ["processed", "processed"],
  ["failed", "failed"],
]);

/** The documentation writes both `no-answer` and `no_answer`. */
function plain(word: string): string {
  return word.trim().toLowerCase().replaceAll("-", "_");
}

export function statusOf(word: string): Status {
  return { kind: statuses.get(plain(word)) ?? "unknown", word };
}

export function outcomeOf(word: string): Outcome {
  // As written first: this runs for every call of every reading.
  return callOutcomes.get(word) ?? callOutcomes.get(plain(word)) ?? "unknown";
}

export function fileStateOf(word: string): ContactFile["state"] {
  return { kind: fileStates.get(plain(word)) ?? "unknown", word };
}
