import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamProblem } from "../api.ts";

/** What one try found, before anyone decides when to try again. */
export type Failure = {
  code: UpstreamProblem["code"];
  status: number | undefined;
  detail: string;
  /** Milliseconds the platform asked to be left alone (429), already clamped. */
  retryAfterMilliseconds?: number | undefined;
};

export function problemOf(failure: Failure, since: Instant, retryAt: Instant | undefined): UpstreamProblem {
  return { code: failure.code, status: failure.status, detail: failure.detail, since, retryAt };
}
