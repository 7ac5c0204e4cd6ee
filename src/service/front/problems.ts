import type { Problem } from "../api.ts";
import type { NoAnswer } from "../engine/port.ts";

type Wording = { status: number; title: string };

/** Our status for each problem: 502/503/504 when the platform is at fault, never its own 401 or 403. */
const wordings: Record<Problem["code"], Wording> = {
  credential_refused: { status: 502, title: "The provider refused this connection's credential" },
  forbidden: { status: 502, title: "The provider does not permit this connection to read it" },
  not_found: { status: 404, title: "No such campaign" },
  rate_limited: { status: 503, title: "The provider asked for fewer requests" },
  server_error: { status: 502, title: "The provider answered with an error" },
  unreachable: { status: 502, title: "The provider could not be reached" },
  timeout: { status: 504, title: "The provider did not answer in time" },
  malformed: { status: 502, title: "The provider's answer could not be read" },
  too_large: { status: 502, title: "The provider's answer is too large" },
  redirected: { status: 502, title: "The provider redirected the request" },
  not_signed_in: { status: 401, title: "Access was not given, or is over" },
  out_of_scope: { status: 403, title: "This is not yours to see" },
  not_permitted: { status: 403, title: "You have no permission for this" },
  not_granted: { status: 403, title: "Nothing here is granted to you" },
  too_many_requests: { status: 429, title: "Too many requests" },
  no_such_connection: { status: 404, title: "No such connection" },
  no_such_call: { status: 404, title: "No such call" },
  no_such_code: { status: 404, title: "No display waits with this code" },
  no_such_display: { status: 404, title: "No such display" },
  no_such_route: { status: 404, title: "No such route" },
  bad_request: { status: 400, title: "The request could not be understood" },
  forbidden_host: { status: 403, title: "Unknown host name" },
  cross_site: { status: 403, title: "Cross-site requests are refused" },
  not_acceptable: { status: 405, title: "The method is not allowed here" },
  history_unavailable: { status: 503, title: "The history cannot be read now" },
  store_unavailable: { status: 503, title: "Callboard's own database does not answer" },
  misconfigured: { status: 500, title: "Callboard's configuration cannot be used" },
  internal: { status: 500, title: "Callboard itself failed" },
};

/** An `application/problem+json` answer (RFC 9457). `detail` must hold no personal data and no secret. */
export function problemResponse(
  code: Problem["code"],
  detail: string,
  more: Pick<Problem, "since" | "retryAt"> = {},
  headers: Record<string, string> = {},
): Response {
  const { status, title } = wordings[code];
  const problem: Problem = { type: `urn:callboard:problem:${code}`, title, status, detail, code, ...more };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}

/** What an engine could not answer, with the headers of its clock. Who asks too much is told in seconds when to come back (RFC 9110 §10.2.3). */
export function upstreamProblemResponse({ code, detail, since, retryAt }: NoAnswer, headers: Record<string, string>): Response {
  const wait = code === "too_many_requests" ? { "retry-after": String(Math.max(1, Math.ceil((retryAt - since) / 1_000))) } : {};
  return problemResponse(code, detail, { since, retryAt }, { ...headers, ...wait });
}
