import { fits } from "#campaign/reading.ts";
import { valueOf } from "#campaign/reported.ts";
import type { CampaignReading } from "#providers/provider.ts";
import type { CampaignJson } from "./answer-schema.ts";

/** What must be said of a history in pages once it was read to its end for the first time. */
export function unflaggedListing({ calls, notices }: CampaignJson): string[] {
  if (!calls.reported || calls.value.reading?.complete !== true) return [];
  const { rows, reading } = calls.value;
  const isFlagged = notices.some(({ kind }) => kind === "rows_not_listed");
  return (reading.total === rows) === isFlagged ? [`${rows} rows of ${reading.total}, ${isFlagged ? "flagged" : "which no notice says"}`] : [];
}

/** What a body says that must stand in a notice of the answer it is first read into, counted here a second way. */
export function unflagged({ campaign, counters, calls, setAside }: CampaignReading, answer: CampaignJson): string[] {
  const kinds = new Set(answer.notices.map(({ kind }) => kind));
  const { totalCalls, completedCalls, failedCalls } = campaign.statistics;
  const [total, completed, failed] = [valueOf(totalCalls), valueOf(completedCalls) ?? 0, valueOf(failedCalls) ?? 0];
  const wanted = new Set<string>();
  if (total !== undefined && completed + failed > total) wanted.add("parts_exceed_total");
  if (counters.basis === "leads" && (valueOf(counters.completed) ?? 0) + (valueOf(counters.pending) ?? 0) > (valueOf(counters.total) ?? Infinity)) wanted.add("leads_disagree");
  if (counters.basis === "recipients" && (valueOf(counters.firstCallsSent) ?? 0) > (valueOf(counters.loaded) ?? Infinity)) wanted.add("sent_exceeds_loaded");
  if (setAside.calls.length + setAside.files.length > 0) wanted.add("rows_set_aside");
  const faults = (valueOf(campaign.files) ?? []).flatMap((file) => {
    const [processed, records] = [valueOf(file.processedRecords) ?? 0, valueOf(file.totalRecords) ?? Infinity];
    const name = valueOf(file.originalName) ?? file.id;
    const isFlagged = answer.notices.some((notice) => notice.kind === "file_over_read" && notice["file"] === name);
    return processed <= records || isFlagged ? [] : [`${processed} records of ${records} were read, which no notice says`];
  });
  if (calls !== undefined) {
    const last = new Map(calls.map((call) => [call.id, call]));
    if (last.size < calls.length) wanted.add("duplicate_calls");
    const unknown = [...last.values()].filter(({ outcome }) => outcome === "unknown").length;
    const counted = answer.charts.reported ? answer.charts.value.outcomesByCall.unknown : 0;
    if (unknown !== counted) faults.push(`${unknown} calls have an unknown word, ${counted} are counted`);
    const rows = answer.calls.reported ? answer.calls.value.rows : 0;
    if (rows !== last.size) faults.push(`${last.size} calls are in the body, ${rows} in the answer`);
    const attempts = answer.charts.reported ? answer.charts.value.retries.reduce((sum, { retries, contacts }) => sum + contacts * (retries + 1), 0) : 0;
    const numbers = answer.calls.reported ? answer.calls.value.numbers : 0;
    if (total !== undefined && ![rows, numbers, attempts].some((count) => fits(total, count))) wanted.add("total_calls_disagree");
  }
  return [...faults, ...[...wanted].filter((kind) => !kinds.has(kind)).map((kind) => `no notice says ${kind}`)];
}
