import { queryOptions } from "@tanstack/react-query";
import type { CampaignAnswer, CampaignListAnswer, ConnectionsAnswer } from "#service/api.ts";
import { isCampaignList, isConnections } from "./answers.ts";
import { access } from "./access.ts";
import { api } from "./api.ts";
import type { ApiError } from "./api-error.ts";
import { createCampaignQuestion } from "./campaign-question.ts";
import { cappedWait } from "./cadence.ts";
import { pulse } from "./clock.ts";
import { campaignListPath, connectionsPath } from "./paths.ts";
import { queryClient } from "./query-client.ts";
import { readingKey, readings } from "./readings.ts";
import { serviceClock } from "./service-clock.ts";

const campaignQuestion = createCampaignQuestion(api, serviceClock, readings);

const campaignKey = (connection: string, id: string) => ["campaign", connection, id] as const;
/** Everything that follows from a campaign's calls; asked again when the campaign's data changed. */
export const callsKey = (connection: string, id: string) => ["calls", connection, id] as const;

pulse.onWake(() => void queryClient.refetchQueries({ queryKey: ["campaign"], type: "active" }));

// What one viewer read is not for the next, nor for nobody.
access.subscribe(() => {
  queryClient.clear();
  readings.clear();
  api.forget();
});

const againMilliseconds = 5_000;

/** For questions that are not polled: one that failed on the way, in the service or for haste is asked again. */
export function againAfterFailure({ state: { error } }: { state: { error: ApiError | null } }): number | false {
  if (error === null) return false;
  const { status, retryAt } = error.problem;
  if (status === 429) return Math.max(againMilliseconds, cappedWait((retryAt ?? 0) - serviceClock.now()));
  return error.answered && status < 500 ? false : againMilliseconds;
}

/** The configured connections and what this host is capable of. */
export function connectionsQuery() {
  return queryOptions<ConnectionsAnswer, ApiError>({
    queryKey: ["connections"],
    queryFn: async ({ signal }) => (await api.ask(connectionsPath, isConnections, { signal })).data,
    staleTime: 60_000,
    refetchInterval: againAfterFailure,
  });
}

/** One page of a connection's campaigns; `search` is part of a name or id. */
export function campaignListQuery(connection: string, { page, search }: { page: number; search: string }) {
  return queryOptions<CampaignListAnswer, ApiError>({
    queryKey: ["campaigns", connection, page, search],
    queryFn: async ({ signal }) =>
      (await api.ask(campaignListPath(connection, page, search), isCampaignList, { signal })).data,
    staleTime: 10_000,
    refetchInterval: (query) => againAfterFailure(query) || 30_000,
    placeholderData: (last, from) => (from?.queryKey[1] === connection ? last : undefined),
  });
}

/** The campaign, polled as often as the service says is worth it; not while the tab is hidden. */
export function campaignQuery(connection: string, id: string) {
  const pollAfter = (): number => readings.of(readingKey(connection, id)).pollAfterMilliseconds;
  return queryOptions<CampaignAnswer, ApiError>({
    queryKey: campaignKey(connection, id),
    queryFn: async ({ signal, client, queryKey }) => {
      const isFirst = client.getQueryData(queryKey) === undefined;
      const answer = await campaignQuestion.ask(connection, id, signal);
      if (answer.changed && !isFirst) void client.invalidateQueries({ queryKey: callsKey(connection, id) });
      return answer.data;
    },
    refetchInterval: pollAfter,
    // Panels that mount between two polls must not ask again; a tab that is shown must.
    staleTime: pollAfter,
    refetchOnWindowFocus: "always",
  });
}

/** Has the platform read now, where its limits allow. */
export function refreshNow(connection: string, id: string): void {
  campaignQuestion.wantFresh(connection, id);
  void queryClient.refetchQueries({ queryKey: campaignKey(connection, id), exact: true });
}
