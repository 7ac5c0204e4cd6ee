import type { Instant } from "#campaign/campaign.ts";

/** Why the platform could not be read; `since` and `retryAt` say for how long. */
export type UpstreamProblem = {
  code:
    | "credential_refused"
    | "forbidden"
    | "not_found"
    | "rate_limited"
    | "server_error"
    | "unreachable"
    | "timeout"
    | "malformed"
    | "too_large"
    | "redirected";
  /** HTTP status the platform answered, where it answered. */
  status: number | undefined;
  /** One sentence for an operator; never the platform's body, never personal data. */
  detail: string;
  since: Instant;
  /** When the next try is due. */
  retryAt: Instant | undefined;
};

/** Why a question was not passed on to the platform: it would take what campaigns on show need of the platform's limit. */
export type HeldBack = { code: "too_many_requests"; detail: string; since: Instant; retryAt: Instant };

export type Upstream = { state: "ok" } | { state: "failing"; problem: UpstreamProblem };

/** `application/problem+json` of every error answer. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code:
    | UpstreamProblem["code"]
    | "not_signed_in"
    | "out_of_scope"
    | "not_permitted"
    | "not_granted"
    | "too_many_requests"
    | "no_such_connection"
    | "bad_request"
    | "forbidden_host"
    | "cross_site"
    | "not_acceptable"
    | "no_such_route"
    | "no_such_call"
    | "no_such_code"
    | "no_such_display"
    | "history_unavailable"
    | "store_unavailable"
    | "misconfigured"
    | "internal";
  since?: Instant | undefined;
  retryAt?: Instant | undefined;
};
