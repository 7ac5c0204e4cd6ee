import type { CampaignListAnswer } from "#service/api.ts";

/** Why a page of the list is empty. */
export function wordNoCampaign({ lastPage, scoped }: Pick<CampaignListAnswer, "lastPage" | "scoped">, label: string, search: string): string {
  const called = search === "" ? "" : ` called “${search}”`;
  if (lastPage > 1) {
    const isYours = scoped ? "that you may see " : "";
    return `No campaign ${isYours}on this page${called === "" ? "" : ` is${called}`}. ${scoped ? "There may be some on the others." : "This list can only be searched page by page."}`;
  }
  if (scoped) return `No campaign of ${label}${called} is among those you may see.`;
  return search === "" ? `${label} has no campaigns yet.` : `No campaign of ${label} is${called}.`;
}
