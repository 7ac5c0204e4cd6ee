import { countedFrom } from "./count-source.ts";
import { outcomes } from "./outcome.ts";
import type { ContactState, Progress, ProgressSegment } from "./progress.ts";
import { notReported } from "./reported.ts";
import type { CallTally } from "./tally.ts";

/** Contacts that were called, as segments of the bar. */
export type Called = { count: number; segments: ProgressSegment[]; source: string };

export const noContacts: Called = { count: 0, segments: [], source: "no calls reported" };

/** Order in the bar: what is done, what is undecided, what comes back, what is on the line, what waits. */
const stateOrder: readonly ContactState[] = ["done", "undetermined", "to_retry", "in_progress", "waiting", "unknown"];

/** Each number by its last result. */
export function listedContacts(tally: CallTally | undefined): Called {
  if (tally === undefined) return noContacts;
  const source = countedFrom(tally.rows, "call");
  const segments: ProgressSegment[] = [];
  for (const state of stateOrder) {
    for (const outcome of outcomes) push(segments, outcome, state, tally.contacts[state][outcome], source);
  }
  return { count: tally.numbers, segments, source };
}

/** Adds a segment where there is anything in it. */
export function push(segments: ProgressSegment[], part: ProgressSegment["part"], state: ContactState, count: number, source: string) {
  if (count > 0) segments.push({ part, state, count, source });
}

/** Where a platform counts no contacts. */
export const nothingCounted: Progress = {
  source: "none",
  measure: "done",
  total: notReported,
  done: { count: 0, atMost: 0, source: "no contacts counted" },
  segments: [],
  rejected: notReported,
  inFailedFiles: notReported,
  stages: [],
  notes: [],
};
