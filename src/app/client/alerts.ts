import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { type Alert, alertsOf } from "#campaign/alerts.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer, Problem } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import type { ApiError } from "./api-error.ts";
import { useNow } from "./clock.ts";
import { useHistory } from "./history.ts";
import { campaignQuery } from "./queries.ts";
import { readingKey, readings } from "./readings.ts";

/** Nobody looks: what matters for minutes need not be asked for every few seconds. */
const hiddenMilliseconds = 30_000;

/** What is the viewer's own, or mends itself by waiting, is no trouble of the platform. */
const noTrouble: Problem["code"][] = ["not_signed_in", "out_of_scope", "not_permitted", "not_granted", "too_many_requests"];

/** The alerts of a campaign, watched for though the tab is hidden; `undefined` until it was read. */
export function useAlerts(connection: string, campaign: string): { answer: CampaignAnswer; now: Instant; alerts: Alert[] } | undefined {
  const key = readingKey(connection, campaign);
  const { data: answer, error } = useQuery({
    ...campaignQuery(connection, campaign),
    refetchIntervalInBackground: true,
    refetchInterval: () => Math.max(isHidden() ? hiddenMilliseconds : 0, readings.of(key).pollAfterMilliseconds),
  });
  const history = useHistory(connection, campaign, { background: true });
  const now = useNow(10_000);
  if (answer === undefined) return undefined;
  const readAt = readings.of(key).readAt ?? now;
  return { answer, now, alerts: alertsOf(inputOf(answer, history, troubleOf(answer, error, readAt), now)) };
}

function inputOf({ campaign, sentence, files, hours }: CampaignAnswer, history: HistoryAnswer | undefined, problem: Trouble | undefined, now: Instant) {
  const open = hours.reported ? hours.value.open : undefined;
  const opensAt = hours.reported ? hours.value.windows.find(({ start }) => start > now)?.start : undefined;
  return {
    status: campaign.status,
    sentence,
    files: files.reported ? files.value : [],
    problem,
    events: history?.events ?? [],
    hours: open === undefined ? undefined : { open, opensAt },
    now,
  };
}

type Trouble = { code: string; since: Instant };

function troubleOf(answer: CampaignAnswer, error: ApiError | null, readAt: Instant): Trouble | undefined {
  if (error !== null) {
    const { code, since = readAt } = error.problem;
    return noTrouble.includes(code) ? undefined : { code, since };
  }
  return answer.upstream.state === "failing" ? answer.upstream.problem : undefined;
}

/** The tab is hidden, or another window has the keyboard. */
function isAway(): boolean {
  return isHidden() || !document.hasFocus();
}

function isHidden(): boolean {
  return document.visibilityState === "hidden";
}

function onLook(listener: () => void): () => void {
  document.addEventListener("visibilitychange", listener);
  window.addEventListener("focus", listener);
  window.addEventListener("blur", listener);
  return () => {
    document.removeEventListener("visibilitychange", listener);
    window.removeEventListener("focus", listener);
    window.removeEventListener("blur", listener);
  };
}

/** Whether nobody looks at this tab, so that what happens must be told; and whether it is out of sight altogether. */
export function useAway(): { away: boolean; hidden: boolean } {
  const away = useSyncExternalStore(onLook, isAway);
  const hidden = useSyncExternalStore(onLook, isHidden);
  return { away, hidden };
}
