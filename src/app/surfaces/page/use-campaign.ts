import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { useFreshness } from "../../client/freshness.ts";
import { campaignQuery, connectionsQuery, refreshNow } from "../../client/queries.ts";
import { shownZone } from "../../ui/zone.ts";
import { isGone, troubleOf } from "./trouble.ts";

/** One campaign as any surface shows it: what was read, how fresh it is, and what keeps newer data away. */
export function useCampaign(connection: string, campaign: string) {
  const { data, error } = useQuery(campaignQuery(connection, campaign));
  const { data: host } = useQuery(connectionsQuery());
  const measured = useFreshness(connection, campaign);
  const [view] = useView();

  // A retry clears the error while nothing was ever read: the cause stays in view until there is an answer.
  const [lastError, setLastError] = useState(error);
  if (error !== null && error !== lastError) setLastError(error);
  const trouble = troubleOf(data, error ?? (data === undefined ? lastError : null));
  const failing = trouble !== undefined;
  // Figures that are known not to be renewed are stale from then on, however young.
  const freshness = useMemo(
    () => (failing && measured.state === "live" ? { ...measured, state: "stale" as const } : measured),
    [failing, measured],
  );
  const answer = trouble !== undefined && isGone(trouble) ? undefined : data;
  const info = answer?.connection ?? host?.connections.find(({ name }) => name === connection);
  const provider = info?.provider.name ?? "the platform";
  const label = info?.label ?? connection;
  const names = useMemo(() => ({ provider, connection: label, campaign }), [provider, label, campaign]);
  const campaignZone = zoneOf(answer);
  const zone = shownZone(view.zone, campaignZone);
  const old = freshness.state === "not_live" || freshness.state === "offline";
  const retry = useCallback(() => refreshNow(connection, campaign), [connection, campaign]);
  /** Given once the data is too old to speak in the present: when it was read. */
  const pastSince = old ? freshness.readAt : undefined;
  return { answer, trouble, freshness, names, campaignZone, zone, pastSince, retry };
}

/** The campaign's zone, where it is reported and known. */
function zoneOf(answer: CampaignAnswer | undefined): string | undefined {
  return answer?.hours.reported && answer.hours.value.timeZoneKnown ? answer.hours.value.timeZone : undefined;
}
