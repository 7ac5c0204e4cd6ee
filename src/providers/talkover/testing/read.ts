import type { CampaignListPage, CampaignListSource, CampaignReading, WireResult } from "../../provider.ts";
import { talkover } from "../provider.ts";

const { header } = talkover.campaign("c", {});
const [source] = talkover.lists({});

/** Reads a get-campaign body as the service does. */
export function readCampaign(body: unknown): WireResult<CampaignReading> {
  if (header.kind !== "one") throw new Error("Talkover answers a campaign by itself.");
  return header.read(body);
}

/** The one way to list campaigns. */
export function campaignList(): CampaignListSource {
  if (source === undefined) throw new Error("Talkover lists campaigns.");
  return source;
}

/** Reads a page of the list as the service does. */
export function readList(body: unknown): WireResult<CampaignListPage> {
  return campaignList().read(body, { page: 1, search: undefined });
}
