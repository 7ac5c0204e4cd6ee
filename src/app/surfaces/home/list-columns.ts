import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { Reported } from "#campaign/reported.ts";

/** A count of the list; `label` stands beside the number where there is no head. */
export type CountColumn = { key: "contacts" | "firstCallsSent" | "totalCalls" | "completedCalls"; title: string; label: string };

const counts: CountColumn[] = [
  { key: "contacts", title: "Contacts", label: "contacts" },
  { key: "firstCallsSent", title: "First calls sent", label: "first calls sent" },
  { key: "totalCalls", title: "Calls", label: "calls" },
  { key: "completedCalls", title: "Completed", label: "completed" },
];

export type ListColumns = { agent: boolean; counts: CountColumn[] };

/** The columns that any campaign of the page has something for. */
export function listColumns(campaigns: CampaignSummary[]): ListColumns {
  const any = (fact: (campaign: CampaignSummary) => Reported<unknown>) => campaigns.some((campaign) => fact(campaign).reported);
  return {
    agent: any(({ agentLabel }) => agentLabel),
    counts: counts.filter(({ key }) => any((campaign) => campaign[key])),
  };
}
