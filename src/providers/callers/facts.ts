import type { Fact } from "#campaign/fact.ts";
import { instantOfIso } from "../iso-time.ts";
import type { WireCampaign } from "./wire.ts";
import { completionOf, daysOf, integrationsOf } from "./words.ts";

type Place = Fact["place"];

/** A fact, or none where there is nothing to say. */
function text(label: string, value: string | null | undefined, source: string): Fact[] {
  return value?.trim() ? [{ label, place: "configuration", source, value: { kind: "text", text: value } }] : [];
}

function list(label: string, items: readonly string[] | null | undefined, source: string): Fact[] {
  return items?.length ? [{ label, place: "configuration", source, value: { kind: "list", items: [...items] } }] : [];
}

function phone(label: string, numbers: readonly string[], source: string): Fact[] {
  return numbers.length > 0 ? [{ label, place: "summary", source, value: { kind: "phone", numbers: [...numbers] } }] : [];
}

function instant(label: string, place: Place, at: number | null | undefined, source: string): Fact[] {
  return at === null || at === undefined ? [] : [{ label, place, source, value: { kind: "instant", at } }];
}

function firstInteraction({ firstInteractionAt: at }: WireCampaign): Fact[] {
  const [label, source] = ["First interaction", "firstInteractionAt"];
  // Null and empty are the answer of a campaign that has not begun; missing is none.
  if (at === null || at?.trim() === "") return [{ label, place: "summary", source, value: { kind: "text", text: "none yet" } }];
  return instant(label, "summary", at === undefined ? undefined : instantOfIso(at.trim()), source);
}

/** All that Callers.ai says of a campaign beyond what every campaign has. Nothing of a webhook's or Slack's address. */
export function factsOf(wire: WireCampaign): Fact[] {
  const { callParams, campaignGroupName, campaignGroupId } = wire;
  const phones = callParams?.phonesFrom ?? [];
  const days = daysOf(callParams?.daysOfWeek ?? []);
  const incoming = wire.incomingPhoneNumber?.trim();
  return [
    ...firstInteraction(wire),
    ...phone(phones.length === 1 ? "From number" : "From numbers", phones, "callParams.phonesFrom"),
    ...phone("Incoming number", incoming ? [incoming] : [], "incomingPhoneNumber"),
    ...instant("Completed", "configuration", completionOf(wire), "completedAt"),
    ...text("Language", callParams?.language, "callParams.language"),
    ...list("Approved countries", callParams?.approvedCountries, "callParams.approvedCountries"),
    ...(campaignGroupName?.trim()
      ? text("Group", campaignGroupName, "campaignGroupName")
      : text("Group", campaignGroupId, "campaignGroupId")),
    ...text("Time zone", callParams?.timezone, "callParams.timezone"),
    ...list("Days", days.items, days.byNumber ? "callParams.daysOfWeek, with 1 taken as Monday" : "callParams.daysOfWeek"),
    ...list("Variables", wire.variables, "variables"),
    ...text("Integrations", integrationsOf(wire), "webhooks, slackUrl"),
  ];
}
