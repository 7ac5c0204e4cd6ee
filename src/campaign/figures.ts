import type { ReportedStatistics } from "./campaign.ts";
import { countedFrom } from "./count-source.ts";
import type { Listing } from "./counters.ts";
import { successRateReading } from "./disagreements.ts";
import { fits } from "./reading.ts";
import { notReported, type Reported, reported } from "./reported.ts";
import type { Reports } from "./reports.ts";
import { contactOutcomes, type CallTally } from "./tally.ts";

/** A figure as the platform reports it and, where there is a list, as counted. */
export type Figure = {
  /** What is shown large: the reported one first. */
  shown: Reported<number>;
  /** The other way to know it, when it differs. */
  other: Reported<number>;
};

export type Figures = {
  totalCalls: Figure;
  completedCalls: Figure;
  failedCalls: Figure;
  /** Percent, 0–100. */
  successRatePercent: Figure;
  averageDurationSeconds: Figure;
};

/** What the counted figures depend on beside the tally. */
export type FiguresOf = { reports: Pick<Reports, "rowsAre" | "numbers">; listing: Listing | undefined };

/** Figures of calls: as reported, and as counted from the list. Rows that are contacts count no calls, but their attempts. */
export function figuresOf(statistics: ReportedStatistics, tally: CallTally | undefined, { reports, listing }: FiguresOf): Figures {
  if (reports.rowsAre === "contacts") return contactFigures(statistics, tally);
  const rows = tally?.rowOutcomes;
  const fromRows = (value: number | undefined) =>
    tally === undefined || value === undefined ? notReported : reported(value, countedFrom(tally.rows, "listed call"));
  return {
    // The platform counts the rows of a history in pages long before all are read.
    totalCalls: count(statistics.totalCalls, listing?.total === undefined ? fromRows(tally?.rows) : reported(listing.total, "the call history's own total")),
    completedCalls: count(statistics.completedCalls, fromRows(rows?.completed)),
    failedCalls: count(statistics.failedCalls, fromRows(rows?.failed)),
    successRatePercent: rate(withReading(statistics), countedSuccessRate(tally, reports.numbers ? "contact" : "call")),
    averageDurationSeconds: either(statistics.averageDurationSeconds, countedDuration(tally)),
  };
}

function contactFigures(statistics: ReportedStatistics, tally: CallTally | undefined): Figures {
  const attempts = tally === undefined ? notReported : reported(tally.attempts, `attempts of ${tally.rows.toLocaleString("en-US")} contacts`);
  return {
    totalCalls: count(statistics.totalCalls, attempts),
    completedCalls: either(statistics.completedCalls, notReported),
    failedCalls: either(statistics.failedCalls, notReported),
    successRatePercent: rate(withReading(statistics), countedSuccessRate(tally, "contact")),
    averageDurationSeconds: either(statistics.averageDurationSeconds, countedDuration(tally)),
  };
}

/** A count that fits the reported one says nothing new, so it is not shown beside it. */
function count(stated: Reported<number>, counted: Reported<number>): Figure {
  const differs = stated.reported && counted.reported && !fits(stated.value, counted.value);
  return differs ? { shown: stated, other: counted } : either(stated, counted);
}

/** Both rates where there are two: they have different denominators. */
function rate(stated: Reported<number>, counted: Reported<number>): Figure {
  return stated.reported ? { shown: stated, other: counted } : either(stated, counted);
}

function either(stated: Reported<number>, counted: Reported<number>): Figure {
  return { shown: stated.reported ? stated : counted, other: notReported };
}

function withReading(statistics: ReportedStatistics): Reported<number> {
  const stated = statistics.successRatePercent;
  const reading = successRateReading(statistics);
  if (!stated.reported || reading === undefined) return stated;
  return reported(stated.value, `${stated.source}, ${reading}`);
}

/** Completed ÷ contacts whose last result is completed, voicemail, no answer, busy or failed. */
function countedSuccessRate(tally: CallTally | undefined, listed: string): Reported<number> {
  if (tally === undefined) return notReported;
  const last = contactOutcomes(tally);
  const finished = last.completed + last.voicemail + last.no_answer + last.busy + last.failed;
  if (finished === 0) return notReported;
  const source = `completed ÷ ${finished.toLocaleString("en-US")} ${finished === 1 ? listed : `${listed}s`} with a result`;
  return reported((100 * last.completed) / finished, source);
}

/** The mean of the calls that say how long they lasted and did last: an unanswered call is no short talk. */
function countedDuration(tally: CallTally | undefined): Reported<number> {
  if (tally === undefined || tally.durations.calls === 0) return notReported;
  const { calls, seconds } = tally.durations;
  return reported(seconds / calls, countedFrom(calls, "call that lasted", "calls that lasted"));
}
