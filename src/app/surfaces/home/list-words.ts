import type { CampaignListAnswer } from "#service/api.ts";

/** Why a page of the list is empty. */
export function wordNoCampaign({ lastPage, scoped }: Pick<CampaignListAnswer, "lastPage" | "scoped">, label: string, search: string): string {
  if (scoped) return `No campaign of ${label}${search === "" ? "" : ` called “${search}”`} is among those you may see.`;
  if (search === "") return `${label} has no campaigns yet.`;
  if (lastPage > 1) return `No campaign on this page is called “${search}”. This list can only be searched page by page.`;
  return `No campaign of ${label} is called “${search}”.`;
}
