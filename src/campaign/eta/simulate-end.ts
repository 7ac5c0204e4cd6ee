import type { Instant } from "../campaign.ts";
import { spreads } from "./calibration.ts";
import { binomial, likelyShare, normal, seededRandom, wholeNear } from "./draws.ts";
import type { Work } from "./work.ts";

/** One way the campaign may go: when it ends, or how many contacts are left when no step is. */
export type Ending = { at: Instant; hours: number } | { left: number };

/** A platform that always calls somebody again would never end; nobody is so hard to reach. */
const mostAgain = 0.97;

/** Plays the work once: step by step, first calls and retries share what the pace allows. The same seed plays it the same way. */
export function simulateEnd(work: Work, seed: number): Ending {
  const random = seededRandom(seed);
  const { steps, arrivals, owed, depths, rests } = work;
  const { count } = steps;
  const queue = owed.slice();
  const due = new Int32Array(depths);
  const again = work.results.map(({ done, again: more }, depth) => (depth >= work.most ? 0 : Math.min(mostAgain, likelyShare(more, done, random))));
  const retryShare = work.drawRetryShare(random);
  const lasting = work.pace.perHour * Math.exp(work.pace.spread * normal(random));
  let { fresh, resting } = work;
  let toArrive = work.arriving;
  let dueInAll = 0;
  let day = -1;
  let ofDay = 1;

  /** Results of calls at one depth, made in one step: who is not done rests. */
  const settle = (depth: number, calls: number, step: number): void => {
    let left = binomial(calls, again[depth] ?? 0, random);
    let shareLeft = 1;
    for (const { share, after } of rests) {
      const some = binomial(left, Math.min(1, share / shareLeft), random);
      shareLeft -= share;
      left -= some;
      resting += some;
      // Who rests shorter than a step is called in the next one.
      const next = Math.max(step + 1, after[step] ?? count);
      const place = Math.min(depth, depths - 1) * (count + 1) + next;
      queue[place] = (queue[place] ?? 0) + some;
    }
  };
  for (const [depth, calls] of work.underWay.entries()) if (calls > 0) settle(depth, calls, 0);

  for (let step = 0; step < count; step++) {
    const arrived = arrivals[step] ?? 0;
    fresh += arrived;
    toArrive -= arrived;
    for (let depth = 0; depth < depths; depth++) {
      const place = depth * (count + 1) + step;
      const over = queue[place] ?? 0;
      if (over === 0) continue;
      due[depth] = (due[depth] ?? 0) + over;
      dueInAll += over;
      resting -= over;
    }
    if (fresh === 0 && dueInAll === 0) {
      if (resting > 0 || toArrive > 0) continue;
      // Only calls under way were left, and each was the last one.
      return { at: (steps.start[step] ?? 0) + work.callHours * 3_600_000, hours: 0 };
    }
    if (steps.day[step] !== day) {
      day = steps.day[step] ?? 0;
      // A day's luck is the same whatever was drawn before it.
      ofDay = Math.exp(spreads.daily * normal(seededRandom(seed + day + 1)));
    }
    const start = steps.start[step] ?? 0;
    const milliseconds = (steps.end[step] ?? 0) - start;
    const hours = milliseconds / 3_600_000;
    const pace = Math.min(work.mostPerHour, lasting * ofDay * (work.pace.byHour[steps.hour[step] ?? 0] ?? 1) * work.drawResidual(hours, random));
    const capacity = wholeNear(pace * hours, random);
    const wanted = fresh + dueInAll;
    const retries = Math.min(dueInAll, Math.max(Math.round(capacity * retryShare), capacity - fresh), capacity);
    const firsts = Math.min(fresh, capacity - retries);
    let dialled = 0;
    for (let depth = depths - 1; depth >= 0 && retries > dialled; depth--) {
      const here = due[depth] ?? 0;
      const calls = depth === 0 ? Math.min(here, retries - dialled) : Math.min(here, retries - dialled, Math.ceil((here * retries) / dueInAll));
      due[depth] = here - calls;
      dialled += calls;
      settle(Math.min(depth + 1, work.results.length - 1), calls, step);
    }
    dueInAll -= dialled;
    fresh -= firsts;
    if (firsts > 0) settle(0, firsts, step);
    if (fresh === 0 && dueInAll === 0 && resting === 0 && toArrive === 0) {
      // What was waited for may come anywhere in its step.
      const used = wanted < capacity ? Math.max(random(), wanted / capacity) : 1;
      return { at: start + used * milliseconds + work.callHours * 3_600_000, hours: (steps.hoursBefore[step] ?? 0) + used * hours };
    }
  }
  return { left: fresh + dueInAll + resting + toArrive };
}
