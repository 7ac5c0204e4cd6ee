import type { CallingHours } from "../calling-hours.ts";
import type { Instant } from "../campaign.ts";
import type { Random } from "./draws.ts";
import type { Outlook, RetryOutlook } from "./outlook.ts";
import type { PaceModel } from "./pace-model.ts";
import { type Ending, simulateEnd } from "./simulate-end.ts";
import { expectedAttempts, type FileSpeed, type Work, workOf } from "./work.ts";
import { workSteps } from "./work-steps.ts";

export type FinishRange =
  | { kind: "ends"; from: End; median: End; to: End }
  /** More than one run in ten did not come to an end before the last calling hours closed, or within the time looked at. */
  | { kind: "does not end"; closesAt: Instant | undefined; left: number; share: number }
  | { kind: "nothing left" };
type End = Extract<Ending, { at: Instant }>;

const runs = 240;
const [low, high] = [0.1, 0.9];
/** Steps are as long as makes about so many of the work to come, but shorter than rests. */
const usualSteps = 100;
const [shortestStepHours, longestStepHours] = [0.25, 4];
/** So many are enough for nearly every campaign; more are laid out where they are not. */
const [fewSteps, manySteps] = [400, 4_000];

export type RangeInput = { outlook: Outlook; retries: RetryOutlook; pace: PaceModel; hours: CallingHours; files: readonly FileSpeed[]; now: Instant; random: Random };

/** 10th, 50th and 90th percentile of the simulated ends. Throws RangeError on an unknown zone. */
export function finishRange(input: RangeInput): FinishRange {
  const seeds = seedsFrom(input.random);
  let found = simulated(input, seeds, fewSteps);
  if (found !== undefined && found.left.length > 0 && found.work.steps.count === fewSteps) found = simulated(input, seeds, manySteps);
  if (found === undefined) return { kind: "nothing left" };
  return rangeOf(found) ?? doesNotEnd(found);
}

/** Each run draws from a sequence of its own, the same from one reading to the next: what is said moves only with what was read. */
function seedsFrom(random: Random): number[] {
  return Array.from({ length: runs }, () => Math.floor(random() * 2 ** 32));
}

type Simulated = { work: Work; ends: End[]; left: number[] };

function simulated({ outlook, retries, pace, hours, files, now }: RangeInput, seeds: readonly number[], mostSteps: number): Simulated | undefined {
  const stepHours = stepHoursFor(expectedAttempts(outlook, retries) / pace.perHour, retries);
  const steps = workSteps(hours, outlook.dates, now, { stepHours, mostSteps });
  const work = workOf(outlook, retries, pace, steps, files, now);
  if (work.fresh + work.arriving + work.resting + work.underWay.reduce((sum, calls) => sum + calls, 0) === 0) return undefined;
  const ends: End[] = [];
  const left: number[] = [];
  for (const seed of seeds) {
    const ending = simulateEnd(work, seed);
    if ("at" in ending) ends.push(ending);
    else left.push(ending.left);
  }
  return { work, ends: ends.sort((a, b) => a.at - b.at), left: left.sort((a, b) => a - b) };
}

/** `undefined` where too many runs did not come to an end. */
function rangeOf({ ends }: Simulated): FinishRange | undefined {
  const at = (share: number): End | undefined => ends[Math.floor(share * runs)];
  const [from, median, to] = [at(low), at(0.5), at(high)];
  return from && median && to && { kind: "ends", from, median, to };
}

function doesNotEnd({ work, left }: Simulated): FinishRange {
  return { kind: "does not end", closesAt: work.steps.closesAt, left: left[left.length >> 1] ?? 0, share: left.length / runs };
}

function stepHoursFor(expectedHours: number, { rests }: RetryOutlook): number {
  const shortestRest = Math.min(...rests.map(({ hours }) => hours), longestStepHours * 2);
  return Math.max(shortestStepHours, Math.min(longestStepHours, expectedHours / usualSteps, shortestRest / 2));
}
