import type { ProgressInput } from "./progress-input.ts";
import type { ContactState, Progress, ProgressNote, ProgressSegment } from "./progress.ts";
import { fits } from "./reading.ts";
import { type Called, listedContacts, noContacts, push } from "./segments.ts";
import { countRecords, type RecordCounts } from "./records.ts";
import { notReported, reported, valueOf } from "./reported.ts";

type RecordsInput = Pick<ProgressInput, "tally" | "statistics" | "files" | "rules">;

/**
 * Which of list and statistics tells who was called, by docs/progress.md: the
 * list when `stats.total_calls` fits its rows, numbers or attempts or is below
 * its rows; otherwise the statistics, taken as one call per contact.
 */
export function recordsSource({ tally, statistics }: RecordsInput): Progress["source"] {
  const total = valueOf(statistics.totalCalls);
  if (tally === undefined) return total === undefined ? "none" : "statistics";
  if (total === undefined || total < tally.rows) return "list";
  return [tally.rows, tally.numbers, tally.attempts].some((count) => fits(total, count)) ? "list" : "statistics";
}

/** Progress from files, call list and statistics. `source` is chosen by the caller, which holds it steady over reads. */
export function recordsProgress(input: RecordsInput, source: Progress["source"]): Progress {
  const files = valueOf(input.files);
  const records = countRecords(files ?? []);
  const called = source === "list" ? listedContacts(input.tally) : source === "statistics" ? statedContacts(input) : noContacts;

  const withoutCall = Math.max(0, records.read - called.count);
  const segments = [...called.segments];
  push(segments, "without_call", "waiting", withoutCall, `files[].processed_records − contacts called`);
  push(segments, "being_read", "waiting", records.beingRead, "records of files still being read");

  const inState = (state: ContactState) =>
    segments.reduce((sum, segment) => sum + (segment.state === state ? segment.count : 0), 0);
  const done = inState("done");
  const open = inState("undetermined") + (source === "statistics" ? inState("unknown") : 0);

  return {
    source,
    measure: "done",
    total: files === undefined
      ? notReported
      : reported(Math.max(records.read, called.count) + records.beingRead, totalSource(records, called)),
    done: { count: done, atMost: done + open, source: called.source },
    segments,
    rejected: files === undefined ? notReported : reported(records.rejected, "total − processed records of processed files"),
    inFailedFiles: files === undefined ? notReported : reported(records.inFailedFiles, "unread records of failed files"),
    stages: [],
    notes: notesOf(input, source, called, withoutCall, files === undefined ? undefined : records),
  };
}

function statedContacts({ statistics, rules }: RecordsInput): Called {
  const completed = valueOf(statistics.completedCalls) ?? 0;
  const failed = valueOf(statistics.failedCalls) ?? 0;
  // Parts above their own total are shown as they came, and flagged: the bar holds them all.
  const count = Math.max(valueOf(statistics.totalCalls) ?? 0, completed + failed);
  const failedIsFinal = rules.maxRetries === 0 || rules.ended;
  const segments: ProgressSegment[] = [];
  push(segments, "completed", "done", completed, "stats.completed_calls");
  push(segments, "failed", failedIsFinal ? "done" : "undetermined", failed, "stats.failed_calls");
  push(segments, "not_broken_down", "unknown", count - completed - failed, "stats.total_calls − completed − failed");
  return { count, segments, source: failedIsFinal ? "stats.completed_calls + stats.failed_calls" : "stats.completed_calls" };
}

function totalSource(records: RecordCounts, called: Called): string {
  const known = records.read >= called.count ? "files[].processed_records" : `contacts called, ${called.source}`;
  return records.beingRead > 0 ? `${known} + records being read` : known;
}

function notesOf(
  { tally, rules }: RecordsInput,
  source: Progress["source"],
  called: Called,
  withoutCall: number,
  records: RecordCounts | undefined,
): ProgressNote[] {
  const notes: ProgressNote[] = [];
  const undetermined = called.segments.reduce((sum, { state, count }) => sum + (state === "undetermined" ? count : 0), 0);
  if (source === "statistics") notes.push({ kind: "one_call_per_contact_assumed" });
  if (undetermined > 0 && !rules.ended) notes.push({ kind: "retries_not_reported", count: undetermined });
  if (records !== undefined && called.count > records.read) {
    notes.push({ kind: "more_contacts_than_records", count: called.count - records.read });
  }
  if (withoutCall > 0) notes.push({ kind: "records_without_call", count: withoutCall });
  if (source === "statistics" && tally !== undefined) {
    notes.push({ kind: "listed_in_progress", inProgress: tally.rowOutcomes.in_progress, listed: tally.rows });
  }
  return notes;
}
