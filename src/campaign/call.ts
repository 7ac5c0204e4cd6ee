import type { Instant } from "./campaign.ts";
import type { Outcome } from "./outcome.ts";

/**
 * One entry of call history, as a provider's mapping hands it over. The service
 * turns rows into columns at once; only a history that comes in pages keeps the
 * rows it has read, to know them again.
 */
export type Call = {
  id: string;
  /** The number as it arrived; `undefined` where the platform reports none. */
  to: string | undefined;
  outcome: Outcome;
  /** The platform's own word for the outcome. */
  word: string;
  /** Retries used so far, as reported on this row; 0 where the platform counts none. */
  retries: number;
  /** Attempts made so far, 0 included, where the platform counts them outright; `retries` cannot tell 0 from 1. */
  attempts?: number | undefined;
  /** When the row was created; not when it was dialled. `undefined` where not reported. */
  createdAt: Instant | undefined;
  /** How long the call lasted, where reported. */
  durationSeconds?: number | undefined;
  /** An http(s) address of the recording, where reported. */
  recordingUrl?: string | undefined;
  /** The platform's own words by dimension id (see dimension.ts); a dimension without a word is absent. */
  dimensions?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** A row of call history that could not be read: set aside, counted, never guessed. */
export type SetAside = { index: number; reason: string };
