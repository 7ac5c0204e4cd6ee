import { countedFrom } from "./count-source.ts";
import { outcomes } from "./outcome.ts";
import type { Progress, ProgressSegment } from "./progress.ts";
import type { ProgressInput } from "./progress-input.ts";
import { reported } from "./reported.ts";
import { nothingCounted, push } from "./segments.ts";

/**
 * Progress where each row of call history is a contact: one with a result is done.
 * Rows are counted, not numbers, since the platform's total counts rows. Contacts on
 * the line and those waiting to be tried again are not told apart.
 */
export function contactsProgress({ tally, listing }: ProgressInput): Progress {
  if (tally === undefined || listing?.total === undefined) return nothingCounted;
  const source = countedFrom(tally.rows, "contact");
  const segments: ProgressSegment[] = [];
  for (const outcome of outcomes) {
    const count = tally.rowOutcomes[outcome];
    if (outcome === "in_progress") push(segments, "dialling_or_retry", "undetermined", count, source);
    else if (outcome === "queued") push(segments, "without_call", "waiting", count, source);
    else push(segments, outcome, "done", count, source);
  }
  const done = tally.rows - tally.rowOutcomes.in_progress - tally.rowOutcomes.queued;
  const total = Math.max(listing.total, tally.rows);
  const rest = total - tally.rows;
  push(segments, listing.complete ? "not_listed" : "not_read_yet", "unknown", rest, `total − ${source}`);
  return {
    ...nothingCounted,
    source: "list",
    measure: "done",
    total: reported(total, listing.total === total ? "totalResults" : source),
    done: { count: done, atMost: done + rest, source },
    segments,
  };
}
