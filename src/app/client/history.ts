import { queryOptions, useQuery } from "@tanstack/react-query";
import type { CampaignAnswer } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import { isHistory } from "./answers.ts";
import { api } from "./api.ts";
import type { ApiError } from "./api-error.ts";
import { historyPath } from "./paths.ts";
import { againAfterFailure, campaignQuery, connectionsQuery } from "./queries.ts";

const againMilliseconds = 30_000;
/** What just happened is written down a moment after the campaign's answer told of it. */
const soonMilliseconds = 2_500;
const soonTimes = 2;

/**
 * What Callboard itself saw of a campaign; to be asked only of a host that keeps it. Pace and comparison
 * move slowly; `stamp` tells answers apart between which something happened, which is asked for at once.
 */
export function historyQuery(connection: string, id: string, stamp = "") {
  return queryOptions<HistoryAnswer, ApiError>({
    queryKey: ["history", connection, id, stamp],
    queryFn: async ({ signal }) => (await api.ask(historyPath(connection, id), isHistory, { signal })).data,
    staleTime: againMilliseconds,
    refetchInterval: (query) => againAfterFailure(query) || (query.state.dataUpdateCount < soonTimes ? soonMilliseconds : againMilliseconds),
    placeholderData: (last, from) => (from?.queryKey[1] === connection && from.queryKey[2] === id ? last : undefined),
  });
}

/** What of an answer the history will tell of when it becomes another: not that figures moved. */
export function stampOf({ campaign: { status }, sentence, upstream, files }: CampaignAnswer): string {
  const states = files.reported ? files.value.map(({ id, state, stuckSince }) => [id, state.kind, stuckSince]) : [];
  return JSON.stringify([status.kind, sentence.kind, upstream.state, states]);
}

/** Whether this host remembers what it saw; `undefined` until it has said so. */
export function useKeepsHistory(): boolean | undefined {
  return useQuery(connectionsQuery()).data?.capabilities.history;
}

/**
 * What was seen of a campaign that is on show; `undefined` on hosts that keep nothing, and until it was
 * answered. `background`: asked for though the tab is hidden.
 */
export function useHistory(connection: string, campaign: string, { background = false } = {}): HistoryAnswer | undefined {
  return useHistoryQuery(connection, campaign, background).data;
}

/** The same, with why it cannot be had. */
export function useHistoryQuery(connection: string, campaign: string, background = false) {
  const kept = useKeepsHistory() === true;
  const { data: stamp } = useQuery({ ...campaignQuery(connection, campaign), enabled: false, select: stampOf });
  return useQuery({ ...historyQuery(connection, campaign, stamp), enabled: kept && stamp !== undefined, refetchIntervalInBackground: background });
}

/** When it will end: what was seen over days tells more than what one process saw. */
export function useEstimate(connection: string, campaign: string, { estimate }: CampaignAnswer): CampaignAnswer["estimate"] {
  return useHistory(connection, campaign)?.estimate ?? estimate;
}
