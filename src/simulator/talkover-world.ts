import type { Instant } from "#campaign/campaign.ts";
import { type CampaignBody, callRow, campaignBody, type ListQuery, listBody } from "#providers/talkover/simulate.ts";
import { bigCampaign, campaigns } from "./campaigns.ts";
import { playCampaign } from "./played-campaign.ts";

/** All campaigns of the world, in Talkover's words. */
export type TalkoverWorld = {
  campaign(id: string, now: Instant): CampaignBody | undefined;
  list(query: ListQuery, now: Instant): ReturnType<typeof listBody>;
};

export function createTalkoverWorld(world: { seed: number; anchor: Instant; calls: number | undefined }): TalkoverWorld {
  const specs = world.calls === undefined ? campaigns : [...campaigns, bigCampaign(world.calls)];
  const played = new Map(specs.map((spec) => [spec.id, playCampaign(spec, world, callRow)]));
  return {
    campaign(id, now) {
      const found = played.get(id)?.at(now);
      return found && campaignBody(found.campaign, found.rows);
    },
    list: (query, now) => listBody([...played.values()].map((campaign) => campaign.at(now).campaign), query),
  };
}
