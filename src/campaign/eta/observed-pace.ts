import { type Window, windowsBetween } from "../calling-windows.ts";
import type { CallingHours } from "../calling-hours.ts";
import type { Sample } from "../pace.ts";
import { zoneClock } from "../zone-clock.ts";
import { type OpenBin, openBins } from "./observed-bins.ts";
import type { Outlook, RetryOutlook } from "./outlook.ts";
import { type PaceModel, paceModel } from "./pace-model.ts";

export const leastObservedHours = 1 / 6;
const leastChanges = 20;
/** Below this share of what was to be expected, calls have stopped. */
const stoppedShare = 0.1;

type Observed = { outlook: Outlook; retries: RetryOutlook; attempts: readonly Sample[]; held: readonly Window[]; hours: CallingHours | undefined };

/** The pace of what was observed in open time, or why there is none. */
export function observedPace({ outlook, retries, attempts, held, hours }: Observed): PaceModel | "not_observed_long_enough" | "nothing_moves" {
  const [first] = attempts;
  const last = attempts.at(-1);
  if (first === undefined || last === undefined) return "not_observed_long_enough";
  const windows = hours === undefined ? [{ start: first.at, end: last.at }] : windowsBetween(hours, outlook.dates, first.at, last.at);
  const bins = openBins(attempts, windows, held);
  if (hoursOf(bins) < leastObservedHours) return "not_observed_long_enough";
  const pace = paceModel(whileBusy(bins, outlook, retries), hours && zoneClock(hours.timeZone));
  if (pace === undefined || pace.changes < leastChanges || hasStopped(bins, pace, outlook, retries)) return "nothing_moves";
  return pace;
}

/** Only while there was somebody to be called for the first time does pace tell what a campaign can do. */
function whileBusy(bins: OpenBin[], { neverCalled, readAt }: Outlook, { firstCallsUntil }: RetryOutlook): OpenBin[] {
  if (neverCalled > 0 || firstCallsUntil === undefined || firstCallsUntil > readAt) return bins;
  const busy = bins.filter(({ start }) => start < firstCallsUntil);
  return hoursOf(busy) < leastObservedHours ? bins : busy;
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
  return expected >= leastChanges && changes < expected * stoppedShare;
}

function hoursOf(bins: readonly OpenBin[]): number {
  return bins.reduce((sum, { hours }) => sum + hours, 0);
}
