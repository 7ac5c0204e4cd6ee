import { type CampaignScope, NumberPolicy, Permission } from "#service/access/viewer.ts";
import { z } from "zod";

/** What is granted beside campaigns: by a reverse proxy's users and groups, or at most by an issuer. */
export const grantedKeys = {
  numbers: NumberPolicy.default("masked").describe('must be "full", "masked" or "none": what is seen of the numbers called'),
  permissions: z.array(Permission).default([]).describe('must be a list of "recordings", "export" and "displays"'),
};

export type Granted = { campaigns: CampaignScope; numbers: NumberPolicy; permissions: Permission[] };
