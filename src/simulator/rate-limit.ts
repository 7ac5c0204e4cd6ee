import type { Instant } from "#campaign/campaign.ts";

const windowMilliseconds = 60_000;

/** Milliseconds until the token may ask again; 0: it may now, and this request is counted. */
export type RateLimit = { waitFor(token: string, now: Instant): number };

/** At most `requestsPerMinute` of each token in a minute that begins with its first request. */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  const minutes = new Map<string, { start: Instant; used: number }>();
  return {
    waitFor(token, now) {
      const minute = minutes.get(token);
      if (minute === undefined || now - minute.start >= windowMilliseconds || now < minute.start) {
        minutes.set(token, { start: now, used: 1 });
        return 0;
      }
      if (minute.used >= requestsPerMinute) return minute.start + windowMilliseconds - now;
      minute.used += 1;
      return 0;
    },
  };
}
