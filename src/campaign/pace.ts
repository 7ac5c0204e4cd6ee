import type { Campaign, Instant } from "./campaign.ts";
import type { Estimate, Pace } from "./estimate.ts";

/** A count at one moment, as Callboard saw it. */
export type Sample = { at: Instant; count: number };

const hourMilliseconds = 3_600_000;
const windowMilliseconds = hourMilliseconds;
const leastObservedMilliseconds = 10 * 60_000;
const leastChanges = 20;
/** Samples closer together than this are one. */
const apartMilliseconds = 15_000;
/** 10th to 90th percentile of a normal distribution, in standard deviations. */
const spread = 1.2816;

/** The samples of the last hour with one more; a count that fell begins them anew. */
export function withSample(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && next.count < last.count) return [next];
  const kept = samples.filter(({ at }) => next.at - at <= windowMilliseconds);
  const before = kept.at(-2);
  // The newest is always kept; one too close to its forerunner makes room for it.
  const spaced = before !== undefined && last !== undefined && last.at - before.at < apartMilliseconds ? kept.slice(0, -1) : kept;
  return [...spaced, next];
}

/**
 * Changes an hour over the last 60 minutes, as the range chance explains: calls end
 * independently, so n of them are n ± 1.28 √n (10th to 90th percentile). `undefined`
 * before ten minutes and twenty changes were observed.
 */
export function paceOf(samples: readonly Sample[]): Pace | undefined {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < leastObservedMilliseconds) return undefined;
  const changes = last.count - first.count;
  if (changes < leastChanges) return undefined;
  const hours = (last.at - first.at) / hourMilliseconds;
  const give = spread * Math.sqrt(changes);
  return {
    fromPerHour: (changes - give) / hours,
    toPerHour: (changes + give) / hours,
    changes,
    observedMinutes: Math.round((last.at - first.at) / 60_000),
  };
}

/** Hours of dialling for what is pending; `undefined` where nothing is pending or it is not reported. */
export function estimateOf(
  { status, maxConcurrentCalls }: Pick<Campaign, "status" | "maxConcurrentCalls">,
  pending: number | undefined,
  samples: readonly Sample[],
): Estimate | undefined {
  if (pending === undefined || pending === 0 || status.kind === "completed" || status.kind === "cancelled") return undefined;
  const observedSince = samples[0]?.at;
  if (status.kind !== "active") return { kind: "withheld", reason: "held", observedSince };
  const pace = paceOf(samples);
  if (pace === undefined) {
    const last = samples.at(-1);
    const long = last !== undefined && observedSince !== undefined && last.at - observedSince >= leastObservedMilliseconds;
    return { kind: "withheld", reason: long ? "nothing_moves" : "not_observed_long_enough", observedSince };
  }
  return {
    kind: "dialling_time",
    fromHours: pending / pace.toPerHour,
    toHours: pending / pace.fromPerHour,
    pending,
    pace,
    maxConcurrentCalls: maxConcurrentCalls.reported ? maxConcurrentCalls.value : undefined,
    unknown: "retries",
  };
}
