import type { Dimension } from "#campaign/dimension.ts";
import type { Reports } from "#campaign/reports.ts";
import type { CallsReading, CampaignAnswer } from "#service/api.ts";
import { campaignZone } from "../../client/campaign-zone.ts";
import type { CallSight } from "./call-sight.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { missingWords } from "./missing-words.ts";

/** A call history that is read in pages: how far, and the rows read. */
export type PagesRead = CallsReading & { rows: number };

/** What the table depends on of a campaign's answer, as plain data: most polls leave all of it as it is. */
export type Subject = {
  name: string;
  reports: Reports;
  dimensions: readonly Dimension[];
  /** The campaign's zone, where it is known. */
  zone: string | undefined;
  maxRetries: number | undefined;
  choices: Choices;
  pages: PagesRead | undefined;
  /** What of calls the platform does not report, or the viewer may not see, in words. */
  missing: string | undefined;
};

export function subjectOf(answer: CampaignAnswer, sight: CallSight | undefined): Subject {
  const { campaign, reports, dimensions } = answer;
  const { maxRetries } = campaign.retryRules;
  const calls = answer.calls.reported ? answer.calls.value : undefined;
  return {
    name: campaign.name,
    reports,
    dimensions,
    zone: campaignZone(answer),
    maxRetries: maxRetries.reported ? maxRetries.value : undefined,
    choices: choicesOf(answer),
    pages: calls?.reading && { ...calls.reading, rows: calls.rows },
    missing: calls !== undefined && calls.rows > 0 ? missingWords(answer, sight) : undefined,
  };
}
