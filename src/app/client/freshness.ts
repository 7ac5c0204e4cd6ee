import { useMemo, useSyncExternalStore } from "react";
import type { Instant } from "#campaign/campaign.ts";
import { pulse, useNow } from "./clock.ts";
import type { Reading } from "./readings.ts";
import { readingKey, readings } from "./readings.ts";

export type FreshnessState = "loading" | "live" | "waiting" | "stale" | "not_live" | "offline";

export type Freshness = {
  state: FreshnessState;
  /** When the data on screen was read from the platform. */
  readAt: Instant | undefined;
  nextPollAt: Instant | undefined;
  intervalMilliseconds: number;
};

const staleMilliseconds = 15_000;
const notLiveMilliseconds = 60_000;

/**
 * How fresh data is, by elapsed time alone (docs/progress.md, "Freshness"):
 * stale after max(15 s, 2 × interval), not live after max(60 s, 10 × interval).
 * Old data is "not live" whatever the reason; younger data is named by the reason.
 */
export function freshnessState(reading: Reading, now: Instant): FreshnessState {
  const { readAt, failure, upstream, intervalMilliseconds } = reading;
  const age = readAt === undefined ? undefined : now - readAt;
  if (age !== undefined && age > Math.max(notLiveMilliseconds, 10 * intervalMilliseconds)) return "not_live";
  if (failure?.answered === false) return "offline";
  const reason = failure?.problem.code ?? upstream;
  if (reason === "rate_limited" || reason === "too_many_requests") return "waiting";
  if (age === undefined) return failure === undefined ? "loading" : "not_live";
  return age > Math.max(staleMilliseconds, 2 * intervalMilliseconds) ? "stale" : "live";
}

/**
 * The freshness of one campaign's data; looked at every second, and told when it is another one. `isFailing`: figures
 * that are known not to be renewed are stale from then on, however young.
 */
export function useFreshness(connection: string, id: string, isFailing: boolean): Freshness {
  const key = readingKey(connection, id);
  const reading = useSyncExternalStore(readings.subscribe, () => readings.of(key));
  const measured = useSyncExternalStore(pulse.subscribe, () => freshnessState(reading, pulse.read(1_000)));
  const state = isFailing && measured === "live" ? "stale" : measured;
  return useMemo(
    () => ({
      state,
      readAt: reading.readAt,
      nextPollAt: reading.nextPollAt,
      intervalMilliseconds: reading.intervalMilliseconds,
    }),
    [state, reading],
  );
}

/** Whether the campaign is being asked for now; apart, since it changes twice a poll. */
export function useRefreshing(connection: string, id: string): boolean {
  const key = readingKey(connection, id);
  return useSyncExternalStore(readings.subscribe, () => readings.isAwaited(key));
}

/**
 * When the oldest page of a paged call history was read, once that is longer ago than
 * two polls: `undefined` while it is as fresh as the rest, or where there are no pages.
 */
export function useOldCalls(connection: string, id: string): Instant | undefined {
  const key = readingKey(connection, id);
  const now = useNow(10_000);
  return useSyncExternalStore(readings.subscribe, () => {
    const { callsReadAt, intervalMilliseconds } = readings.of(key);
    const isOld = callsReadAt !== undefined && now - callsReadAt > Math.max(staleMilliseconds, 2 * intervalMilliseconds);
    return isOld ? callsReadAt : undefined;
  });
}
