import type { CampaignAnswer } from "#service/api.ts";
import { useSame } from "./use-same.ts";

/** What a platform says of a campaign, but for when it last changed: that moves with every call. */
export type Settings = Omit<CampaignAnswer["campaign"], "updatedAt">;

/** The settings in an answer; the same object until one of them is another. */
export function useSettings({ campaign: { updatedAt: _updatedAt, ...settings } }: CampaignAnswer): Settings {
  return useSame(settings);
}
