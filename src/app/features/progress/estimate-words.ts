import type { Instant } from "#campaign/campaign.ts";
import type { Estimate } from "#campaign/estimate.ts";
import { formatAge, formatCount } from "../../ui/format.ts";

const thin = "\u202f";

/** How long dialling will still take at the pace observed, or why that is not said. Never a date. */
export function wordEstimate(estimate: Estimate, now: Instant): string {
  if (estimate.kind === "withheld") return wordWithheld(estimate, now);
  const { pace, maxConcurrentCalls } = estimate;
  const rate = range(pace.fromPerHour, pace.toPerHour);
  const atATime = maxConcurrentCalls === undefined ? "" : ` with ${formatCount(maxConcurrentCalls)} at a time`;
  return (
    `${dialling(estimate.fromHours, estimate.toHours)} of dialling for what is pending, at the ${rate} completed an hour ` +
    `seen over the last ${pace.observedMinutes}${thin}min${atATime}. No date: how many retries are in it is not reported.`
  );
}

/** The same in as few words as a wall has room for: what, and what it is of or why it is not said. */
export function briefEstimate(estimate: Estimate): { what: string; why: string } {
  if (estimate.kind === "withheld") return { what: "No estimate", why: briefReasons[estimate.reason] };
  return { what: `${dialling(estimate.fromHours, estimate.toHours)} of dialling`, why: "for what is pending" };
}

const briefReasons = {
  held: "while it is not active",
  not_observed_long_enough: "until it was watched for ten minutes",
  nothing_moves: "as too little is completed",
} as const;

function wordWithheld({ reason, observedSince }: Extract<Estimate, { kind: "withheld" }>, now: Instant): string {
  switch (reason) {
    case "held":
      return "How long dialling will still take is not estimated while the campaign is not active.";
    case "not_observed_long_enough": {
      const watched = observedSince === undefined || now - observedSince < 60_000 ? "" : `; it has watched for ${formatAge(now - observedSince)}`;
      return `How long dialling will still take is told once Callboard has watched it for ten minutes${watched}.`;
    }
    case "nothing_moves":
      return "How long dialling will still take is not estimated: fewer than 20 contacts were completed while Callboard watched.";
  }
}

/** In hours, or in minutes where it is less than two of them. */
function dialling(fromHours: number, toHours: number): string {
  return toHours < 2 ? `${range(fromHours * 60, toHours * 60)}${thin}min` : `${range(fromHours, toHours)}${thin}h`;
}

function range(from: number, to: number): string {
  const [low, high] = [Math.round(from), Math.round(to)];
  return low === high ? formatCount(low) : `${formatCount(low)}–${formatCount(high)}`;
}
