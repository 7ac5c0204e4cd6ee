import { readFileSync } from "node:fs";
import { providers } from "#providers/registry.ts";
import { operator } from "#service/access/viewer.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { createService } from "#service/service.ts";

/** A Wednesday, 14:46 in New York: two hours and a quarter before the window closes. */
export const publishedNow = Date.parse("2026-10-14T18:46:00Z");

/** What the service answers at that time of the campaign that Talkover publishes. */
export async function publishedAnswer(): Promise<CampaignAnswer> {
  const provider = providers.get("talkover");
  if (provider === undefined) throw new Error("Talkover is not registered.");
  const body = readFileSync(new URL("../../../providers/talkover/samples/talkover-campaign.json", import.meta.url));
  const service = createService({
    host: { kind: "node", version: "test" },
    clock: { now: () => publishedNow },
    connections: [
      {
        name: "acme",
        label: "Acme",
        provider,
        baseUrl: "https://app.talkover.ai",
        account: {},
        token: "talq_test",
        demo: false,
        consoleUrl: undefined,
        stated: { timeZone: undefined, callingHours: undefined },
        maxBodyBytes: 1_000_000,
        deadlineMilliseconds: 1_000,
        fetch: () => Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } })),
      },
    ],
  });
  const response = await service.fetch(new Request("http://callboard/api/v1/connections/acme/campaigns/campaign-uuid-1"), operator);
  const answer: CampaignAnswer = await response.json();
  return answer;
}
