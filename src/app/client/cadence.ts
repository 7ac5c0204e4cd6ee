import type { Instant } from "#campaign/campaign.ts";
import type { Problem } from "#service/api.ts";

const shortestMilliseconds = 500;
const longestMilliseconds = 300_000;
const firstBackOffMilliseconds = 2_000;
const longestBackOffMilliseconds = 30_000;
/** What is not for this viewer seldom becomes so. */
const refusedMilliseconds = 60_000;

/** Keeps a wait the service names within what makes sense for a page; only its own interval may be shorter than that. */
export function cappedWait(milliseconds: number, intervalMilliseconds = longestMilliseconds): number {
  return Math.min(Math.max(milliseconds, Math.min(shortestMilliseconds, intervalMilliseconds)), longestMilliseconds);
}

/**
 * Milliseconds until asking again after the `failures`-th failure in a row. A
 * time the problem names is kept; otherwise back-off with jitter, capped so
 * that a service that came back is noticed within half a minute.
 */
export function waitAfterFailure(problem: Problem, failures: number, now: Instant, random: () => number): number {
  if (problem.retryAt !== undefined) return cappedWait(problem.retryAt - now);
  if (problem.status === 403) return refusedMilliseconds;
  const ceiling = Math.min(firstBackOffMilliseconds * 2 ** Math.min(failures - 1, 10), longestBackOffMilliseconds);
  return Math.round(ceiling / 2 + (ceiling / 2) * random());
}
