import type { Reports } from "#campaign/reports.ts";
import type { CampaignListSource, CampaignReading, Provider, WireResult } from "../provider.ts";
import { parseWire, readRows } from "../wire-problem.ts";
import { callRows, readingOf, summaryOf } from "./map.ts";
import { WireCampaignBody, WireError, WireListBody, WireListItem } from "./wire.ts";

/** Documented default is 20 and the most is 100. */
const campaignsPerPage = 20;

const reports: Reports = {
  calls: true,
  rowsAre: "calls",
  callTimes: true,
  callIds: true,
  numbers: true,
  durations: false,
  recordings: false,
  retries: true,
  inProgress: true,
  files: true,
  statistics: true,
};

function readCampaign(body: unknown): WireResult<CampaignReading> {
  const parsed = parseWire(WireCampaignBody, body);
  return parsed.ok ? { ok: true, value: readingOf(parsed.value.data) } : parsed;
}

/** Talkover, as docs.talkover.ai/en/api-reference describes it. */
export const talkover: Provider = {
  id: "talkover",
  name: "Talkover",
  defaultBaseUrl: "https://app.talkover.ai",
  auth: { kind: "bearer" },
  credential: "API token",
  account: [],
  headers: () => ({}),
  requestsPerMinute: 100,
  campaignId: /^[A-Za-z0-9_-]{1,128}$/,

  campaign: (id) => ({
    reports,
    dimensions: [],
    header: { kind: "one", request: { method: "GET", path: `/api/v1/campaigns/${encodeURIComponent(id)}` }, read: readCampaign, rows: callRows },
    calls: undefined,
  }),

  lists: () => [list],

  readError(body) {
    const parsed = WireError.safeParse(body);
    if (!parsed.success) return { code: undefined, message: undefined };
    const { error, message } = parsed.data;
    return { code: error?.code ?? undefined, message: error?.message ?? message ?? undefined };
  },
};

const list: CampaignListSource = {
  request({ page, search }) {
    const query = `per_page=${campaignsPerPage}&page=${page}`;
    // Half a surrogate pair would make encodeURIComponent throw.
    const words = search?.trim().replace(/\p{Surrogate}/gu, "\uFFFD");
    return { method: "GET", path: `/api/v1/campaigns?${query}${words ? `&search=${encodeURIComponent(words)}` : ""}` };
  },

  read(body) {
    const parsed = parseWire(WireListBody, body);
    if (!parsed.ok) return parsed;
    const { data, pagination } = parsed.value;
    const { items = [], setAside } = readRows(data, WireListItem, summaryOf);
    return {
      ok: true,
      value: {
        campaigns: items,
        setAside,
        page: pagination.current_page,
        // No campaigns are still one page, an empty one.
        lastPage: Math.max(1, pagination.last_page),
        total: pagination.total,
      },
    };
  },
};
