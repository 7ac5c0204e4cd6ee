import type { Instant } from "../campaign.ts";
import type { Status } from "../status.ts";

/** What changed between two reads, as kind, instants and counts; worded where it is shown. */
export type Change =
  | { kind: "status_changed"; from: Status; to: Status }
  /** Calling hours, zone or dates. */
  | { kind: "schedule_changed" }
  | { kind: "concurrency_changed"; from: number; to: number }
  | { kind: "file_added"; file: string; records?: number | undefined }
  | { kind: "file_processed"; file: string; records?: number | undefined }
  | { kind: "file_failed"; file: string; read?: number | undefined; records?: number | undefined }
  /** No record of it was read since then. */
  | { kind: "file_stuck"; file: string; since: Instant }
  | { kind: "file_removed"; file: string }
  /** A figure that only grows became smaller. */
  | { kind: "statistics_fell"; figure: "calls" | "completed" | "failed" | "contacts_done"; from: number; to: number }
  | { kind: "calls_vanished"; count: number }
  /** Shares of the finished calls that failed, 0–1: over what `before` and `after` count. */
  | { kind: "failure_rate_jumped"; from: number; to: number; calls: number }
  /** The platform could not be read; `code` says how. */
  | { kind: "unreachable"; code: string }
  | { kind: "reachable_again"; since: Instant }
  /** Nothing moved inside calling hours. */
  | { kind: "stalled"; since: Instant }
  | { kind: "moves_again"; since: Instant };

/**
 * A change and when Callboard saw it. It happened between `after`, the read before, and `at`; they lie
 * apart by more than an interval only where nobody watched.
 */
export type CampaignEvent = Change & { at: Instant; after: Instant };
