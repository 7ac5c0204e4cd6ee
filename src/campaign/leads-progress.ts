import type { Counters } from "./counters.ts";
import type { Progress, ProgressNote, ProgressSegment } from "./progress.ts";
import type { ProgressInput } from "./progress-input.ts";
import { reported, valueOf } from "./reported.ts";
import { nothingCounted, push } from "./segments.ts";

type Leads = Extract<Counters, { basis: "leads" }>;

/** Without a count of completed leads there is nothing to say of progress. */
export function leadsSource({ completed }: Leads): Progress["source"] {
  return completed.reported ? "counters" : "none";
}

/**
 * Progress from counters of leads. What is neither completed nor pending is "not
 * broken down"; pending leads wait for their first call or another, not told apart.
 * The call history counts calls, so it stands beside the bar.
 */
export function leadsProgress(leads: Leads, { tally, maxConcurrentCalls }: ProgressInput): Progress {
  const completed = valueOf(leads.completed);
  const beside: ProgressNote[] = tally !== undefined && tally.rows > 0 ? [{ kind: "calls_stand_beside", listed: tally.rows }] : [];
  if (completed === undefined || !leads.completed.reported) return { ...nothingCounted, notes: beside };

  const pending = valueOf(leads.pending);
  const total = valueOf(leads.total);
  const whole = total === undefined && pending === undefined ? undefined : Math.max(total ?? 0, completed + (pending ?? 0));
  const rest = whole === undefined ? 0 : whole - completed - (pending ?? 0);
  const segments: ProgressSegment[] = [];
  push(segments, "completed", "done", completed, leads.completed.source);
  push(segments, "not_broken_down", "unknown", rest, sourceOfRest(leads));
  push(segments, "pending", "waiting", pending ?? 0, leads.pending.reported ? leads.pending.source : "");

  const most = valueOf(maxConcurrentCalls);
  const onTheLine: ProgressNote[] = rest > 0 && most !== undefined ? [{ kind: "on_the_line_at_most", most: Math.min(most, rest), of: rest }] : [];
  return {
    ...nothingCounted,
    source: "counters",
    measure: "completed",
    total: whole === undefined ? nothingCounted.total : reported(whole, totalSource(leads, completed + (pending ?? 0))),
    done: { count: completed, atMost: completed + rest, source: leads.completed.source },
    segments,
    notes: [...onTheLine, ...beside],
  };
}

function totalSource({ total, completed, pending }: Leads, parts: number): string {
  if (total.reported && total.value >= parts) return total.source;
  return [completed, pending].flatMap((fact) => (fact.reported ? [fact.source] : [])).join(" + ");
}

function sourceOfRest({ total, completed, pending }: Leads): string {
  return [total, completed, pending].flatMap((fact) => (fact.reported ? [fact.source] : [])).join(" − ");
}
