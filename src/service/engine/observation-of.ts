import type { Instant } from "#campaign/campaign.ts";
import type { Observation } from "#campaign/history/observation.ts";
import { valueOf } from "#campaign/reported.ts";
import type { Calendar } from "./calendar.ts";
import { sentenceIn } from "./causes.ts";
import { digestOf } from "./digest.ts";
import type { Seen } from "../sighting.ts";
import type { Snapshot } from "./snapshot.ts";

/** A snapshot as whoever keeps the history sees it. */
export function sightOf(snapshot: Snapshot, calendar: Calendar, at: Instant, intervalMilliseconds: number): Extract<Seen, { kind: "read" }> {
  return {
    kind: "read",
    name: snapshot.campaign.name,
    observation: observationOf(snapshot, calendar, at),
    sentence: sentenceIn(snapshot, calendar, at),
    schedule: { hours: calendar.hours, dates: calendar.dates },
    intervalMilliseconds,
  };
}

/**
 * What is kept of a snapshot. While a call history is still being read for the first time, what is
 * counted from it says how far we are, not how far the campaign is: it is left out.
 */
export function observationOf(snapshot: Snapshot, calendar: Calendar, at: Instant): Observation {
  const { campaign, progress, figures, table, listing } = snapshot;
  const isFilling = listing?.complete === false;
  const fromList = isFilling ? undefined : table;
  const counted = progress.source !== "none" && !(isFilling && progress.source === "list");
  const files = valueOf(campaign.files)?.map(({ id, state, totalRecords, processedRecords }) => ({ id, kind: state.kind, read: valueOf(processedRecords), total: valueOf(totalRecords) }));
  return {
    at,
    status: campaign.status,
    total: counted ? valueOf(progress.total) : undefined,
    done: counted ? progress.done.count : undefined,
    calls: isFilling && listing.total === undefined ? undefined : valueOf(figures.totalCalls.shown),
    attempts: fromList?.tally.attempts,
    ...finishedCalls(snapshot, isFilling),
    successRatePercent: isFilling ? valueOf(campaign.statistics.successRatePercent) : rounded(valueOf(figures.successRatePercent.shown)),
    averageDurationSeconds: isFilling ? undefined : rounded(valueOf(figures.averageDurationSeconds.shown)),
    vanished: table?.vanished,
    maxConcurrentCalls: valueOf(campaign.maxConcurrentCalls),
    schedule: digestOf(new TextEncoder().encode(JSON.stringify([valueOf(calendar.stated), calendar.dates]))),
    files,
  };
}

/** Counted from the list where it tells who was called, else as the statistics state them. */
function finishedCalls({ campaign: { statistics }, progress, table }: Snapshot, isFilling: boolean): Pick<Observation, "finished" | "completed" | "failed"> {
  const stated = { completed: valueOf(statistics.completedCalls), failed: valueOf(statistics.failedCalls) };
  if (table === undefined || isFilling || progress.source === "statistics") {
    const { completed, failed } = stated;
    return { ...stated, finished: completed === undefined || failed === undefined ? undefined : completed + failed };
  }
  const { completed, voicemail, no_answer, busy, failed } = table.tally.rowOutcomes;
  return { completed, failed, finished: completed + voicemail + no_answer + busy + failed };
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 100) / 100;
}
