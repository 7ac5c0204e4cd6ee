import type { CampaignAnswer } from "#service/api.ts";

/** The campaign's zone, where it is reported and known. */
export function campaignZone({ hours }: Pick<CampaignAnswer, "hours">): string | undefined {
  return hours.reported && hours.value.timeZoneKnown ? hours.value.timeZone : undefined;
}
