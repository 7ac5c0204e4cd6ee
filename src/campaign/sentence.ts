import type { Instant } from "./campaign.ts";

/**
 * What the campaign is doing, as kind, instants and counts; it is worded where
 * it is shown. Instants are only given where the platform or Callboard's own
 * observation supports them.
 */
export type Sentence =
  /**
   * Active, inside calling hours (or hours not reported), and movement was seen or calls are in progress.
   * `linesInUse`: the reported cap, where as many calls are on the line.
   */
  | { kind: "calling"; closesAt: Instant | undefined; linesInUse?: number | undefined }
  /** Active and inside calling hours; no movement observed yet, none missed either. */
  | { kind: "inside_hours"; closesAt: Instant | undefined }
  /** Active and inside calling hours, but nothing changed while Callboard watched, since `unchangedSince`. */
  | { kind: "stalled"; unchangedSince: Instant; closesAt: Instant | undefined; left?: Left | undefined }
  /** Active, and no calling hours are known to say more. */
  | { kind: "active_hours_unknown" }
  | { kind: "outside_hours"; opensAt: Instant | undefined }
  /** Active or scheduled, but its first day has not come. */
  | { kind: "not_started"; opensAt: Instant | undefined; startDate: string }
  /** Active, but its last day has passed. */
  | { kind: "past_end_date"; endDate: string }
  /** `cooldown` is given where none of them may be called before it ends. */
  | { kind: "waiting_for_retries"; toRetry: number; cooldown?: Cooldown | undefined }
  | { kind: "nothing_left" }
  /** Active; everything known is called and files are still being read; none of them since `stuckSince`. */
  | { kind: "reading_contacts"; records: number; files: string[]; stuckSince?: Instant | undefined }
  | { kind: "no_contacts" }
  | { kind: "paused"; since: Instant | undefined; inProgress: number | undefined }
  | { kind: "draft"; hasContacts: boolean }
  | { kind: "completed"; at: Instant | undefined }
  | { kind: "cancelled"; at: Instant | undefined; notReached: number | undefined }
  | { kind: "inactive" }
  /** Made ready (or being made so) and not started; `word` is the platform's own. */
  | { kind: "ready"; word: string }
  /** Waits for its time; `undefined`: when is not reported. */
  | { kind: "scheduled"; at: Instant | undefined }
  /** Active, but no new conversation is begun. */
  | { kind: "new_chats_paused" }
  /** Active, and it answers people who call. */
  | { kind: "incoming" }
  | { kind: "unknown_status"; word: string };

/** Contacts a stalled campaign has still to call, and those on the line, where they are told apart. */
export type Left = { waiting: number; onTheLine: number | undefined };

/** When the first and the last of the contacts that rest after a call may be called again. */
export type Cooldown = { first: Instant; last: Instant };
