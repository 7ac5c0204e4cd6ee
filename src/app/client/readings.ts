import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamProblem } from "#service/api.ts";
import { clockHeaders } from "#service/api.ts";
import type { ApiError } from "./api-error.ts";
import { cappedWait, waitAfterFailure } from "./cadence.ts";

/** What headers, and answers that never came, say of one campaign's data. */
export type Reading = {
  /** When the data on screen was read from the platform. */
  readAt: Instant | undefined;
  /** When the oldest page of a call history in pages was read. */
  callsReadAt: Instant | undefined;
  nextPollAt: Instant | undefined;
  /** The wait after the latest answer; fixed when it arrived, so that no render moves it. */
  pollAfterMilliseconds: number;
  /** The polling interval in force: what staleness is measured by. */
  intervalMilliseconds: number;
  /** Questions in a row that failed. */
  failures: number;
  /** Why the latest question was not answered. */
  failure: ApiError | undefined;
  /** Answered from what was read before, because the platform could not be read. */
  upstream: UpstreamProblem["code"] | undefined;
};

const callingIntervalMilliseconds = 5_000;

const unread: Reading = {
  readAt: undefined,
  callsReadAt: undefined,
  nextPollAt: undefined,
  pollAfterMilliseconds: callingIntervalMilliseconds,
  intervalMilliseconds: callingIntervalMilliseconds,
  failures: 0,
  failure: undefined,
  upstream: undefined,
};

export type Readings = {
  subscribe(listener: () => void): () => void;
  of(key: string): Reading;
  /** Whether an answer is awaited; no part of the reading, which it would make another one twice a poll. */
  isAwaited(key: string): boolean;
  asked(key: string): void;
  /** A good answer came; a 304 is one. */
  answered(key: string, headers: Headers, upstream: UpstreamProblem["code"] | undefined, now: Instant): void;
  failed(key: string, failure: ApiError, now: Instant): void;
  /** The question was withdrawn before it was answered. */
  dropped(key: string): void;
  /** The connection behind these campaigns is another one now. */
  clear(): void;
};

function wholeMilliseconds(headers: Headers | undefined, name: string): number | undefined {
  const text = headers?.get(name) ?? "";
  return /^\d{1,16}$/.test(text) ? Number(text) : undefined;
}

/**
 * React Query tells of an answer in a task of its own, once the question has returned. Told after that, the
 * reading is drawn together with its answer; told before, everything that shows both would be drawn twice.
 */
function tellAfterAnswer(tell: () => void): void {
  setTimeout(() => setTimeout(tell));
}

/** `random` is uniform in [0, 1): the jitter of back-offs. */
export function createReadings(random: () => number): Readings {
  const byKey = new Map<string, Reading>();
  const awaited = new Set<string>();
  const listeners = new Set<() => void>();
  const of = (key: string): Reading => byKey.get(key) ?? unread;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  function ended(key: string, patch: Partial<Reading>): void {
    awaited.delete(key);
    byKey.set(key, { ...of(key), ...patch });
  }

  return {
    of,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isAwaited: (key) => awaited.has(key),
    asked(key) {
      awaited.add(key);
      tell();
    },
    dropped(key) {
      awaited.delete(key);
      tell();
    },
    answered(key, headers, upstream, now) {
      const intervalMilliseconds = wholeMilliseconds(headers, clockHeaders.interval) ?? callingIntervalMilliseconds;
      const wait = cappedWait(wholeMilliseconds(headers, clockHeaders.nextPoll) ?? intervalMilliseconds, intervalMilliseconds);
      ended(key, {
        readAt: wholeMilliseconds(headers, clockHeaders.readAt),
        callsReadAt: wholeMilliseconds(headers, clockHeaders.callsReadAt),
        nextPollAt: now + wait,
        pollAfterMilliseconds: wait,
        intervalMilliseconds,
        failures: 0,
        failure: undefined,
        upstream,
      });
      tellAfterAnswer(tell);
    },
    failed(key, failure, now) {
      const failures = of(key).failures + 1;
      const told = wholeMilliseconds(failure.headers, clockHeaders.nextPoll);
      const wait = told === undefined ? waitAfterFailure(failure.problem, failures, now, random) : cappedWait(told);
      ended(key, { nextPollAt: now + wait, pollAfterMilliseconds: wait, failures, failure });
      tell();
    },
    clear() {
      byKey.clear();
      awaited.clear();
      tell();
    },
  };
}

export const readings = createReadings(Math.random);

/** The key of one campaign's reading. */
export function readingKey(connection: string, id: string): string {
  return JSON.stringify([connection, id]);
}
