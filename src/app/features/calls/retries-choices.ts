import type { CampaignAnswer } from "#service/api.ts";

const mostChoices = 20;

type Retried = { campaign: Pick<CampaignAnswer["campaign"], "retryRules">; charts: CampaignAnswer["charts"] };

/** From no retries up to as many as may be or have been used; what is chosen already is always among them. */
export function retriesChoices({ campaign, charts }: Retried, chosen: readonly number[]): number[] {
  const { maxRetries } = campaign.retryRules;
  const allowed = maxRetries.reported ? maxRetries.value : 0;
  const used = charts.reported ? charts.value.retries.map(({ retries }) => retries) : [];
  const highest = Math.min(Math.max(allowed, 1, ...used), mostChoices);
  const choices = new Set([...Array.from({ length: highest + 1 }, (_, retries) => retries), ...chosen]);
  return [...choices].sort((a, b) => a - b);
}
