import { z } from "zod";
import { Instant } from "../campaign.ts";
import { Status } from "../status.ts";

const Count = z.number();
const file = z.string();

/** What changed between two reads, as kind, instants and counts; worded where it is shown. `file`: its id. */
export const Change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("status_changed"), from: Status, to: Status }),
  /** Calling hours, zone or dates. */
  z.object({ kind: z.literal("schedule_changed") }),
  z.object({ kind: z.literal("concurrency_changed"), from: Count, to: Count }),
  z.object({ kind: z.literal("file_added"), file, records: Count.optional() }),
  z.object({ kind: z.literal("file_processed"), file, records: Count.optional() }),
  z.object({ kind: z.literal("file_failed"), file, read: Count.optional(), records: Count.optional() }),
  /** No record of it was read since then. */
  z.object({ kind: z.literal("file_stuck"), file, since: Instant }),
  z.object({ kind: z.literal("file_removed"), file }),
  /** A figure that only grows became smaller. */
  z.object({ kind: z.literal("statistics_fell"), figure: z.enum(["calls", "completed", "failed", "contacts_done"]), from: Count, to: Count }),
  z.object({ kind: z.literal("calls_vanished"), count: Count }),
  /** Shares, 0–1, of the finished calls that failed: before, and of the latest `calls`. */
  z.object({ kind: z.literal("failure_rate_jumped"), from: Count, to: Count, calls: Count }),
  /** The platform could not be read; `code` says how. */
  z.object({ kind: z.literal("unreachable"), code: z.string() }),
  z.object({ kind: z.literal("reachable_again"), since: Instant }),
  /** Nothing moved inside calling hours. */
  z.object({ kind: z.literal("stalled"), since: Instant }),
  z.object({ kind: z.literal("moves_again"), since: Instant }),
]);
export type Change = z.infer<typeof Change>;

/**
 * A change and when Callboard saw it. It happened between `after`, the read before, and `at`; they lie
 * apart by more than an interval only where nobody watched.
 */
export type CampaignEvent = Change & { at: Instant; after: Instant };
