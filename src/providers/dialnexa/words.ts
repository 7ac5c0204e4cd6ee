import type { Outcome } from "#campaign/outcome.ts";
import type { Status } from "#campaign/status.ts";

// Maps, not objects: a word such as "constructor" must find nothing.
const statuses = new Map<string, Status["kind"]>([
  ["draft", "draft"],
  ["waiting", "scheduled"],
  ["scheduled", "scheduled"],
  // Both mean dialling; batch calls name "active" as the older word.
  ["active", "active"],
  ["running", "active"],
  ["paused", "paused"],
  ["completed", "completed"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
  ["deleted", "cancelled"],
]);

const callOutcomes = new Map<string, Outcome>([
  ["created", "in_progress"],
  ["initiated", "in_progress"],
  ["sent", "in_progress"],
  ["received", "in_progress"],
  ["in_progress", "in_progress"],
  ["completed", "completed"],
  ["did_not_pick", "no_answer"],
  ["no_answer", "no_answer"],
  ["busy", "busy"],
  ["failed", "failed"],
  ["cancelled", "cancelled"],
  ["canceled", "cancelled"],
]);

// What an end reason says of a call that is over, where its status says less.
const endReasons = new Map<string, Outcome>([
  ["user_did_not_pick_up", "no_answer"],
  ["user_busy", "busy"],
  ["user_unreachable", "no_answer"],
  ["invalid_phone_number", "failed"],
  ["destination_forbidden", "failed"],
  ["network_failure", "failed"],
  ["voicemail_detected", "voicemail"],
]);

/** The documentation writes both `no-answer` and `no_answer`, `in-progress` and more. */
function plain(word: string): string {
  return word.trim().toLowerCase().replaceAll("-", "_");
}

export function statusOf(word: string): Status {
  return { kind: statuses.get(plain(word)) ?? "unknown", word };
}

/**
 * What became of a call: its status, refined by its end reason. `completed` says that the call ran
 * to its end, so a reason that names nobody reached wins over it, and over a bare `failed`. A call
 * under way has no end, and the plainer words (busy, cancelled, nobody picked up) need no reason.
 * `retry_expired` says that a retry will not come, not how the call ended: only its reason does.
 */
export function outcomeOf(status: string, endReason: string | null | undefined): Outcome {
  const word = plain(status);
  const byReason = endReasons.get(plain(endReason ?? ""));
  const refined = word === "completed" || word === "failed" || word === "retry_expired";
  return (refined ? byReason : undefined) ?? callOutcomes.get(word) ?? "unknown";
}
