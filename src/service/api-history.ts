import type { Instant } from "#campaign/campaign.ts";
import type { Estimate } from "#campaign/estimate.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";

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

/** What was made and done within a stretch of time; `undefined` where too little of it was observed. */
export type ObservedHour = { start: Instant; end: Instant; calls: number | undefined; done: number | undefined };
export type ObservedDay = ObservedHour & { /** `YYYY-MM-DD` in the campaign's zone. */ date: string; hours: ObservedHour[] };

/** Changes over the open time that was observed. */
export type PaceFigure = { perHour: number; changes: number; minutes: number };

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

/** By the observed calls made, or contacts done where calls are not counted. */
export type Comparison = {
  measure: "calls" | "contacts";
  today: number;
  /** The same hours of the calling days before, the latest first, at most five. */
  earlier: { date: string; count: number }[];
};
