import { nextOpening, openAt, windowsBetween } from "../calling-windows.ts";
import type { CallingHours } from "../calling-hours.ts";
import type { Instant } from "../campaign.ts";
import type { Window } from "../calling-windows.ts";
import type { Estimate, Pace, WithheldReason } from "../estimate.ts";
import { paceOf, type Sample } from "../pace.ts";
import { isKnownZone, zoneClock } from "../zone-clock.ts";
import { shareHeld } from "./calibration.ts";
import type { Random } from "./draws.ts";
import { type OpenBin, openBins } from "./observed-bins.ts";
import type { Outlook, RetryOutlook } from "./outlook.ts";
import { type PaceModel, paceModel } from "./pace-model.ts";
import { type Ending, simulateEnd } from "./simulate-end.ts";
import { expectedAttempts, type FileSpeed, workOf } from "./work.ts";
import { workSteps } from "./work-steps.ts";

export type FinishInput = {
  outlook: Outlook;
  /** Attempts (or calls) counted at instants, oldest first; more than the last hour where it was observed. */
  attempts: readonly Sample[];
  /** Contacts done at instants: for campaigns whose retries are not told. */
  done: readonly Sample[];
  /** Files that are being read, at the speed observed. */
  files: readonly FileSpeed[];
  /** When the campaign was observed to be held: no open time, whatever its hours say. Sorted. */
  held?: readonly Window[] | undefined;
  now: Instant;
  /** The same sequence gives the same estimate. */
  random: Random;
};

const hourMilliseconds = 3_600_000;
/** Data older than this says nothing of what is to come. */
const staleMilliseconds = 15 * 60_000;
/** How far back the last closing is looked for. */
const lookBackMilliseconds = 60 * 24 * hourMilliseconds;
const leastObservedHours = 1 / 6;
const leastChanges = 20;
const runs = 240;
const [low, high] = [0.1, 0.9];
/** Steps are as long as makes about so many of the work to come, but shorter than rests, and never very many. */
const [usualSteps, mostSteps] = [100, 1_000];
const [shortestStepHours, longestStepHours] = [0.25, 4];
/** 10th to 90th percentile of a normal distribution, in standard deviations. */
const percentile = 1.2816;

/**
 * When the campaign will end, as a range (docs/eta.md): what is left is simulated through its calling hours at
 * the pace observed. `undefined` where nothing is left or the platform counts no contacts; withheld, with the
 * reason, where nothing supports a range. Costs the same whatever the campaign's size.
 */
export function estimateFinish(input: FinishInput): Estimate | undefined {
  const { outlook, now } = input;
  const { status, total, done } = outlook;
  if (status === "completed" || status === "cancelled" || total === 0 || (total !== undefined && done === total)) return undefined;
  const observedSince = input.attempts[0]?.at ?? input.done[0]?.at;
  const withheld = (reason: WithheldReason): Estimate => ({ kind: "withheld", reason, observedSince });
  if (status !== "active") return withheld("held");
  if (now - outlook.readAt > staleMilliseconds) return withheld("not_live");
  if (total === undefined || done === undefined) return withheld("no_total");
  if (outlook.retries === undefined) return diallingTime(outlook, input.done, withheld);

  const hours = outlook.hours !== undefined && isKnownZone(outlook.hours.timeZone) ? outlook.hours : undefined;
  const over = hours && closedForGood(hours, outlook, now);
  if (over !== undefined) return { kind: "withheld", reason: "schedule_ends_first", observedSince, closesAt: over, left: total - done, share: 1 };
  const bins = observedBins(input, hours);
  const seen = bins.reduce((sum, bin) => sum + bin.hours, 0);
  if (seen < leastObservedHours) return withheld("not_observed_long_enough");
  const pace = paceModel(whileBusy(bins, outlook, outlook.retries), hours && zoneClock(hours.timeZone));
  if (pace === undefined || pace.changes < leastChanges || hasStopped(bins, pace, outlook, outlook.retries)) return withheld("nothing_moves");
  if (hours === undefined) return hoursOfDialling(outlook, outlook.retries, pace);
  return finish(input, outlook.retries, pace, hours, withheld);
}

function finish({ outlook, files, now, random, attempts }: FinishInput, retries: RetryOutlook, pace: PaceModel, hours: CallingHours, withheld: (reason: WithheldReason) => Estimate): Estimate | undefined {
  const work = workOf(outlook, retries, pace, workSteps(hours, outlook.dates, now, stepHoursFor(expectedAttempts(outlook, retries) / pace.perHour, retries)), files, now);
  if (work.fresh + work.arriving + work.resting + work.underWay.reduce((sum, calls) => sum + calls, 0) === 0) return undefined;
  const endings = Array.from({ length: runs }, () => simulateEnd(work, random));
  const ends = endings.filter(hasEnd).sort((a, b) => a.at - b.at);
  const at = (share: number): { at: Instant; hours: number } | undefined => ends[Math.floor(share * runs)];
  const [from, median, to] = [at(low), at(0.5), at(high)];
  if (from === undefined || median === undefined || to === undefined) {
    const left = endings.flatMap((ending) => (hasEnd(ending) ? [] : [ending.left])).sort((a, b) => a - b);
    const { closesAt } = work.steps;
    if (closesAt === undefined) return withheld("too_far");
    return { kind: "withheld", reason: "schedule_ends_first", observedSince: attempts[0]?.at, closesAt, left: left[left.length >> 1] ?? 0, share: left.length / runs };
  }
  const grain = to.at - from.at > 3 * hourMilliseconds ? 15 * 60_000 : 5 * 60_000;
  return {
    kind: "finish",
    from: Math.floor(from.at / grain) * grain,
    to: Math.ceil(to.at / grain) * grain,
    medianAt: median.at,
    fromHours: from.hours,
    toHours: to.hours,
    pace: paceFigure(pace),
    confidence: shareHeld,
    filesLeftOut: outlook.files.filter(({ id }) => !files.some(({ file, perMinute }) => file === id && perMinute > 0)).length,
  };
}

