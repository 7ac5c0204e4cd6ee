import type { CallingHours } from "../calling-hours.ts";
import type { Dates } from "../calling-windows.ts";
import type { Instant } from "../campaign.ts";
import type { Status } from "../status.ts";

/**
 * All that an estimate of the end needs of one snapshot: counts and rules, never contacts, so that it
 * crosses threads and an estimate costs the same whatever the campaign's size. Plain data.
 */
export type Outlook = {
  /** When the snapshot was read. */
  readAt: Instant;
  status: Status["kind"];
  /** Contacts in all and done, as the headline counts them; `undefined`: not reported. */
  total: number | undefined;
  done: number | undefined;
  /** Contacts that were not called yet, without those of files still being read. */
  neverCalled: number;
  /**
   * What becomes of contacts that were called. `undefined`: the platform does not tell who will be
   * called again, so there are hours of dialling and no date.
   */
  retries: RetryOutlook | undefined;
  /** What is pending where retries are not told: first calls and retries alike. */
  pending: number | undefined;
  files: ArrivingFile[];
  /** Of the records of files that were read, the share that was not taken over (0–1). */
  rejectedShare: number;
  /** Calling hours in force, the platform's or those the operator states; `undefined`: not known, or in no known zone. */
  hours: CallingHours | undefined;
  dates: Dates;
  maxConcurrentCalls: number | undefined;
  averageCallSeconds: number | undefined;
};

export type RetryOutlook = {
  /** Retries after the first call. */
  most: number;
  /**
   * By retries used: contacts that will be called again, in bins of `binMinutes` by when their
   * rest is over, counted from `readAt` and rounded. The first bin holds all whose rest is over by then too, the last all beyond.
   */
  owed: number[][];
  binMinutes: number;
  /** By retries used: contacts on the line, and contacts whose call was written but not dialled yet. */
  onTheLine: number[];
  queued: number[];
  /** By retries used: contacts that were done after that attempt, and those that needed another. */
  results: { done: number; again: number }[];
  /** Hours of rest before the next attempt, with the share of unsuccessful calls each holds for (adding up to 1). */
  rests: { hours: number; share: number }[];
  /** First calls and retries among the newest calls; `undefined` where call times do not tell. */
  newest: { first: number; again: number } | undefined;
  /** The newest first call; `undefined` where call times do not tell. */
  firstCallsUntil: Instant | undefined;
};

/** A file whose records are not all there yet. */
export type ArrivingFile = { id: string; unread: number | undefined };
