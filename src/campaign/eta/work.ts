import type { Instant } from "../campaign.ts";
import { normal, type Random } from "./draws.ts";
import type { Outlook, RetryOutlook } from "./outlook.ts";
import type { PaceModel } from "./pace-model.ts";
import { stepAt, stepsAfter, type WorkSteps } from "./work-steps.ts";

/** What is to be dialled, laid out over the steps to come; every run of the simulation begins with it. */
export type Work = {
  steps: WorkSteps;
  pace: PaceModel;
  /** Attempts an hour that the cap on concurrent calls allows. */
  mostPerHour: number;
  /** Contacts to be called for the first time, and those that will arrive, by step. */
  fresh: number;
  arrivals: Int32Array;
  arriving: number;
  /** Retries: by retries used (`depths` of them) and by step, and one place more for those beyond the last step. */
  owed: Int32Array;
  depths: number;
  resting: number;
  most: number;
  /** By retries used: calls whose result is not known yet. */
  underWay: number[];
  results: RetryOutlook["results"];
  rests: { share: number; after: Int32Array }[];
  /** From the moment a call is written to its end. */
  callHours: number;
  drawRetryShare: (random: Random) => number;
  drawResidual: (hours: number, random: Random) => number;
};

const minuteMilliseconds = 60_000;
/** Retries beyond these are alike. */
const mostDepths = 16;
/** Results that count as much as the belief that retries go like the attempt before, and somewhat worse: who is hard to reach is left. */
const belief = 6;
const usualAgain = 0.4;
const worse = 0.25;
/** Newest calls that tell how retries and first calls share the line. */
const fewNewest = 20;
/** A call is written some minutes before it is dialled, and has ended some minutes later. */
const mostCallHours = 0.25;

/** Files that are read now, at observed speeds. */
export type FileSpeed = { file: string; perMinute: number };

/** Lays out what an outlook tells. `stepsOf` cuts the time to come, given the attempts to be expected. */
export function workOf(outlook: Outlook, retries: RetryOutlook, pace: PaceModel, steps: WorkSteps, files: readonly FileSpeed[], now: Instant): Work {
  const depths = Math.max(1, Math.min(retries.most, mostDepths));
  const owed = new Int32Array(depths * (steps.count + 1));
  let resting = 0;
  const rest = (depth: number, at: Instant, contacts: number): void => {
    const place = Math.min(depth, depths - 1) * (steps.count + 1) + stepAt(steps, at);
    owed[place] = (owed[place] ?? 0) + contacts;
    resting += contacts;
  };
  retries.owed.forEach((bins, depth) => bins.forEach((contacts, bin) => contacts > 0 && rest(depth, outlook.readAt + bin * retries.binMinutes * minuteMilliseconds, contacts)));

  // A list that holds whom it will call some day has no calls under way in them.
  const queued = retries.queued.reduce((sum, contacts) => sum + contacts, 0);
  const areUnderWay = queued <= pace.perHour / 2;
  if (!areUnderWay) retries.queued.forEach((contacts, depth) => depth > 0 && contacts > 0 && rest(depth - 1, now, contacts));
  const underWay = retries.onTheLine.map((contacts, depth) => contacts + (areUnderWay ? (retries.queued[depth] ?? 0) : 0));
  const callHours = Math.min(mostCallHours, underWay.reduce((sum, calls) => sum + calls, 0) / pace.perHour);
  const arrivals = arrivalsOf(outlook, steps, files, now);
  return {
    steps,
    pace,
    mostPerHour: mostPerHour(outlook),
    fresh: outlook.neverCalled + (areUnderWay ? 0 : (retries.queued[0] ?? 0)),
    arrivals,
    arriving: arrivals.reduce((sum, records) => sum + records, 0),
    owed,
    depths,
    resting,
    most: retries.most,
    underWay,
    results: believed(retries, depths),
    rests: retries.rests.map(({ hours, share }) => ({ share, after: stepsAfter(steps, hours + callHours) })),
    callHours,
    drawRetryShare: retryShare(retries),
    drawResidual: (hours, random) => {
      const residual = pace.residuals[Math.floor(random() * pace.residuals.length)] ?? 1;
      // Several quarter hours together differ less than one.
      return hours <= 0.3 ? residual : Math.max(0, 1 + (residual - 1) / Math.sqrt(4 * hours));
    },
  };
}

