import type { CampaignAnswer } from "#service/api.ts";

/** What a viewer asks first of any campaign and this one's platform does not say, by name. */
export function missingFacts({ campaign, hours }: Pick<CampaignAnswer, "hours"> & { campaign: Pick<CampaignAnswer["campaign"], "agent" | "type" | "startDate"> }): string[] {
  const { agent } = campaign;
  const agentKnown = agent.reported && [agent.value.label, agent.value.name, agent.value.id].some((fact) => fact.reported && fact.value !== "");
  return [
    ...(agentKnown ? [] : ["agent"]),
    ...(campaign.type.reported ? [] : ["type"]),
    ...(hours.reported ? [] : ["calling hours"]),
    ...(campaign.startDate.reported ? [] : ["start date"]),
  ];
}
