import { z } from "zod";
import { Reported } from "./reported.ts";
import { Status } from "./status.ts";

/** A line of the campaign list on the home page. */
export const CampaignSummary = z.object({
  id: z.string(),
  name: z.string(),
  status: Status,
  type: Reported(z.string()),
  agentLabel: Reported(z.string()),
  totalCalls: Reported(z.number()),
  completedCalls: Reported(z.number()),
  /** Contacts loaded, and how many of them had their first call; never added to calls. */
  contacts: Reported(z.number()),
  firstCallsSent: Reported(z.number()),
});
export type CampaignSummary = z.infer<typeof CampaignSummary>;
