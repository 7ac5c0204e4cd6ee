import type { Call, SetAside } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { Campaign } from "#campaign/campaign.ts";

/** A request as data: the service adds base URL, credential and deadline, and sends it. */
export type ProviderRequest = { method: "GET"; path: string };

/** What a good get-campaign body becomes. */
export type CampaignReading = {
  campaign: Campaign;
  /** `undefined`: this platform reports no calls. */
  calls: Call[] | undefined;
  /** Call and file rows that could not be read. */
  setAside: { calls: SetAside[]; files: SetAside[] };
};

/** A body of the wrong shape: which path, and what was expected. Never holds the value found. */
export type WireProblem = { path: string; expected: string };

export type WireResult<T> = { ok: true; value: T } | { ok: false; problem: WireProblem };

export type CampaignListPage = {
  campaigns: CampaignSummary[];
  /** Campaigns of this page that could not be read. */
  setAside: SetAside[];
  page: number;
  lastPage: number;
  total: number;
};

/** The platform's own code for an error body, where it gives one. */
export type ProviderError = { code: string | undefined; message: string | undefined };

export type CampaignListFilter = { page: number; search: string | undefined };

/**
 * All that Callboard knows of a platform. Pure: no fetch, no clock.
 * `auth` and `paging` are closed vocabularies the service understands; a new
 * word is added there when a platform first needs it.
 */
export type Provider = {
  id: string;
  /** The name shown to people. */
  name: string;
  defaultBaseUrl: string;
  auth: "bearer";
  paging: "none";
  /** The documented limit of the smallest plan; the service's token bucket starts from it. */
  requestsPerMinute: number;
  /** What this platform reports at all; the rest is said to be "not reported by {name}". */
  reports: { calls: boolean; callTimes: boolean; numbers: boolean; files: boolean; statistics: boolean; list: boolean };
  /** Ids outside this pattern never reach a URL. */
  campaignId: RegExp;
  campaignRequest(id: string): ProviderRequest;
  /** Parses and maps a get-campaign body that is already JSON. */
  readCampaign(body: unknown): WireResult<CampaignReading>;
  listRequest(filter: CampaignListFilter): ProviderRequest;
  readList(body: unknown): WireResult<CampaignListPage>;
  /** Reads an error body; any shape is accepted, an unreadable one gives two `undefined`s. */
  readError(body: unknown): ProviderError;
};
