import type { ReportedStatistics } from "./campaign.ts";
import type { Counters, Listing } from "./counters.ts";
import type { ContactFile } from "./contact-file.ts";
import type { Notice } from "./notice.ts";
import type { OutcomeCounts } from "./outcome.ts";
import { fits } from "./reading.ts";
import { valueOf } from "./reported.ts";
import { contactOutcomes, type CallTally } from "./tally.ts";

/** The ways a reported success rate can be read; the one that fits is named in its source. */
export type SuccessRateReading = "completed ÷ total" | "completed ÷ (completed + failed)";

/** The reading of `success_rate` that fits within rounding, or `undefined`. */
export function successRateReading(statistics: ReportedStatistics): SuccessRateReading | undefined {
  const rate = valueOf(statistics.successRatePercent);
  if (rate === undefined) return undefined;
  const { ofTotal, ofFinished } = countedRates(statistics);
  if (ofTotal !== undefined && withinRounding(rate, ofTotal)) return "completed ÷ total";
  if (ofFinished !== undefined && withinRounding(rate, ofFinished)) return "completed ÷ (completed + failed)";
  return undefined;
}

/**
 * Contradictions of one read, found by the rule of docs/progress.md: a notice
 * only where no reading fits. Whether one is shown is for the caller to hold steady.
 */
export function disagreements(
  statistics: ReportedStatistics,
  tally: CallTally | undefined,
  files: ContactFile[],
  counters: Counters = { basis: "none" },
  listing?: Listing,
): Notice[] {
  const notices: Notice[] = [...counterNotices(counters), ...listingNotices(listing)];
  const total = valueOf(statistics.totalCalls);
  const completed = valueOf(statistics.completedCalls);
  const failed = valueOf(statistics.failedCalls);
  const rate = valueOf(statistics.successRatePercent);

  if (total !== undefined && tally !== undefined) {
    const { rows, numbers, attempts } = tally;
    if (![rows, numbers, attempts].some((count) => fits(total, count))) {
      notices.push({ kind: "total_calls_disagree", reported: total, rows, numbers, attempts });
    } else if (failed !== undefined && !failedReadings(tally).some((count) => fits(failed, count))) {
      // Only where the totals agree: against a partial list every part would disagree too.
      const { failed: listed, unsuccessful } = failedCounts(tally.rowOutcomes);
      notices.push({ kind: "failed_calls_disagree", reported: failed, failed: listed, unsuccessful });
    }
  }
  if (rate !== undefined && successRateReading(statistics) === undefined) {
    const { ofTotal, ofFinished } = countedRates(statistics);
    if (ofTotal !== undefined || ofFinished !== undefined) {
      notices.push({ kind: "success_rate_disagrees", reported: rate, ofTotal, ofFinished });
    }
  }
  if (total !== undefined && (completed ?? 0) + (failed ?? 0) > total) {
    notices.push({ kind: "parts_exceed_total", completed: completed ?? 0, failed: failed ?? 0, total });
  }
  for (const file of files) {
    const processed = valueOf(file.processedRecords);
    const records = valueOf(file.totalRecords);
    if (processed !== undefined && records !== undefined && processed > records) {
      notices.push({ kind: "file_over_read", file: valueOf(file.originalName) ?? file.id, processed, total: records });
    }
  }
  return notices;
}

function countedRates(statistics: ReportedStatistics): { ofTotal: number | undefined; ofFinished: number | undefined } {
  const total = valueOf(statistics.totalCalls);
  const completed = valueOf(statistics.completedCalls);
  const failed = valueOf(statistics.failedCalls);
  if (completed === undefined) return { ofTotal: undefined, ofFinished: undefined };
  return {
    ofTotal: total === undefined ? undefined : share(completed, total),
    ofFinished: failed === undefined ? undefined : share(completed, completed + failed),
  };
}

/** Percent; nothing of nothing is 0, as platforms report it for a campaign without calls. */
function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** Rounded or cut to the decimals it was reported with. */
function withinRounding(reportedRate: number, counted: number): boolean {
  const decimals = /\.(\d+)$/.exec(String(reportedRate))?.[1]?.length ?? 0;
  return Math.abs(reportedRate - counted) < 10 ** -Math.min(decimals, 6) + 1e-9;
}

function failedReadings(tally: CallTally): number[] {
  const rows = failedCounts(tally.rowOutcomes);
  const numbers = failedCounts(contactOutcomes(tally));
  return [rows.failed, rows.unsuccessful, numbers.failed, numbers.unsuccessful];
}

function failedCounts({ failed, voicemail, no_answer, busy, cancelled }: OutcomeCounts) {
  return { failed, unsuccessful: failed + voicemail + no_answer + busy + cancelled };
}

/** Counters that count parts above their own total. */
function counterNotices(counters: Counters): Notice[] {
  if (counters.basis === "leads") {
    const [completed, pending, total] = [valueOf(counters.completed), valueOf(counters.pending), valueOf(counters.total)];
    const parts = (completed ?? 0) + (pending ?? 0);
    if (total === undefined || parts <= total) return [];
    return [{ kind: "leads_disagree", completed: completed ?? 0, pending: pending ?? 0, total }];
  }
  if (counters.basis === "recipients") {
    const [sent, loaded] = [valueOf(counters.firstCallsSent), valueOf(counters.loaded)];
    return sent !== undefined && loaded !== undefined && sent > loaded ? [{ kind: "sent_exceeds_loaded", sent, loaded }] : [];
  }
  return [];
}

/** A history that was read to its end and holds other than as many rows as the platform counts. */
function listingNotices(listing: Listing | undefined): Notice[] {
  if (listing?.complete !== true || listing.total === undefined || listing.total === listing.listed) return [];
  return [{ kind: "rows_not_listed", listed: listing.listed, total: listing.total }];
}
