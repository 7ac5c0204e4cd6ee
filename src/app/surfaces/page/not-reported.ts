import type { CampaignAnswer } from "#service/api.ts";

type Panels = Pick<CampaignAnswer, "reports" | "files" | "charts" | "figures">;

/** Whether there is anything for the Statistics panel: figures, or calls to draw. */
export function hasStatistics({ reports, charts, figures }: Omit<Panels, "files">): boolean {
  return reports.calls || reports.statistics || charts.reported || Object.values(figures).some(({ shown }) => shown.reported);
}

/** What the page has no panel for, since the platform does not report it. */
export function panelsNotReported(answer: Panels): string[] {
  return [
    ...(answer.files.reported ? [] : ["contact files"]),
    ...(hasStatistics(answer) ? [] : ["statistics"]),
    ...(answer.reports.calls ? [] : ["calls"]),
  ];
}
