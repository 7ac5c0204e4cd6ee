import type { Fact } from "#campaign/fact.ts";
import { instantFact, listFact, phoneFact, textFact } from "../fact-of.ts";
import { instantOfIso } from "../iso-time.ts";
import type { WireCampaign } from "./wire.ts";
import { completionOf, daysOf, integrationsOf } from "./words.ts";

function firstInteraction({ firstInteractionAt: at }: WireCampaign): Fact[] {
  const about = { label: "First interaction", source: "firstInteractionAt", place: "summary" } as const;
  // Null and empty are the answer of a campaign that has not begun; missing is none.
  if (at === null || at?.trim() === "") return textFact(about, "none yet");
  return instantFact(about, at === undefined ? undefined : instantOfIso(at.trim()));
}

function days(words: readonly string[] | null | undefined): Fact[] {
  const { items, byNumber } = daysOf(words ?? []);
  return listFact({ label: "Days", source: byNumber ? "callParams.daysOfWeek, with 1 taken as Monday" : "callParams.daysOfWeek" }, items);
}

/** All that Callers.ai says of a campaign beyond what every campaign has. Nothing of a webhook's or Slack's address. */
export function factsOf(wire: WireCampaign): Fact[] {
  const { callParams, campaignGroupName, campaignGroupId } = wire;
  const phones = callParams?.phonesFrom ?? [];
  return [
    ...firstInteraction(wire),
    ...phoneFact({ label: phones.length === 1 ? "From number" : "From numbers", source: "callParams.phonesFrom" }, phones),
    ...phoneFact({ label: "Incoming number", source: "incomingPhoneNumber" }, [wire.incomingPhoneNumber ?? ""]),
    ...instantFact({ label: "Completed", source: "completedAt" }, completionOf(wire)),
    ...textFact({ label: "Language", source: "callParams.language" }, callParams?.language),
    ...listFact({ label: "Approved countries", source: "callParams.approvedCountries" }, callParams?.approvedCountries),
    ...(campaignGroupName?.trim()
      ? textFact({ label: "Group", source: "campaignGroupName" }, campaignGroupName)
      : textFact({ label: "Group", source: "campaignGroupId" }, campaignGroupId)),
    ...textFact({ label: "Time zone", source: "callParams.timezone" }, callParams?.timezone),
    ...days(callParams?.daysOfWeek),
    ...listFact({ label: "Variables", source: "variables" }, wire.variables),
    ...textFact({ label: "Integrations", source: "webhooks, slackUrl" }, integrationsOf(wire)),
  ];
}
