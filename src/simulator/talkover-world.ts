import type { Instant } from "#campaign/campaign.ts";
import { type CampaignBody, callRow, campaignBody, campaignText, type ListQuery, listBody } from "#providers/talkover/simulate.ts";
import { WireCall } from "#providers/talkover/wire.ts";
import { bigCampaign, campaigns } from "./campaigns.ts";
import { playCampaign } from "./played-campaign.ts";

/** A campaign's answer at one moment: its text, or its parts where a fault is to change them. Take either at once. */
export type CampaignAnswer = { text(): string; body(): CampaignBody };

/** All campaigns of the world, in Talkover's words. */
export type TalkoverWorld = {
  campaign(id: string, now: Instant): CampaignAnswer | undefined;
  list(query: ListQuery, now: Instant): ReturnType<typeof listBody>;
};

export function createTalkoverWorld(world: { seed: number; anchor: Instant; calls: number | undefined }): TalkoverWorld {
  const specs = world.calls === undefined ? campaigns : [...campaigns, bigCampaign(world.calls)];
  const played = new Map(specs.map((spec) => [spec.id, playCampaign(spec, world, (call) => JSON.stringify(callRow(call)))]));
  return {
    campaign(id, now) {
      const found = played.get(id)?.at(now);
      if (found === undefined) return undefined;
      const { campaign, rows } = found;
      return {
        text: () => campaignText(campaign, rows),
        body: () => campaignBody(campaign, rows.map((row) => WireCall.parse(JSON.parse(row)))),
      };
    },
    list: (query, now) => listBody([...played.values()].map((campaign) => campaign.at(now).campaign), query),
  };
}
