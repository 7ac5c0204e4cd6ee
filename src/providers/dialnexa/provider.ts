import type { Dimension } from "#campaign/dimension.ts";
import type { Reports } from "#campaign/reports.ts";
import type { CallPage, CampaignReading, CampaignSource, ListedReading, Provider, WireResult } from "../provider.ts";
import { parseWire, readRows } from "../wire-problem.ts";
import { batchList, campaignList } from "./lists.ts";
import { batchCallOf, batchReadingOf } from "./map-batch.ts";
import { callOf, readingOf } from "./map.ts";
import { WireBatch, WireBatchCall, WireBatchCalls, WireBatchList, WireCallLog, WireCallLogs, WireCampaign, WireError } from "./wire.ts";

/** Documented is 100 at most for call logs; batch calls are taken to be the same. */
const rowsPerPage = 100;

const sentiment: Dimension = { id: "sentiment", title: "Sentiment", source: "sentiment", analysis: true };
const endReason: Dimension = { id: "end_reason", title: "End reason", source: "end_reason" };

const campaignReports: Reports = {
  calls: true,
  rowsAre: "calls",
  callTimes: true,
  callIds: true,
  numbers: false,
  durations: true,
  recordings: true,
  retries: false,
  inProgress: true,
  files: false,
  statistics: false,
};

function readCampaign(body: unknown): WireResult<CampaignReading> {
  const parsed = parseWire(WireCampaign, body);
  return parsed.ok ? { ok: true, value: readingOf(parsed.value) } : parsed;
}

function readCallLogs(body: unknown): WireResult<CallPage> {
  const parsed = parseWire(WireCallLogs, body);
  if (!parsed.ok) return parsed;
  const { data, meta } = parsed.value;
  const { items = [], setAside } = readRows(data, WireCallLog, callOf);
  return { ok: true, value: { calls: items, setAside, page: meta.page, lastPage: Math.max(1, meta.totalPages), total: meta.total } };
}

function readBatchCalls(body: unknown): WireResult<CallPage> {
  const parsed = parseWire(WireBatchCalls, body);
  if (!parsed.ok) return parsed;
  const { callLogs, page, total, totalPages } = parsed.value;
  const { items = [], setAside } = readRows(callLogs, WireBatchCall, batchCallOf);
  return { ok: true, value: { calls: items, setAside, page, lastPage: Math.max(1, totalPages), total } };
}

/** A page of the list, as far as the batch of this id is on it; a broken neighbour costs nothing. */
function readBatchIn(id: string, body: unknown): WireResult<ListedReading> {
  const parsed = parseWire(WireBatchList, body);
  if (!parsed.ok) return parsed;
  const { items, total, limit } = parsed.value;
  const lastPage = Math.max(1, Math.ceil(total / Math.max(1, limit)));
  const item = items.find((row) => typeof row === "object" && row !== null && "id" in row && row.id === id);
  if (item === undefined) return { ok: true, value: { reading: undefined, lastPage } };
  const wire = parseWire(WireBatch, item);
  return wire.ok ? { ok: true, value: { reading: batchReadingOf(wire.value), lastPage } } : wire;
}

function campaign(id: string): CampaignSource {
  const path = encodeURIComponent(id);
  const asked = "the route of campaigns, /v1/campaigns; newer accounts have batch calls instead, whose ids begin with batch_";
  return {
    reports: campaignReports,
    dimensions: [sentiment, endReason],
    header: { kind: "one", request: { method: "GET", path: `/v1/campaigns/${path}`, asked }, read: readCampaign },
    calls: {
      order: "newest_first",
      request: (page) => ({ method: "GET", path: `/v1/call-logs/campaign/${path}?page=${page}&limit=${rowsPerPage}`, asked: "the call logs of campaigns" }),
      read: readCallLogs,
      validators: true,
    },
  };
}

function batch(id: string): CampaignSource {
  const path = encodeURIComponent(id);
  const asked = "the route of batch calls, /v1/batch-calls; older accounts have campaigns instead, whose ids begin with cmp_";
  return {
    reports: { ...campaignReports, numbers: true, recordings: false },
    dimensions: [endReason],
    header: {
      kind: "listed",
      request: (page) => ({ method: "GET", path: `/v1/batch-calls?limit=${rowsPerPage}&page=${page}`, asked }),
      read: (body) => readBatchIn(id, body),
    },
    calls: {
      order: "newest_first",
      request: (page) => ({ method: "GET", path: `/v1/batch-calls/${path}?page=${page}&limit=${rowsPerPage}&created_at=desc`, asked: "the calls of a batch" }),
      read: readBatchCalls,
      validators: false,
    },
  };
}

/**
 * DialNexa, as dialnexa.mintlify.app/api-reference describes it, in both its generations: ids tell
 * campaigns (`cmp_…`) from batch calls (`batch_…`), and which of the two an account answers varies.
 */
export const dialnexa: Provider = {
  id: "dialnexa",
  name: "DialNexa",
  defaultBaseUrl: "https://api.dialnexa.com",
  auth: { kind: "bearer" },
  credential: "API key",
  account: [],
  headers: () => ({}),
  // Not documented; others saw about 150 in 60 s.
  requestsPerMinute: 150,
  campaignId: /^[A-Za-z0-9_-]{1,128}$/,
  campaign: (id) => (id.startsWith("batch_") ? batch(id) : campaign(id)),
  lists: () => [campaignList, batchList],

  readError(body) {
    const parsed = WireError.safeParse(body);
    if (!parsed.success) return { code: undefined, message: undefined };
    return { code: parsed.data.error ?? undefined, message: parsed.data.message ?? undefined };
  },
};
