import type { Instant } from "#campaign/campaign.ts";
import type { Estimate } from "#campaign/estimate.ts";
import type { Comparison, ObservedDay, ObservedHour } from "#campaign/history/days.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";
import type { PaceFigure } from "#campaign/history/trends.ts";

export type { Comparison, ObservedDay, ObservedHour, PaceFigure };

/**
 * `GET /api/v1/connections/{c}/campaigns/{id}/history`: what Callboard itself saw of a campaign. All of it
 * follows from observations; what call times tell stands in the campaign's answer.
 */
export type HistoryAnswer = {
  /** Since when the campaign is observed; `undefined`: it was not read yet. */
  since: Instant | undefined;
  /** When nobody watched, within what is given below. */
  gaps: { start: Instant; end: Instant }[];
  /** Today in the campaign's zone (UTC where that is not known): at most 300 points, oldest first. */
  today: ObservedSeries;
  /** The latest eight calling days by hours that are open, oldest first; today is the last. */
  days: ObservedDay[];
  pace: ObservedPace;
  /** Today against the same hours of the previous calling days; `undefined` before there is one. */
  comparison: Comparison | undefined;
  /** `undefined` where nothing supports one, with no reason worth giving. */
  estimate: Estimate | undefined;
  /** The newest first, at most 200. */
  events: CampaignEvent[];
};

/** Columns: what the figures were at each instant; `null`: not reported then. */
export type ObservedSeries = {
  at: Instant[];
  done: (number | null)[];
  calls: (number | null)[];
  successRatePercent: (number | null)[];
  averageDurationSeconds: (number | null)[];
};

export type ObservedPace = {
  calls: PaceOf;
  /** Contacts done. */
  contacts: PaceOf;
  /** Files being read now. */
  files: FilePace[];
};
export type PaceOf = {
  /** The last 60 minutes; `undefined` before ten minutes and twenty changes. */
  now: PaceFigure | undefined;
  today: PaceFigure | undefined;
};
export type FilePace = { file: string; perMinute: number; /** For what is left of it, at that speed. */ minutesLeft: number | undefined };