/** Attempts that will still be made, roughly. */
export function expectedAttempts(outlook: Outlook, retries: RetryOutlook): number {
  const results = believed(retries, Math.max(1, Math.min(retries.most, mostDepths)));
  let after = 0;
  // From the last depth back: an attempt, and what follows it.
  const following = results.map(() => 0);
  for (let depth = results.length - 1; depth >= 0; depth--) {
    const { done = 1, again = 0 } = results[depth] ?? {};
    after = 1 + (depth >= retries.most ? 0 : (again / (done + again)) * after);
    following[depth] = after;
  }
  const at = (depth: number): number => following[Math.min(depth, following.length - 1)] ?? 1;
  const records = outlook.files.reduce((sum, { unread = 0 }) => sum + unread, 0);
  let attempts = (outlook.neverCalled + records) * at(0);
  retries.owed.forEach((bins, depth) => (attempts += bins.reduce((sum, contacts) => sum + contacts, 0) * at(depth + 1)));
  retries.queued.forEach((contacts, depth) => (attempts += contacts * at(depth)));
  return attempts;
}

/** Results by retries used, where few are known drawn towards those of the attempt before. */
function believed({ results, most }: RetryOutlook, depths: number): RetryOutlook["results"] {
  let before = usualAgain;
  return Array.from({ length: Math.min(most, depths) + 1 }, (_, depth) => {
    const { done = 0, again = 0 } = results[depth] ?? {};
    const held = { done: done + belief * (1 - before), again: again + belief * before };
    before = held.again / (held.done + held.again);
    before += worse * (1 - before);
    return held;
  });
}

/** Of what can be dialled, the share that goes to retries while there are first calls too. */
function retryShare({ newest, owed }: RetryOutlook): (random: Random) => number {
  const total = newest === undefined ? 0 : newest.first + newest.again;
  if (newest === undefined || total < fewNewest) return (random) => random();
  const observed = newest.again / total;
  const waiting = owed.reduce((sum, bins) => sum + (bins[0] ?? 0), 0);
  // Where retries wait although their rest is over, what they get is their share; else it may be more.
  if (waiting > total / 10) return (random) => Math.max(0, Math.min(1, observed + 0.05 * normal(random)));
  return (random) => observed + (1 - observed) * random();
}

/** Contacts that files bring, by the step in which they can be called first. */
function arrivalsOf({ files, rejectedShare }: Outlook, steps: WorkSteps, speeds: readonly FileSpeed[], now: Instant): Int32Array {
  const arrivals = new Int32Array(steps.count);
  for (const { id, unread = 0 } of files) {
    const perMinute = speeds.find(({ file }) => file === id)?.perMinute;
    if (perMinute === undefined || perMinute <= 0) continue;
    let taken = 0;
    for (let step = 0; step < steps.count; step++) {
      const read = Math.min(unread, (((steps.end[step] ?? now) - now) / minuteMilliseconds) * perMinute);
      const all = Math.round(read * (1 - rejectedShare));
      arrivals[step] = (arrivals[step] ?? 0) + all - taken;
      taken = all;
      if (read === unread) break;
    }
  }
  return arrivals;
}

function mostPerHour({ maxConcurrentCalls, averageCallSeconds }: Outlook): number {
  if (maxConcurrentCalls === undefined || averageCallSeconds === undefined || averageCallSeconds <= 0) return Infinity;
  return (maxConcurrentCalls * 3_600) / averageCallSeconds;
}
