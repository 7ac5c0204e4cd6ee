import type { CampaignAnswer } from "#service/api.ts";
import { missingRules, reportedBlocks } from "../../features/configuration/reported-blocks.ts";

type Panels = Pick<CampaignAnswer, "reports" | "charts" | "figures">;
type Page = Panels & Pick<CampaignAnswer, "files"> & Parameters<typeof missingRules>[0];

/** Whether there is anything for the Statistics panel: figures, or calls to draw. */
export function hasStatistics({ reports, charts, figures }: Panels): boolean {
  return reports.calls || reports.statistics || charts.reported || Object.values(figures).some(({ shown }) => shown.reported);
}

/** What the page says nothing of, since the platform does not: rules where there are none at all, and whole panels. */
export function notReportedOf(answer: Page): string[] {
  return [
    ...(reportedBlocks(answer).length > 0 ? [] : missingRules(answer)),
    ...(answer.files.reported ? [] : ["contact files"]),
    ...(hasStatistics(answer) ? [] : ["statistics"]),
    ...(answer.reports.calls ? [] : ["calls"]),
  ];
}
