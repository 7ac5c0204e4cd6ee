import { nextOpening, openAt, type Window, windowsBetween } from "../calling-windows.ts";
import type { CallingHours } from "../calling-hours.ts";
import type { Instant } from "../campaign.ts";
import type { Estimate, Pace, WithheldReason } from "../estimate.ts";
import { paceOf, type Sample } from "../pace.ts";
import { isKnownZone } from "../zone-clock.ts";
import { shareHeld } from "./calibration.ts";
import type { Random } from "./draws.ts";
import { finishRange } from "./finish-range.ts";
import { leastObservedHours, observedPace } from "./observed-pace.ts";
import type { Outlook, RetryOutlook } from "./outlook.ts";
import type { PaceModel } from "./pace-model.ts";
import { expectedAttempts, type FileSpeed } from "./work.ts";

export type FinishInput = {
  outlook: Outlook;
  /** Attempts (or calls) counted at instants, oldest first, wherever they changed: after the last they stayed as they were. */
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
/** 10th to 90th percentile of a normal distribution, in standard deviations. */
const percentile = 1.2816;

/**
 * When the campaign will end, as a range (docs/eta.md): what is left is simulated through its calling hours at
 * the pace observed. `undefined` where nothing is left or the platform counts no contacts; withheld, with the
 * reason, where nothing supports a range. Costs the same whatever the campaign's size.
 */
export function estimateFinish(input: FinishInput): Estimate | undefined {
  const { outlook, held = [], now } = input;
  const attempts = upTo(input.attempts, outlook.readAt);
  const { status, total, done, retries } = outlook;
  if (status === "completed" || status === "cancelled" || total === 0 || (total !== undefined && done === total)) return undefined;
  const observedSince = attempts[0]?.at ?? input.done[0]?.at;
  const withheld = (reason: WithheldReason): Estimate => ({ kind: "withheld", reason, observedSince });
  if (status !== "active") return withheld("held");
  if (now - outlook.readAt > staleMilliseconds) return withheld("not_live");
  if (total === undefined || done === undefined) return withheld("no_total");
  if (retries === undefined) return diallingTime(outlook, input.done, withheld);

  const hours = outlook.hours !== undefined && isKnownZone(outlook.hours.timeZone) ? outlook.hours : undefined;
  const closed = hours && closedForGood(hours, outlook, now);
  if (closed !== undefined) return { kind: "withheld", reason: "schedule_ends_first", observedSince, closesAt: closed, left: total - done, share: 1 };
  const pace = observedPace({ outlook, retries, attempts, held, hours });
  if (typeof pace === "string") return withheld(pace);
  if (hours === undefined) return hoursOfDialling(outlook, retries, pace);

  const range = finishRange({ ...input, retries, pace, hours });
  if (range.kind === "nothing left") return undefined;
  if (range.kind === "does not end") {
    const { closesAt, left, share } = range;
    return closesAt === undefined ? withheld("too_far") : { kind: "withheld", reason: "schedule_ends_first", observedSince, closesAt, left, share };
  }
  const { from, median, to } = range;
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
    filesLeftOut: outlook.files.filter(({ id, unread }) => unread !== 0 && !input.files.some(({ file, perMinute }) => file === id && perMinute > 0)).length,
  };
}

/** What was the same when it was read again is a sample too: silence counts. */
function upTo(samples: readonly Sample[], readAt: Instant): readonly Sample[] {
  const last = samples.at(-1);
  return last === undefined || last.at >= readAt ? samples : [...samples, { at: readAt, count: last.count }];
}

/** When the last calling hours closed; `undefined` while there are more to come. */
function closedForGood(hours: CallingHours, { dates }: Outlook, now: Instant): Instant | undefined {
  if (openAt(hours, dates, now) !== undefined || nextOpening(hours, dates, now) !== undefined) return undefined;
  return windowsBetween(hours, dates, now - lookBackMilliseconds, now).at(-1)?.end ?? now;
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
