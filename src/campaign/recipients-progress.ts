import type { Counters } from "./counters.ts";
import type { ContactState, Progress, ProgressNote, ProgressSegment } from "./progress.ts";
import type { ProgressInput } from "./progress-input.ts";
import { fits } from "./reading.ts";
import { notReported, reported, valueOf } from "./reported.ts";
import { listedContacts, nothingCounted, push } from "./segments.ts";

type Recipients = Extract<Counters, { basis: "recipients" }>;

/** The whole call history tells results; until it is read, only first calls sent are known. */
export function recipientsSource({ firstCallsSent }: Recipients, { tally, listing }: ProgressInput): Progress["source"] {
  // A history that holds fewer numbers than were called is not the whole one, whatever its pages say.
  const called = valueOf(firstCallsSent) ?? 0;
  const isWhole = tally !== undefined && listing?.complete === true && tally.rows > 0;
  if (isWhole && (tally.numbers >= called || fits(tally.numbers, called))) return "list";
  return firstCallsSent.reported ? "counters" : "none";
}

/** Progress of recipients: by their last listed result, or by first calls sent. */
export function recipientsProgress(recipients: Recipients, input: ProgressInput, source: Progress["source"]): Progress {
  const around = { rejected: notLoaded(recipients), stages: recipients.stages };
  if (source === "list") return { ...byResult(recipients, input), ...around };
  const { firstCallsSent, loaded } = recipients;
  if (!firstCallsSent.reported) return { ...nothingCounted, ...around, notes: notesOf(input) };

  const sent = firstCallsSent.value;
  const toRetry = Math.min(sent, owedRetries(recipients));
  const whole = loaded.reported ? Math.max(loaded.value, sent) : undefined;
  const segments: ProgressSegment[] = [];
  push(segments, "first_call_sent", "unknown", sent - toRetry, firstCallsSent.source);
  push(segments, "first_call_sent", "to_retry", toRetry, "attempt_stages: total − attempted of the retries");
  push(segments, "without_call", "waiting", (whole ?? sent) - sent, loaded.reported ? `${loaded.source} − ${firstCallsSent.source}` : "");
  return {
    ...nothingCounted,
    ...around,
    source: "counters",
    measure: "first_calls_sent",
    total: whole === undefined || !loaded.reported ? notReported : reported(whole, whole > loaded.value ? firstCallsSent.source : loaded.source),
    done: { count: sent, atMost: sent, source: firstCallsSent.source },
    segments,
    notes: notesOf(input),
  };
}

function byResult({ loaded, firstCallsSent }: Recipients, { tally }: ProgressInput): Progress {
  const called = listedContacts(tally);
  const sent = Math.max(valueOf(firstCallsSent) ?? 0, called.count);
  const whole = loaded.reported ? Math.max(loaded.value, sent) : undefined;
  const segments = [...called.segments];
  push(segments, "not_listed", "unknown", sent - called.count, "first calls sent − numbers of the call history");
  push(segments, "without_call", "waiting", (whole ?? sent) - sent, "recipients loaded − first calls sent");
  const inState = (state: ContactState) => segments.reduce((sum, segment) => sum + (segment.state === state ? segment.count : 0), 0);
  const done = inState("done");
  return {
    ...nothingCounted,
    source: "list",
    measure: "done",
    total: whole === undefined || !loaded.reported ? notReported : reported(whole, whole > loaded.value ? called.source : loaded.source),
    done: { count: done, atMost: done + inState("undetermined") + sent - called.count, source: called.source },
    segments,
    notes: inState("undetermined") > 0 ? [{ kind: "retries_not_reported", count: inState("undetermined") }] : [],
  };
}

/** Retries that are owed and were not tried yet, over all stages after the first call. */
function owedRetries({ stages }: Recipients): number {
  return stages.reduce((sum, { depth, attempted, total }) => {
    return depth === 0 || !total.reported ? sum : sum + Math.max(0, total.value - attempted);
  }, 0);
}

function notLoaded({ records, loaded }: Recipients): Progress["rejected"] {
  if (!records.reported || !loaded.reported) return notReported;
  return reported(Math.max(0, records.value - loaded.value), `${records.source} − ${loaded.source}`);
}

function notesOf({ listing }: ProgressInput): ProgressNote[] {
  if (listing === undefined || listing.complete) return [];
  return [{ kind: "results_from_whole_history", listed: listing.listed, total: listing.total }];
}
