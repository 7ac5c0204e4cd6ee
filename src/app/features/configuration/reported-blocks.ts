import type { DoNotCall } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";

/** Blocks of the panel, in their order. */
const blocks = ["week", "retries", "rests", "do_not_call"] as const;
export type BlockName = (typeof blocks)[number];

type Rules = Pick<CampaignAnswer, "hours"> & {
  campaign: Pick<CampaignAnswer["campaign"], "startDate" | "endDate" | "retryRules" | "initialCallDelaySeconds" | "cooldowns" | "doNotCall">;
};

/** What a block is called where nothing of it is reported; calling hours are missed at the head of the page already. */
const missingWords = { retries: "retries", rests: "cool-downs", do_not_call: "do-not-call rules" };

/** Rules of which nothing is reported, by name. */
export function missingRules(rules: Rules): string[] {
  const reported = reportedBlocks(rules);
  return blocks.flatMap((name) => (name === "week" || reported.includes(name) ? [] : [missingWords[name]]));
}

/** The blocks of which something is reported. */
export function reportedBlocks({ hours, campaign }: Rules): BlockName[] {
  const { startDate, endDate, retryRules, initialCallDelaySeconds, cooldowns, doNotCall } = campaign;
  const said: Record<BlockName, { reported: boolean }[]> = {
    week: [hours, startDate, endDate],
    retries: [retryRules.maxRetries, retryRules.cooldownMinutes, initialCallDelaySeconds],
    rests: Object.values(cooldowns),
    do_not_call: [{ reported: hasDoNotCall(doNotCall) }],
  };
  return blocks.filter((name) => said[name].some(({ reported }) => reported));
}

export function hasDoNotCall({ enabled, autoAddEnabled }: DoNotCall): boolean {
  return enabled.reported || autoAddEnabled.reported;
}
