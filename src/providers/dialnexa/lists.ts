import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { CampaignListFilter, CampaignListPage, CampaignListSource } from "../provider.ts";
import { parseWire, readRows } from "../wire-problem.ts";
import { batchSummaryOf } from "./map-batch.ts";
import { summaryOf } from "./map.ts";
import { WireBatch, WireBatchList, WireCampaign, WireCampaignList } from "./wire.ts";

const perPage = 20;

/** The pages that `total` rows make. */
function pagesOf(total: number, limit: number | null | undefined): number {
  return Math.max(1, Math.ceil(total / (limit || perPage)));
}

/** No search is documented, so each page is searched once it is here, by name and id. */
function found(campaigns: CampaignSummary[], { search }: CampaignListFilter): CampaignSummary[] {
  const words = search?.trim().toLowerCase() ?? "";
  return campaigns.filter(({ id, name }) => `${name}\n${id}`.toLowerCase().includes(words));
}

/** Not documented, but the plain sibling of get-campaign; what it does not say of its pages is one page. */
export const campaignList: CampaignListSource = {
  request: ({ page }) => ({ method: "GET", path: `/v1/campaigns?page=${page}&limit=${perPage}`, asked: "the list of campaigns" }),
  read(body, filter) {
    const parsed = parseWire(WireCampaignList, body);
    if (!parsed.ok) return parsed;
    const { rows, paging } = parsed.value;
    const { items = [], setAside } = readRows(rows, WireCampaign, summaryOf);
    const total = paging.total ?? rows.length;
    const lastPage = paging.totalPages ?? pagesOf(total, paging.limit ?? (paging.total === undefined ? rows.length : perPage));
    const page: CampaignListPage = { campaigns: found(items, filter), setAside, page: filter.page, lastPage: Math.max(1, lastPage), total };
    return { ok: true, value: page };
  },
};

/** The documented list of batch calls. */
export const batchList: CampaignListSource = {
  request: ({ page }) => ({ method: "GET", path: `/v1/batch-calls?limit=${perPage}&page=${page}`, asked: "the list of batch calls" }),
  read(body, filter) {
    const parsed = parseWire(WireBatchList, body);
    if (!parsed.ok) return parsed;
    const { items: rows, total, page, limit } = parsed.value;
    const { items = [], setAside } = readRows(rows, WireBatch, batchSummaryOf);
    return { ok: true, value: { campaigns: found(items, filter), setAside, page, lastPage: pagesOf(total, limit), total } };
  },
};
