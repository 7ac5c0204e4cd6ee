import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useView } from "../../client/address.ts";
import { campaignZone } from "../../client/campaign-zone.ts";
import { useFreshness } from "../../client/freshness.ts";
import { campaignQuery, connectionsQuery, refreshNow } from "../../client/queries.ts";
import { shownZone } from "../../ui/zone.ts";
import { isGone, troubleOf } from "./trouble.ts";

/** One campaign as any surface shows it: what was read, how fresh it is, and what keeps newer data away. */
export function useCampaign(connection: string, campaign: string) {
  const { data, error } = useQuery(campaignQuery(connection, campaign));
  const { data: host } = useQuery(connectionsQuery());
  const [view] = useView();

  // A retry clears the error while nothing was ever read: the cause stays in view until there is an answer.
  const [lastError, setLastError] = useState(error);
  if (error !== null && error !== lastError) setLastError(error);
  const trouble = troubleOf(data, error ?? (data === undefined ? lastError : null));
  const freshness = useFreshness(connection, campaign, trouble !== undefined);
  const answer = trouble !== undefined && isGone(trouble) ? undefined : data;
  const info = answer?.connection ?? host?.connections.find(({ name }) => name === connection);
  const provider = info?.provider.name ?? "the platform";
  const label = info?.label ?? connection;
  const names = useMemo(() => ({ provider, connection: label, campaign }), [provider, label, campaign]);
  const ownZone = answer && campaignZone(answer);
  const zone = shownZone(view.zone, ownZone);
  const old = freshness.state === "not_live" || freshness.state === "offline";
  const retry = useCallback(() => refreshNow(connection, campaign), [connection, campaign]);
  /** Given once the data is too old to speak in the present: when it was read. */
  const pastSince = old ? freshness.readAt : undefined;
  return { answer, trouble, freshness, names, campaignZone: ownZone, zone, pastSince, retry };
}