/** When the last calling hours closed; `undefined` while there are more to come. */
function closedForGood(hours: CallingHours, { dates }: Outlook, now: Instant): Instant | undefined {
  if (openAt(hours, dates, now) !== undefined || nextOpening(hours, dates, now) !== undefined) return undefined;
  return windowsBetween(hours, dates, now - lookBackMilliseconds, now).at(-1)?.end ?? now;
}

function stepHoursFor(expectedHours: number, { rests }: RetryOutlook): number {
  const shortestRest = Math.min(...rests.map(({ hours }) => hours), longestStepHours * 2);
  const fine = Math.min(longestStepHours, expectedHours / usualSteps, shortestRest / 2);
  return Math.max(shortestStepHours, fine, expectedHours / mostSteps);
}

function hasEnd(ending: Ending): ending is Extract<Ending, { at: Instant }> {
  return "at" in ending;
}

function observedBins({ attempts, held = [], outlook }: FinishInput, hours: CallingHours | undefined): OpenBin[] {
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) return [];
  const windows = hours === undefined ? [{ start: first.at, end: last.at }] : windowsBetween(hours, outlook.dates, first.at, last.at);
  return openBins(attempts, windows, held);
}

/** Only while there was somebody to be called for the first time does pace tell what a campaign can do. */
function whileBusy(bins: OpenBin[], { neverCalled, readAt }: Outlook, { firstCallsUntil }: RetryOutlook): OpenBin[] {
  if (neverCalled > 0 || firstCallsUntil === undefined || firstCallsUntil > readAt) return bins;
  const busy = bins.filter(({ start }) => start < firstCallsUntil);
  return busy.reduce((sum, { hours }) => sum + hours, 0) < leastObservedHours ? bins : busy;
}

/** Somebody could be called, and in the last open hour hardly anybody was. */
function hasStopped(bins: readonly OpenBin[], pace: PaceModel, { neverCalled }: Outlook, { owed }: RetryOutlook): boolean {
  const couldBe = neverCalled + owed.reduce((sum, [now = 0]) => sum + now, 0);
  let hours = 0;
  let changes = 0;
  for (const bin of bins.toReversed()) {
    if (hours >= 1) break;
    hours += bin.hours;
    changes += bin.count;
  }
  const expected = Math.min(couldBe, pace.perHour * hours);
  return expected >= leastChanges && changes < expected / 10;
}

/** Where calling hours are not known: how much dialling there is, not when. */
function hoursOfDialling(outlook: Outlook, retries: RetryOutlook, pace: PaceModel): Estimate {
  const attempts = expectedAttempts(outlook, retries);
  const give = Math.exp(percentile * pace.spread);
  return {
    kind: "dialling_time",
    fromHours: attempts / pace.perHour / give,
    toHours: (attempts / pace.perHour) * give,
    pending: (outlook.total ?? 0) - (outlook.done ?? 0),
    pace: paceFigure(pace),
    maxConcurrentCalls: outlook.maxConcurrentCalls,
    unknown: "hours",
  };
}

/** Where retries are not told: what is pending, at the pace at which contacts are completed. */
function diallingTime({ pending, maxConcurrentCalls }: Outlook, done: readonly Sample[], withheld: (reason: WithheldReason) => Estimate): Estimate | undefined {
  if (pending === undefined || pending === 0) return undefined;
  const newest = done.at(-1);
  const lastHour = newest === undefined ? [] : done.filter(({ at }) => newest.at - at <= hourMilliseconds);
  const pace = paceOf(lastHour);
  const [first] = lastHour;
  if (pace === undefined) {
    const long = first !== undefined && newest !== undefined && newest.at - first.at >= leastObservedHours * hourMilliseconds;
    return withheld(long ? "nothing_moves" : "not_observed_long_enough");
  }
  return { kind: "dialling_time", fromHours: pending / pace.toPerHour, toHours: pending / pace.fromPerHour, pending, pace, maxConcurrentCalls, unknown: "retries" };
}

function paceFigure({ perHour, changes, hours, spread }: PaceModel): Pace {
  const give = Math.exp(percentile * spread);
  return { fromPerHour: perHour / give, toPerHour: perHour * give, changes: Math.round(changes), observedMinutes: Math.round(hours * 60) };
}
