import type { CampaignAnswer } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";

/** How many rows the counted figures are of, while a paged history is still being read; the platform's own figures are of all. */
export function readSoFar({ calls, reports }: CampaignAnswer): string | undefined {
  if (reports.statistics) return undefined;
  if (!calls.reported || calls.value.reading?.complete !== false) return undefined;
  return `from ${formatCount(calls.value.rows)} ${reports.rowsAre} read so far`;
}
