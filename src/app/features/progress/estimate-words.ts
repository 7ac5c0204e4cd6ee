import type { Instant } from "#campaign/campaign.ts";
import type { Estimate } from "#campaign/estimate.ts";
import { formatAge, formatClock, formatCount, formatCounted, formatDate, formatDay, formatWait, zoneName } from "../../ui/format.ts";

type Finish = Extract<Estimate, { kind: "finish" }>;
type DiallingTime = Extract<Estimate, { kind: "dialling_time" }>;
type Withheld = Extract<Estimate, { kind: "withheld" }>;
type EndsFirst = Extract<Withheld, { reason: "schedule_ends_first" }>;

const thin = "\u202f";
/** So far ahead, days are as exact as anybody plans. */
const longMilliseconds = 45 * 86_400_000;

/** When the campaign will end or how long dialling will still take, or why that is not said. */
export function wordEstimate(estimate: Estimate, now: Instant, zone: string): string {
  switch (estimate.kind) {
    case "finish":
      return wordFinish(estimate, now, zone);
    case "dialling_time":
      return wordDialling(estimate);
    case "withheld":
      return wordWithheld(estimate, now, zone);
  }
}

/** The same in as few words as a wall has room for: what, and what it is of or why it is not said. */
export function briefEstimate(estimate: Estimate, now: Instant, zone: string): { what: string; why: string } {
  switch (estimate.kind) {
    case "finish":
      return { what: `Ends ${between(estimate, now, zone)}`, why: held(estimate.confidence) };
    case "dialling_time":
      return { what: `${dialling(estimate.fromHours, estimate.toHours)} of dialling`, why: "for what is pending" };
    case "withheld":
      if (estimate.reason !== "schedule_ends_first") return { what: "No estimate", why: briefReasons[estimate.reason] };
      return { what: `About ${formatCounted(rounded(estimate.left), "contact")} left`, why: `when its last calling hours close ${moment(estimate.closesAt, now, zone)}` };
  }
}

function wordFinish(estimate: Finish, now: Instant, zone: string): string {
  const { what, held: share, rest } = finishParts(estimate, now, zone);
  return `${what} (${share}): ${rest}`;
}

/** A range of the end, and what it rests on: how often such ranges held, the dialling left and the pace seen. */
export function finishParts(estimate: Finish, now: Instant, zone: string): { what: string; held: string; rest: string } {
  const { pace, filesLeftOut } = estimate;
  const without = filesLeftOut === 0 ? "" : ` Without what ${filesLeftOut === 1 ? "a file" : `${formatCount(filesLeftOut)} files`} may still bring: how fast it is read was not seen.`;
  const rest =
    `${dialling(estimate.fromHours, estimate.toHours)} of dialling ` +
    `at the ${range(pace.fromPerHour, pace.toPerHour)} calls an hour seen in ${formatWait(pace.observedMinutes * 60_000)} of calling hours.${without}`;
  return { what: `Ends ${between(estimate, now, zone)}`, held: held(estimate.confidence), rest };
}

function wordDialling({ pace, maxConcurrentCalls, fromHours, toHours, unknown }: DiallingTime): string {
  const rate = range(pace.fromPerHour, pace.toPerHour);
  const atATime = maxConcurrentCalls === undefined ? "" : ` with ${formatCount(maxConcurrentCalls)} at a time`;
  const what = `${dialling(fromHours, toHours)} of dialling for what is pending, at the ${rate}`;
  if (unknown === "hours") return `${what} calls an hour seen in ${pace.observedMinutes}${thin}min${atATime}. No date: its calling hours are not known.`;
  return `${what} completed an hour seen over the last ${pace.observedMinutes}${thin}min${atATime}. No date: how many retries are in it is not reported.`;
}

const briefReasons = {
  held: "while it is not active",
  not_observed_long_enough: "until it was watched for ten minutes",
  nothing_moves: "as too little is done",
  not_live: "until data arrives again",
  no_total: "as its contacts are not counted",
  too_far: "as it would be more than a year away",
} as const;

function wordWithheld(estimate: Withheld, now: Instant, zone: string): string {
  switch (estimate.reason) {
    case "held":
      return "How long dialling will still take is not estimated while the campaign is not active.";
    case "not_observed_long_enough": {
      const { observedSince } = estimate;
      const watched = observedSince === undefined ? 0 : now - observedSince;
      // The time watched may have been outside calling hours, and then says nothing.
      if (watched >= 600_000) return "How long dialling will still take is told once Callboard has watched ten minutes of calling hours.";
      const soFar = watched < 60_000 ? "" : `; it has watched for ${formatAge(watched)}`;
      return `How long dialling will still take is told once Callboard has watched it for ten minutes${soFar}.`;
    }
    case "nothing_moves":
      return "How long dialling will still take is not estimated: fewer than 20 changes were seen, or they have stopped.";
    case "not_live":
      return "When the campaign ends is not estimated from old data.";
    case "no_total":
      return "When the campaign ends is not estimated: how many contacts there are is not reported.";
    case "too_far":
      return "When the campaign ends is not estimated: at the pace seen it would take more than a year.";
    case "schedule_ends_first":
      return wordEndsFirst(estimate, now, zone);
  }
}

function wordEndsFirst({ closesAt, left, share }: EndsFirst, now: Instant, zone: string): string {
  const contacts = formatCounted(rounded(left), "contact");
  const over = closesAt <= now;
  if (over) return `Its last calling hours closed ${moment(closesAt, now, zone)}; about ${contacts} are not done.`;
  const may = share > 0.9 ? "will" : "may";
  return `Its last calling hours close ${moment(closesAt, now, zone)}: at the pace seen, about ${contacts} ${may} not be done by then.`;
}

/** The range as people say it: the day once where both are on it. */
function between({ from, to }: Finish, now: Instant, zone: string): string {
  if (to - now > longMilliseconds) return `between ${formatDate(from, zone)} and ${formatDate(to, zone)}`;
  if (from <= now) return `before ${moment(to, now, zone)}`;
  const [firstDay, lastDay] = [formatDay(from, zone), formatDay(to, zone)];
  const start = firstDay === lastDay ? `${dayBefore(from, now, zone)}between ${formatClock(from, zone)}` : `between ${dayBefore(from, now, zone)}${formatClock(from, zone)}`;
  const end = firstDay === lastDay ? formatClock(to, zone) : `${dayBefore(to, now, zone)}${formatClock(to, zone)}`;
  return `${start} and ${end} ${zoneName(to, zone)}`;
}

function moment(at: Instant, now: Instant, zone: string): string {
  return `${dayBefore(at, now, zone)}${formatClock(at, zone)} ${zoneName(at, zone)}`;
}

function dayBefore(at: Instant, now: Instant, zone: string): string {
  const day = formatDay(at, zone);
  return day === formatDay(now, zone) ? "today " : `${day} `;
}

/** What the back-test found, as a number of ten. */
function held(confidence: number): string {
  return `${Math.floor(confidence * 10 + 0.05)} of 10 such ranges held`;
}

/** Two digits: more would claim more than a simulation knows. */
function rounded(count: number): number {
  return count < 100 ? count : Number(count.toPrecision(2));
}

/** In hours, or in minutes where it is less than two of them. */
function dialling(fromHours: number, toHours: number): string {
  return toHours < 2 ? `${range(fromHours * 60, toHours * 60)}${thin}min` : `${range(fromHours, toHours)}${thin}h`;
}

function range(from: number, to: number): string {
  const [low, high] = [Math.round(from), Math.round(to)];
  return low === high ? formatCount(low) : `${formatCount(low)}–${formatCount(high)}`;
}
