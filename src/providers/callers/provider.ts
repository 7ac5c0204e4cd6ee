import type { Reports } from "#campaign/reports.ts";
import type { Account, CampaignListSource, CampaignReading, Provider, WireResult } from "../provider.ts";
import { parseWire, readRows } from "../wire-problem.ts";
import { readingOf, summaryOf } from "./map.ts";
import { WireCampaign, WireError, WireList } from "./wire.ts";

/** The platform answers its whole list at once: the pages are ours. */
const campaignsPerPage = 20;

const reports: Reports = {
  calls: false,
  rowsAre: "calls",
  callTimes: false,
  callIds: false,
  numbers: false,
  durations: false,
  recordings: false,
  retries: false,
  inProgress: false,
  files: false,
  statistics: false,
};

function readCampaign(body: unknown): WireResult<CampaignReading> {
  const parsed = parseWire(WireCampaign, body);
  return parsed.ok ? { ok: true, value: readingOf(parsed.value) } : parsed;
}

const id = /^[A-Za-z0-9_-]{1,128}$/;

/** Callers.ai, as docs.callers.ai/api-reference describes it. */
export const callers: Provider = {
  id: "callers",
  name: "Callers.ai",
  defaultBaseUrl: "https://api.callers.ai",
  // The key as it is: documented without "Bearer".
  auth: { kind: "header", name: "authorization" },
  credential: "API key",
  account: [
    // Only the list needs it: without it campaigns are opened by their ids.
    {
      name: "organizationId",
      label: "Organization id",
      must: "must be the id of your organization on Callers.ai: letters, digits, - and _",
      pattern: id,
      required: false,
    },
    {
      name: "subOrganizationId",
      label: "Sub-organization id",
      must: "must be the id of a sub-organization on Callers.ai: letters, digits, - and _",
      pattern: id,
      required: false,
    },
  ],
  headers: ({ subOrganizationId }) => (subOrganizationId ? { "x-sub-organization-id": subOrganizationId } : {}),
  // No limit is documented: one request a second is a guess that troubles nobody.
  requestsPerMinute: 60,
  campaignId: id,

  campaign: (campaignId) => ({
    reports,
    dimensions: [],
    header: { kind: "one", request: { method: "GET", path: `/campaigns/${encodeURIComponent(campaignId)}` }, read: readCampaign },
    calls: undefined,
  }),

  lists: ({ organizationId }: Account) => (organizationId ? [listOf(organizationId)] : []),

  readError(body) {
    const parsed = WireError.safeParse(body);
    return { code: undefined, message: (parsed.success ? parsed.data.message : undefined) ?? undefined };
  },
};

/** Whether a row can be read and has these words in its name or id. */
function matches(row: unknown, words: string): boolean {
  const parsed = WireCampaign.safeParse(row);
  return parsed.success && [parsed.data.name, parsed.data.id].some((text) => text.toLowerCase().includes(words));
}

function listOf(organizationId: string): CampaignListSource {
  return {
    request: () => ({ method: "GET", path: `/campaigns?organizationId=${encodeURIComponent(organizationId)}` }),

    read(body, { page, search }) {
      const parsed = parseWire(WireList, body);
      if (!parsed.ok) return parsed;
      const words = search?.trim().toLowerCase();
      const found = words ? parsed.value.filter((row) => matches(row, words)) : parsed.value;
      const shown = found.slice((page - 1) * campaignsPerPage, page * campaignsPerPage);
      const { items = [], setAside } = readRows(shown, WireCampaign, summaryOf);
      const lastPage = Math.max(1, Math.ceil(found.length / campaignsPerPage));
      return { ok: true, value: { campaigns: items, setAside, page, lastPage, total: found.length } };
    },
  };
}
