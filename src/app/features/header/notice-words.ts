import type { Notice } from "#campaign/notice.ts";
import type { Reports } from "#campaign/reports.ts";
import { formatCount, formatCounted, formatPercent } from "../../ui/format.ts";

/** `fact` is what was found, `means` what the page does with it. */
export type NoticeWords = { fact: string; means: string };

/** Whose data it is, and what a row of its call history is. */
export type NoticeContext = { providerName: string; rowsAre: Reports["rowsAre"] };

/** A notice in words: both figures where figures disagree, and which of them the page uses. */
export function wordNotice(notice: Notice, { providerName, rowsAre }: NoticeContext): NoticeWords {
  switch (notice.kind) {
    case "total_calls_disagree":
      return {
        fact: `The counters disagree: stats say ${formatCounted(notice.reported, "call")}, the list holds ${formatCount(notice.rows)}.`,
        means: "Figures use the stats; charts and table use the list.",
      };
    case "failed_calls_disagree":
      return {
        fact: `Failed calls disagree: stats say ${formatCount(notice.reported)}, the list holds ${formatCount(notice.failed)} failed and ${formatCount(notice.unsuccessful)} unsuccessful in all.`,
        means: "Figures use the stats; charts and table use the list.",
      };
    case "success_rate_disagrees": {
      const { reported, ofTotal, ofFinished } = notice;
      const counted = [
        ...(ofTotal === undefined ? [] : [`${formatPercent(ofTotal)} of all calls`]),
        ...(ofFinished === undefined ? [] : [`${formatPercent(ofFinished)} of completed and failed ones`]),
      ];
      return {
        fact: `The success rate disagrees with its own parts: ${formatPercent(reported)} is reported, the counters make it ${counted.join(" or ")}.`,
        means: "The reported rate is shown.",
      };
    }
    case "parts_exceed_total":
      return {
        fact: `The counters exceed their total: ${formatCount(notice.completed)} completed and ${formatCount(notice.failed)} failed of ${formatCounted(notice.total, "call")}.`,
        means: "Each is shown as it arrived.",
      };
    case "leads_disagree": {
      const { completed, pending, total } = notice;
      return {
        fact: `The counters disagree: ${formatCount(completed)} completed and ${formatCount(pending)} pending are more than ${formatCount(total)} in all.`,
        means: "Each is shown as it arrived; the bar holds both parts.",
      };
    }
    case "sent_exceeds_loaded":
      return {
        fact: `The counters disagree: ${formatCounted(notice.sent, "first call")} sent, ${formatCounted(notice.loaded, "contact")} loaded.`,
        means: "Both are shown as they arrived; the bar holds all that were sent.",
      };
    case "rows_not_listed":
      return {
        fact: `${providerName} says ${formatCounted(notice.total, rowsAre === "contacts" ? "contact" : "call")} and lists ${formatCount(notice.listed)}.`,
        means: "Charts and table show those listed.",
      };
    case "file_over_read":
      return {
        fact: `${notice.file} has ${formatCount(notice.processed)} processed records of ${formatCount(notice.total)} in all.`,
        means: "Both are shown as they arrived; the bar stops at full.",
      };
    case "rows_set_aside": {
      const parts = [
        ...(notice.calls > 0 ? [formatCounted(notice.calls, "call")] : []),
        ...(notice.files > 0 ? [formatCounted(notice.files, "file")] : []),
      ];
      const why = notice.reasons.length > 0 ? ` (${notice.reasons.join("; ")})` : "";
      return { fact: `${parts.join(" and ")} could not be read${why}.`, means: "They are set aside and in no figure counted from the list." };
    }
    case "duplicate_calls":
      return { fact: `${formatCounted(notice.count, "call id")} came twice.`, means: "The newest of each is used." };
    case "vanished_calls":
      return { fact: `${formatCounted(notice.count, "call is", "calls are")} no longer in the list.`, means: "After being missing twice a call is left out." };
    case "unknown_words": {
      const words = notice.words.map(({ word, count }) => `“${word}” (${formatCount(count)})`);
      return { fact: `Words Callboard does not know: ${words.join(", ")}.`, means: "They are shown as they are and counted as unknown." };
    }
    case "older_answers_ignored":
      return {
        fact: `${formatCounted(notice.count, "answer")} older than the one shown arrived late.`,
        means: "The newest is kept.",
      };
    case "unknown_time_zone":
      return {
        fact: `The time zone “${notice.timeZone}” is not a known one.`,
        means: "Whether the campaign may dial now is not guessed; times are in UTC.",
      };
  }
}
