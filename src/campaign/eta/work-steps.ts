import { type Dates, windowsBetween } from "../calling-windows.ts";
import type { CallingHours } from "../calling-hours.ts";
import type { Instant } from "../campaign.ts";
import { zoneClock } from "../zone-clock.ts";

/** Open time to come, cut into steps: none reaches over a closing. */
export type WorkSteps = {
  count: number;
  start: Float64Array;
  end: Float64Array;
  /** Hours of open time before the step. */
  hoursBefore: Float64Array;
  /** Local hour of its beginning, 0–23. */
  hour: Uint8Array;
  /** Local day, counted from the first step's. */
  day: Uint16Array;
  /** When the last calling hours close, where they do so within these steps: nothing comes after. */
  closesAt: Instant | undefined;
};

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
const horizonDays = 400;

/** Open time from `now` on in at most so many steps of at most `stepHours`, up to a year or so. Throws RangeError on an unknown zone. */
export function workSteps(hours: CallingHours, dates: Dates, now: Instant, { stepHours, mostSteps }: { stepHours: number; mostSteps: number }): WorkSteps {
  const clock = zoneClock(hours.timeZone);
  const horizon = now + horizonDays * dayMilliseconds;
  const windows = windowsBetween(hours, dates, now, horizon);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const window of windows) {
    if (starts.length >= mostSteps) break;
    const from = Math.max(now, window.start);
    const to = Math.min(horizon, window.end);
    const parts = Math.max(1, Math.ceil((to - from) / (stepHours * hourMilliseconds)));
    for (let part = 0; part < parts && starts.length < mostSteps; part++) {
      starts.push(from + ((to - from) * part) / parts);
      ends.push(from + ((to - from) * (part + 1)) / parts);
    }
  }
  const count = starts.length;
  const steps = {
    count,
    start: Float64Array.from(starts),
    end: Float64Array.from(ends),
    hoursBefore: new Float64Array(count),
    hour: new Uint8Array(count),
    day: new Uint16Array(count),
    closesAt: closingOf(windows.at(-1)?.end, ends.at(-1), dates),
  };
  const firstDay = count === 0 ? 0 : clock.local(starts[0] ?? now).dayNumber;
  let before = 0;
  for (let step = 0; step < count; step++) {
    const start = starts[step] ?? 0;
    const local = clock.local(start);
    steps.hour[step] = local.hour;
    steps.day[step] = local.dayNumber - firstDay;
    steps.hoursBefore[step] = before;
    before += ((ends[step] ?? 0) - start) / hourMilliseconds;
  }
  return steps;
}

/** Windows that go on for ever only stop at the horizon; with an end date they close for good. */
function closingOf(lastWindow: Instant | undefined, lastStep: Instant | undefined, { endDate }: Dates): Instant | undefined {
  return endDate !== undefined && lastWindow !== undefined && lastWindow === lastStep ? lastWindow : undefined;
}

/** For each step: the first step that is not over `hours` after its middle; `count` where there is none. */
export function stepsAfter({ count, start, end }: WorkSteps, hours: number): Int32Array {
  const after = new Int32Array(count);
  let next = 0;
  for (let step = 0; step < count; step++) {
    const at = ((start[step] ?? 0) + (end[step] ?? 0)) / 2 + hours * hourMilliseconds;
    while (next < count && (end[next] ?? 0) <= at) next++;
    after[step] = next;
  }
  return after;
}

/** The first step that is not over at an instant; `count` where there is none. */
export function stepAt({ count, end }: WorkSteps, at: Instant): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
