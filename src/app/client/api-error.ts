import type { Problem } from "#service/api.ts";

/**
 * Every way a question to Callboard's API can fail. `problem.status` is 0 when
 * no answer came at all: the page could not reach Callboard itself.
 */
export class ApiError extends Error {
  readonly problem: Problem;
  /** The headers of the answer, where there was one. */
  readonly headers: Headers | undefined;

  constructor(problem: Problem, headers?: Headers) {
    super(problem.detail);
    this.name = "ApiError";
    this.problem = problem;
    this.headers = headers;
  }

  /** Whether an answer came; if not, the fault lies between the page and Callboard. */
  get answered(): boolean {
    return this.problem.status !== 0;
  }
}

/** A failure without an answer from the service. */
export function notAnswered(code: "unreachable" | "timeout" | "internal" | "not_signed_in", detail: string): ApiError {
  return new ApiError({ type: "about:blank", title: "Callboard did not answer", status: 0, detail, code });
}
