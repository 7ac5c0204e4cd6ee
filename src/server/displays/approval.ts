import { randomUUID } from "node:crypto";
import { CampaignScope } from "#service/access/viewer.ts";
import { z } from "zod";
import type { Pairings } from "../store/pairings.ts";
import { codeIn } from "./secrets.ts";

export const longestDisplayName = 60;

/** What a display is approved with. Each description is the rest of a sentence that begins with the key. */
export const ApprovalRequest = z.strictObject({
  code: z.string().min(1).max(40).describe("must be the code that the display shows, such as \"7RQX-3MPW\""),
  name: z.string().trim().min(1).max(longestDisplayName).describe(`must be what the display is called, of 1 to ${longestDisplayName} characters`),
  campaigns: CampaignScope.refine((scope) => Object.keys(scope).length > 0).describe('must be lists of campaign ids by connection, such as {"acme": ["spring-1"]}'),
});
export type ApprovalRequest = z.infer<typeof ApprovalRequest>;

/** Approves the display that shows a code. Its id; `undefined` where none waits with that code. */
export async function approve(pairings: Pairings, { code: typed, name, campaigns }: ApprovalRequest): Promise<string | undefined> {
  const code = codeIn(typed);
  const id = randomUUID();
  return code !== undefined && (await pairings.approve(code, { id, name, campaigns: JSON.stringify(campaigns) })) ? id : undefined;
}
