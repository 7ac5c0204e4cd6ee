import type { Instant } from "#campaign/campaign.ts";
import type { Problem } from "#service/api.ts";

function isProblem(body: unknown): body is Problem {
  return (
    typeof body === "object" &&
    body !== null &&
    "code" in body &&
    typeof body.code === "string" &&
    "detail" in body &&
    typeof body.detail === "string" &&
    "status" in body &&
    typeof body.status === "number"
  );
}

/** Something else answered in Callboard's place (a proxy, a file server): only its status is trusted. */
function strangerProblem(status: number): Problem {
  return {
    type: "about:blank",
    title: "Callboard did not answer",
    status,
    detail: `Something between this page and Callboard answered with status ${status}.`,
    code: status === 404 ? "no_such_route" : status >= 500 ? "server_error" : "internal",
  };
}

/** When a refusal says that asking again is worth it: `Retry-After` in seconds. */
function retryAtOf({ headers }: Response, now: Instant): { retryAt?: Instant } {
  const seconds = headers.get("retry-after") ?? "";
  return /^\d{1,6}$/.test(seconds) ? { retryAt: now + Number(seconds) * 1_000 } : {};
}

/** The problem an error answer carries; `now` is the service's clock. Never shows a body that is not Callboard's own. */
export async function problemOf(response: Response, now: Instant): Promise<Problem> {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return strangerProblem(response.status);
  }
  const body: unknown = await response.json().catch(() => undefined);
  return isProblem(body) ? { ...retryAtOf(response, now), ...body } : strangerProblem(response.status);
}
