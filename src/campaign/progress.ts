import type { AttemptStage } from "./counters.ts";
import type { Outcome } from "./outcome.ts";
import type { Reported } from "./reported.ts";

/** What state a contact is in, told from its last result and the retry rules. */
export const contactStates = ["done", "to_retry", "undetermined", "in_progress", "waiting", "unknown"] as const;
/**
 * `undetermined`: a result is known, but whether it will be tried again is not
 * reported (statistics-sourced failures). `unknown`: outcomes we have no word for.
 */
export type ContactState = (typeof contactStates)[number];

/** What a segment of the bar holds: an outcome, or contacts that have none. */
export type SegmentPart =
  | Outcome
  | "without_call"
  | "being_read"
  | "not_broken_down"
  /** Still to be called; whether for the first time or again is not told apart. */
  | "pending"
  /** Had their first call; its result is not known yet. */
  | "first_call_sent"
  /** Being dialled or waiting to be tried again: the platform does not tell these apart. */
  | "dialling_or_retry"
  /** Rows of call history that Callboard has not read yet. */
  | "not_read_yet"
  /** Contacts the platform counts but does not list. */
  | "not_listed";

export type ProgressSegment = { part: SegmentPart; state: ContactState; count: number; source: string };

export type ProgressNote =
  /** Statistics count calls; contacts are taken to be one call each. */
  | { kind: "one_call_per_contact_assumed" }
  /** Which of `count` unsuccessful contacts will be tried again is not reported. */
  | { kind: "retries_not_reported"; count: number }
  /** Contacts beyond the records the files hold. */
  | { kind: "more_contacts_than_records"; count: number }
  /** Records read without a call of their own: not called yet, or repeats of a number. */
  | { kind: "records_without_call"; count: number }
  /** What the listed calls show beside a statistics-sourced bar. */
  | { kind: "listed_in_progress"; inProgress: number; listed: number }
  /** Of `of` contacts that are not broken down, at most this many are on the line at once. */
  | { kind: "on_the_line_at_most"; most: number; of: number }
  /** The call history counts calls, not contacts: it stands beside the bar, not in it. */
  | { kind: "calls_stand_beside"; listed: number }
  /** Results are told once the whole call history has been read. */
  | { kind: "results_from_whole_history"; listed: number; total: number | undefined };

/**
 * Contacts, and nothing else. When `total` is reported the segments' counts sum
 * to it exactly; rejected records stand outside the 100 %.
 */
export type Progress = {
  source: "list" | "statistics" | "counters" | "none";
  /** What the headline counts. */
  measure: "done" | "completed" | "first_calls_sent";
  total: Reported<number>;
  done: { count: number; atMost: number; source: string };
  segments: ProgressSegment[];
  /** Records that were not taken over, and never called. */
  rejected: Reported<number>;
  /** Unread records of failed files. */
  inFailedFiles: Reported<number>;
  /** Dialling stage by stage, where the platform counts it: a progress of its own. */
  stages: AttemptStage[];
  notes: ProgressNote[];
};
