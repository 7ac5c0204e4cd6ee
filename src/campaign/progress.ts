import type { Outcome } from "./outcome.ts";
import type { Reported } from "./reported.ts";

/** What state a contact is in, told from its last result and the retry rules. */
export const contactStates = ["done", "to_retry", "undetermined", "in_progress", "waiting", "unknown"] as const;
/**
 * `undetermined`: a result is known, but whether it will be tried again is not
 * reported (statistics-sourced failures). `unknown`: outcomes we have no word for.
 */
export type ContactState = (typeof contactStates)[number];

/** What a segment of the bar holds: an outcome, or contacts that have no call. */
export type SegmentPart = Outcome | "without_call" | "being_read" | "not_broken_down";

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
  | { kind: "listed_in_progress"; inProgress: number; listed: number };

/**
 * Contacts, and nothing else. When `total` is reported the segments' counts sum
 * to it exactly; rejected records stand outside the 100 %.
 */
export type Progress = {
  source: "list" | "statistics" | "none";
  total: Reported<number>;
  done: { count: number; atMost: number; source: string };
  segments: ProgressSegment[];
  /** Records of processed files that were not taken over. */
  rejected: Reported<number>;
  /** Unread records of failed files. */
  inFailedFiles: Reported<number>;
  notes: ProgressNote[];
};
