import { jumpLately } from "#campaign/alerts.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useHistory } from "./history.ts";

/** The jump of the failure rate that alerts tell of too; `undefined` on hosts that keep no history. */
export function useFailureJump(campaign: string, answer: CampaignAnswer, now: Instant): ReturnType<typeof jumpLately> {
  const events = useHistory(answer.connection.name, campaign)?.events;
  return events && jumpLately({ events, status: answer.campaign.status, now });
}
