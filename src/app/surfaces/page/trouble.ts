import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer, Problem } from "#service/api.ts";
import type { ApiError } from "../../client/api-error.ts";

/** What keeps fresh data from the page, whoever noticed: Callboard at the platform, or the page at Callboard. */
export type Trouble = {
  code: Problem["code"];
  detail: string;
  since: Instant | undefined;
  retryAt: Instant | undefined;
  /** Callboard itself did not answer: the fault lies between this page and it. */
  unanswered: boolean;
};

/** The trouble in force: that of the latest question, else what its answer says of the platform. */
export function troubleOf(answer: CampaignAnswer | undefined, error: ApiError | null): Trouble | undefined {
  if (error !== null) {
    const { code, detail, since, retryAt } = error.problem;
    return { code, detail, since, retryAt, unanswered: !error.answered };
  }
  if (answer?.upstream.state !== "failing") return undefined;
  const { code, detail, since, retryAt } = answer.upstream.problem;
  return { code, detail, since, retryAt, unanswered: false };
}

/** The campaign is not there (any more), or not for this viewer: nothing of it is shown. */
export function isGone({ code, unanswered }: Trouble): boolean {
  return !unanswered && (code === "not_found" || code === "no_such_connection" || code === "bad_request" || isViewerRefused({ code }));
}

/** Somebody asked us to wait: then there is nothing to press. */
export function isToWait({ code }: Pick<Trouble, "code">): boolean {
  return code === "rate_limited" || code === "too_many_requests";
}

/** It is the viewer who was refused, not Callboard: nothing of it is for an operator to mend. */
export function isViewerRefused({ code }: Pick<Trouble, "code">): boolean {
  return code === "out_of_scope" || code === "not_permitted" || code === "not_granted" || code === "not_signed_in";
}
