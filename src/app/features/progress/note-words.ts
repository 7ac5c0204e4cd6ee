import type { Progress, ProgressNote, SegmentPart } from "#campaign/progress.ts";
import { formatCount, formatCounted, formatPercent } from "../../ui/format.ts";
import { partLabel } from "./bar-model.ts";

/** What must be known to read the figures right; nothing that the headline already says. */
export function wordNote(note: ProgressNote): string | undefined {
  switch (note.kind) {
    case "one_call_per_contact_assumed":
      return "Counted from the statistics, which count calls: one call per contact is assumed.";
    case "retries_not_reported":
      return undefined;
    case "more_contacts_than_records":
      return `${formatCounted(note.count, "contact")} more than the files hold; the total includes them.`;
    case "records_without_call":
      return `${formatCounted(note.count, "record has no call of its own", "records have no call of their own")}: not called yet, or ${note.count === 1 ? "a repeat" : "repeats"} of a number.`;
    case "listed_in_progress":
      return `In progress: ${formatCount(note.inProgress)} of the ${formatCounted(note.listed, "listed call")}.`;
    case "on_the_line_at_most":
      return `Of the ${formatCount(note.of)} not broken down, at most ${formatCounted(note.most, "is", "are")} on the line at once.`;
    case "calls_stand_beside":
      return `The ${formatCounted(note.listed, "listed call counts calls, not contacts: it stands", "listed calls count calls, not contacts: they stand")} beside the bar, not in it.`;
    case "results_from_whole_history": {
      const read = note.total === undefined ? "" : `: ${formatCount(note.listed)} of ${formatCounted(note.total, "call")} so far`;
      return `Results are told once the whole call history has been read${read}.`;
    }
  }
}

/** Parts that may turn out to be done. */
const openParts: SegmentPart[] = ["not_read_yet", "not_listed", "not_broken_down"];

/** "at most 6.9 %: whether the 20 failed are retried is not reported", where the share is a range. */
export function wordAtMost({ done, notes, segments }: Progress, total: number | undefined): string | undefined {
  if (done.atMost <= done.count) return undefined;
  const most = total === undefined || total === 0 ? formatCount(done.atMost) : formatPercent((100 * done.atMost) / total);
  const retries = notes.find((note) => note.kind === "retries_not_reported");
  if (retries !== undefined) {
    const onlyFailed = segments.every(({ state, part }) => state !== "undetermined" || part === "failed");
    return `at most ${most}: whether the ${formatCount(retries.count)} ${onlyFailed ? "failed" : "unsuccessful"} are retried is not reported`;
  }
  const open = segments.find(({ part }) => openParts.includes(part));
  if (open === undefined) return `at most ${most}: some results are not broken down`;
  return `at most ${most}: ${formatCount(open.count)} ${partLabel(open.part).toLowerCase()}`;
}

/** What the headline's figure counts, behind a share or a count. */
export function wordMeasure({ measure, segments }: Pick<Progress, "measure" | "segments">, count?: number): string {
  if (measure === "first_calls_sent") return count === 1 ? "first call sent" : "first calls sent";
  const measured = measure === "completed" ? "completed" : "done";
  const words = count === undefined ? measured : `${count === 1 ? "contact" : "contacts"} ${measured}`;
  return segments.some(({ part }) => part === "not_read_yet") ? `${words}, as far as read` : words;
}
