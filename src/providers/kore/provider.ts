import type { Dimension } from "#campaign/dimension.ts";
import type { Reports } from "#campaign/reports.ts";
import type { Account, CallPage, CampaignListSource, CampaignReading, Provider, WireResult } from "../provider.ts";
import { parseWire, readRows } from "../wire-problem.ts";
import { accountFields } from "./account.ts";
import { callOf, readingOf, summaryOf } from "./map.ts";
import { WireCampaignBody, WireContact, WireContactsBody, WireError, WireListBody, WireListItem } from "./wire.ts";

/** Documented is 1–100. */
const contactsPerPage = 100;
const campaignsPerPage = 20;

const reports: Reports = {
  calls: true,
  rowsAre: "contacts",
  callTimes: false,
  callIds: false,
  numbers: true,
  durations: false,
  recordings: false,
  retries: true,
  inProgress: false,
  files: false,
  statistics: false,
};

const dimensions: readonly Dimension[] = [
  { id: "disposition", title: "Disposition", source: "agentDispositionCodes" },
  { id: "hung_up_by", title: "Hung up by", source: "botOutboundStatus" },
  { id: "hang_up_detail", title: "Hang-up detail", source: "botOutboundStatusDetail" },
];

/** A route of this account: its app stands in the path, the account in the query and in a header. */
function pathOf(account: Account, route: string, query = ""): string {
  const { streamId = "", accountId = "" } = account;
  const app = `/campaign/api/v2/public/${encodeURIComponent(streamId)}`;
  return `${app}/campaign/${route}?${query}accountId=${encodeURIComponent(accountId)}`;
}

function readCampaign(body: unknown): WireResult<CampaignReading> {
  const parsed = parseWire(WireCampaignBody, body);
  return parsed.ok ? { ok: true, value: readingOf(parsed.value.data) } : parsed;
}

function readContacts(body: unknown): WireResult<CallPage> {
  const parsed = parseWire(WireContactsBody, body);
  if (!parsed.ok) return parsed;
  const { results, page, totalPages, totalResults } = parsed.value.data;
  const { items = [], setAside } = readRows(results, WireContact, callOf);
  // No contacts are still one page, an empty one.
  return { ok: true, value: { calls: items, setAside, page, lastPage: Math.max(1, totalPages), total: totalResults } };
}

/** Kore.ai, as docs.kore.ai (AI for Service, contact-center APIs) describes it. */
export const kore: Provider = {
  id: "kore",
  name: "Kore.ai",
  defaultBaseUrl: undefined,
  auth: {
    kind: "hs256-jwt",
    name: "auth",
    claims: ({ subject = "callboard", clientId = "" }) => ({ sub: subject, appId: clientId }),
  },
  credential: "client secret",
  account: accountFields,
  headers: ({ streamId = "", accountId = "" }) => ({ iid: streamId, accountId }),
  requestsPerMinute: 60,
  campaignId: /^[A-Za-z0-9_-]{1,128}$/,

  campaign(id, account) {
    const route = encodeURIComponent(id);
    return {
      reports,
      dimensions,
      header: { kind: "one", request: { method: "GET", path: pathOf(account, route) }, read: readCampaign },
      calls: {
        order: "unordered",
        request: (page) => ({
          method: "POST",
          path: pathOf(account, `${route}/status`, "view=contacts&"),
          body: { page, limit: contactsPerPage },
        }),
        read: readContacts,
        validators: false,
      },
    };
  },

  lists: (account) => [listOf(account)],

  readError(body) {
    const parsed = WireError.safeParse(body);
    if (!parsed.success) return { code: undefined, message: undefined };
    const [first] = parsed.data.errors ?? [];
    const message = parsed.data.message ?? first?.msg ?? first?.message;
    return { code: first?.code ?? undefined, message: message ?? undefined };
  },
};

/** No search is documented, so each page is searched once it is here, by name and id. */
function listOf(account: Account): CampaignListSource {
  return {
    request: ({ page }) => ({
      method: "POST",
      path: pathOf(account, "getAllCampaignDetails"),
      body: { type: "voice", limit: campaignsPerPage, page },
      asked: "the list of campaigns",
    }),

    read(body, { page, search }) {
      const parsed = parseWire(WireListBody, body);
      if (!parsed.ok) return parsed;
      const { results, totalPages, totalResults } = parsed.value.data;
      const { items = [], setAside } = readRows(results, WireListItem, summaryOf);
      const words = search?.trim().toLowerCase() ?? "";
      const campaigns = items.filter(({ id, name }) => `${name}\n${id}`.toLowerCase().includes(words));
      return { ok: true, value: { campaigns, setAside, page, lastPage: Math.max(1, totalPages), total: totalResults } };
    },
  };
}
