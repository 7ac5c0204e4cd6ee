import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { unreportedCampaign } from "#campaign/campaign.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import type { CampaignReading } from "../provider.ts";
import { fieldOf } from "../reported-field.ts";
import { factsOf } from "./facts.ts";
import type { WireCampaign } from "./wire.ts";
import { completionOf, statusOf } from "./words.ts";

function directionOf({ isIncoming }: WireCampaign): Reported<"outbound" | "incoming"> {
  return fieldOf(isIncoming === true ? "incoming" : isIncoming === false ? "outbound" : undefined, "isIncoming");
}

/** `null` is an answer here: not completed. */
function completedAtOf(wire: WireCampaign): Reported<number | null> {
  const completion = completionOf(wire);
  return completion === undefined ? notReported : reported(completion, "completedAt");
}

/** Everything Callers.ai says of one campaign. Days without hours are no calling hours: they are a fact. */
export function readingOf(wire: WireCampaign): CampaignReading {
  return {
    campaign: {
      ...unreportedCampaign,
      id: wire.id,
      name: wire.name,
      status: statusOf(wire),
      direction: directionOf(wire),
      newChatsPaused: fieldOf(wire.pauseNewChats, "pauseNewChats"),
      completedAt: completedAtOf(wire),
      facts: factsOf(wire),
    },
    counters: { basis: "none" },
    calls: undefined,
    setAside: { calls: [], files: [] },
  };
}

/** A line of the campaign list. */
export function summaryOf(wire: Pick<WireCampaign, "id" | "name" | "active" | "completedAt">): CampaignSummary {
  return {
    id: wire.id,
    name: wire.name,
    status: statusOf(wire),
    type: notReported,
    agentLabel: notReported,
    totalCalls: notReported,
    completedCalls: notReported,
    contacts: notReported,
    firstCallsSent: notReported,
  };
}
