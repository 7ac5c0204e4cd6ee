import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";

/** A day that has calls, as the campaign's zone cuts it. */
export type DayOfCalls = { date: string; start: Instant; end: Instant };

/** What the filters offer of a campaign: not how many calls there are of each, so that most polls leave it as it is. */
export type Choices = {
  /** Oldest first. */
  days: DayOfCalls[];
  daysZone: string | undefined;
  /** As many retries as may be or have been used. */
  mostRetries: number;
  /** The words that calls use, by dimension, the most frequent first. */
  words: { id: string; title: string; used: string[] }[];
};

type Offered = Pick<CampaignAnswer, "charts" | "dimensions"> & { campaign: Pick<CampaignAnswer["campaign"], "retryRules"> };

export function choicesOf({ campaign, charts, dimensions }: Offered): Choices {
  const { maxRetries } = campaign.retryRules;
  const counted = charts.reported ? charts.value : undefined;
  const time = counted?.time.reported === true ? counted.time.value : undefined;
  const usedIn = (dimension: string) => counted?.dimensions.find(({ id }) => id === dimension)?.values.map(({ value }) => value) ?? [];
  return {
    days: time?.days.map(({ date, start, end }) => ({ date, start, end })) ?? [],
    daysZone: time?.zone,
    mostRetries: Math.max(maxRetries.reported ? maxRetries.value : 0, 1, ...(counted?.retries.map(({ retries }) => retries) ?? [])),
    words: dimensions.map(({ id, title }) => ({ id, title, used: usedIn(id) })),
  };
}

const mostChoices = 20;

/** From no retries up to the most; what is chosen already is always among them. */
export function retriesChoices(mostRetries: number, chosen: readonly number[]): number[] {
  const highest = Math.min(mostRetries, mostChoices);
  const choices = new Set([...Array.from({ length: highest + 1 }, (_, retries) => retries), ...chosen]);
  return [...choices].sort((a, b) => a - b);
}
