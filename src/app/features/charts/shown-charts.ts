import type { CampaignAnswer, Charts } from "#service/api.ts";
import { countedFromList } from "./figure-words.ts";
import { totalOf } from "./outcome-order.ts";

/** The charts of a campaign and what they count, or in a sentence why there are none. */
export type ShownCharts = { charts: Charts; rows: number; source: string; byNumber: boolean } | { charts: undefined; why: string };

/** `group`: how the reader has the calls listed. */
export function shownCharts({ charts: reported, calls, connection, reports }: CampaignAnswer, group: "number" | "call"): ShownCharts {
  if (!reported.reported) return { charts: undefined, why: `${connection.provider.name} gives no list of calls, so there are no charts of this campaign.` };
  const charts = reported.value;
  const rows = totalOf(charts.outcomesByCall);
  const reading = calls.reported ? calls.value.reading : undefined;
  const isFilling = reading?.complete === false;
  if (rows === 0) return { charts: undefined, why: isFilling ? "The charts appear once the first calls have been read." : "No calls yet. The charts appear with the first call." };
  const source = countedFromList(rows, reports.rowsAre, isFilling ? reading.total : undefined);
  return { charts, rows, source, byNumber: reports.numbers && reports.rowsAre === "calls" && group === "number" };
}
