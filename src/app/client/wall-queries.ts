import { QueryObserver } from "@tanstack/react-query";
import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { api } from "./api.ts";
import type { ApiError } from "./api-error.ts";
import { useNow } from "./clock.ts";
import { type FreshnessState, freshnessState } from "./freshness.ts";
import { campaignQuery } from "./queries.ts";
import { queryClient } from "./query-client.ts";
import { readingKey, readings } from "./readings.ts";

/** One campaign as a wall knows it. */
export type Watched = { key: string; connection: string; campaign: string; answer: CampaignAnswer | undefined; error: ApiError | null; freshness: FreshnessState };

/**
 * Every campaign of a wall, each polled in its own time whoever is shown, hidden or not. By observers, since the
 * library's own hook for many questions would weigh on every page. `targets` is the same list until it is another wall.
 */
export function useWatched(targets: readonly { connection: string; campaign: string }[]): Watched[] {
  const now = useNow(1_000);
  const observers = useMemo(
    () => targets.map(({ connection, campaign }) => new QueryObserver(queryClient, { ...campaignQuery(connection, campaign), refetchIntervalInBackground: true })),
    [targets],
  );
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = observers.map((observer) => observer.subscribe(listener));
      return () => stops.forEach((stop) => stop());
    },
    [observers],
  );
  const results = observers.map((observer) => observer.getCurrentResult());
  useSyncExternalStore(subscribe, () => observers.map((observer) => changeOf(observer.getCurrentResult())).join(" "));
  return targets.map(({ connection, campaign }, index) => {
    const { data: answer, error = null } = results[index] ?? {};
    const key = readingKey(connection, campaign);
    return { key, connection, campaign, answer, error, freshness: freshnessState(readings.of(key), now) };
  });
}

function changeOf({ dataUpdatedAt, errorUpdatedAt, status }: { dataUpdatedAt: number; errorUpdatedAt: number; status: string }): string {
  return `${dataUpdatedAt}/${errorUpdatedAt}/${status}`;
}

/** Reads every campaign whole again: what could not be drawn may be what was kept. Settles when each was answered or failed. */
export async function readWholeAgain(): Promise<void> {
  api.forget();
  await queryClient.refetchQueries({ queryKey: ["campaign"] });
}
