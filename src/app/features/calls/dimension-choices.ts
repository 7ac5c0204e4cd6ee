import type { CampaignAnswer } from "#service/api.ts";

/** The words of a dimension to choose from: those the calls use, the most frequent first, and those chosen already. */
export function dimensionChoices(charts: CampaignAnswer["charts"], id: string, chosen: readonly string[]): string[] {
  const counted = charts.reported ? charts.value.dimensions.find((dimension) => dimension.id === id) : undefined;
  return [...new Set([...(counted?.values.map(({ value }) => value) ?? []), ...chosen])];
}
