import type { Outcome, OutcomeCounts } from "#campaign/outcome.ts";
import { outcomeOrder } from "../../client/outcomes.ts";

export function totalOf(counts: OutcomeCounts): number {
  let total = 0;
  for (const outcome of outcomeOrder) total += counts[outcome];
  return total;
}

/** The outcomes that occur at all, in order. */
export function occurring(rows: readonly OutcomeCounts[]): Outcome[] {
  return outcomeOrder.filter((outcome) => rows.some((counts) => counts[outcome] > 0));
}

/** `chosen` with `outcome` added or taken away, in order. */
export function toggledOutcome(chosen: readonly Outcome[], outcome: Outcome): Outcome[] {
  return outcomeOrder.filter((each) => chosen.includes(each) !== (each === outcome));
}
