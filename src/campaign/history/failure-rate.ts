import type { Instant } from "../campaign.ts";
import type { Change } from "./event.ts";

/** Calls with a result, and those of them that failed, at an instant. */
export type Finished = { at: Instant; finished: number; failed: number };

const latelyMilliseconds = 30 * 60_000;
const keptMilliseconds = 3 * 60 * 60_000;
const fewestLately = 30;
const fewestBefore = 100;
/** A jump is at least so many percentage points, and nothing that chance explains: standard deviations. */
const leastPoints = 0.15;
const leastDeviations = 4;
/** It is over once the share is back this near. */
const backWithin = 0.05;

/** `jumpedFrom`: the share before a jump that is not over. */
export type FailureRate = { samples: readonly Finished[]; jumpedFrom: number | undefined };

export const unseenFailureRate: FailureRate = { samples: [], jumpedFrom: undefined };

/**
 * The rate with one more read, and the jump if this read shows one: the share of failed calls among those
 * that finished in the last 30 minutes against all before them.
 */
export function withFinished({ samples, jumpedFrom }: FailureRate, next: Finished): { rate: FailureRate; jump: Extract<Change, { kind: "failure_rate_jumped" }> | undefined } {
  const last = samples.at(-1);
  // Counts that fell are counted anew: what came before says nothing of them.
  if (last !== undefined && (next.finished < last.finished || next.failed < last.failed)) return { rate: { samples: [next], jumpedFrom }, jump: undefined };
  const kept = [...samples.filter(({ at }) => next.at - at <= keptMilliseconds), next];
  const start = kept.findLast(({ at }) => next.at - at >= latelyMilliseconds);
  const unchanged = { rate: { samples: thinned(kept), jumpedFrom }, jump: undefined };
  if (start === undefined) return unchanged;
  const lately = { finished: next.finished - start.finished, failed: next.failed - start.failed };
  if (lately.finished < fewestLately || start.finished < fewestBefore) return unchanged;
  const to = lately.failed / lately.finished;
  if (jumpedFrom !== undefined) return to - jumpedFrom < backWithin ? { rate: { samples: unchanged.rate.samples, jumpedFrom: undefined }, jump: undefined } : unchanged;
  const from = start.failed / start.finished;
  const deviation = Math.sqrt(Math.max(from * (1 - from), 0.01) / lately.finished);
  if (to - from < leastPoints || (to - from) / deviation < leastDeviations) return unchanged;
  return { rate: { samples: unchanged.rate.samples, jumpedFrom: from }, jump: { kind: "failure_rate_jumped", from, to, calls: lately.finished } };
}

/** One a minute is enough; the newest is always there. */
function thinned(samples: readonly Finished[]): readonly Finished[] {
  const [newest, before, earlier] = [samples.at(-1), samples.at(-2), samples.at(-3)];
  if (newest === undefined || before === undefined || earlier === undefined || before.at - earlier.at >= 60_000) return samples;
  return [...samples.slice(0, -2), newest];
}
