import type { Call, SetAside } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { Campaign, Instant } from "#campaign/campaign.ts";
import type { Counters } from "#campaign/counters.ts";
import type { Dimension } from "#campaign/dimension.ts";
import type { Outcome } from "#campaign/outcome.ts";
import type { Reports } from "#campaign/reports.ts";

/** A request as data: the service adds base URL, credential and deadline, and sends it. */
export type ProviderRequest = {
  method: "GET" | "POST";
  /** Begins with `/`; may hold a query. */
  path: string;
  /** Sent as JSON. */
  body?: Readonly<Record<string, unknown>>;
  /** What was asked, for the sentence a 404 gets where one word of it helps an operator: "the route of batch calls". */
  asked?: string;
};

/**
 * What identifies an account on its platform beside its credential, by the names
 * of the provider's `account` fields. Not secret, but never sent to a viewer.
 */
export type Account = Readonly<Record<string, string>>;

/** One field of an account, as the configuration and the form ask for it. */
export type AccountField = {
  name: string;
  /** The form's label. */
  label: string;
  /** The rest of a sentence that begins with the key: "must be the id that begins with st-". */
  must: string;
  pattern: RegExp;
  required: boolean;
};

/**
 * How a credential is sent. A closed vocabulary the service understands; a new
 * word is added there when a platform first needs it.
 */
export type Auth =
  /** `Authorization: Bearer <credential>`. */
  | { kind: "bearer" }
  /** The credential as it is, in a header of this name. */
  | { kind: "header"; name: string }
  /** A JWT signed (HS256) with the credential over these claims, in a header of this name. */
  | { kind: "hs256-jwt"; name: string; claims(account: Account): Readonly<Record<string, string>> };

/** What a good get-campaign body becomes. */
export type CampaignReading = {
  campaign: Campaign;
  counters: Counters;
  /** The calls of this very body; `undefined`: it holds none. */
  calls: Call[] | undefined;
  /** Call and file rows that could not be read. */
  setAside: { calls: SetAside[]; files: SetAside[] };
};

/** A body of the wrong shape: which path, and what was expected. Never holds the value found. */
export type WireProblem = { path: string; expected: string };

export type WireResult<T> = { ok: true; value: T } | { ok: false; problem: WireProblem };

/** Where a campaign's own fields are read. */
export type HeaderSource =
  | {
      kind: "one";
      request: ProviderRequest;
      read(body: unknown): WireResult<CampaignReading>;
      /** Given where the body holds all calls: so that a large one need not be parsed whole each time. */
      rows?: RowsInBody;
    }
  /** The platform answers them only as an item of a list: its pages (from 1) are read until the item is found. */
  | { kind: "listed"; request(page: number): ProviderRequest; read(body: unknown): WireResult<ListedReading> };

/** Call history in a campaign's own body: how its rows read one by one, as `read` reads them all. */
export type RowsInBody = {
  /** The keys below which the list stands. */
  at: readonly string[];
  /** Reads a row that is not plain. */
  read(row: unknown): RowResult<Call>;
  /**
   * The keys of a plain row: each has one of these fields under this name, `retries` as a whole
   * number and the others as texts. Other keys mean nothing.
   */
  keys: { id: string; to: string; word: string; retries: string; createdAt: string };
  /** A row with more is none. */
  mostRetries: number;
  outcomeOf(word: string): Outcome;
  instantOf(createdAt: string): Instant | undefined;
};

/** One row of a list: what it says, or why it cannot be read. */
export type RowResult<T> = { ok: true; value: T } | { ok: false; reason: string };

/** `reading` is `undefined` when this page does not hold the campaign. */
export type ListedReading = { reading: CampaignReading | undefined; lastPage: number };

/** One page of call history. */
export type CallPage = { calls: Call[]; setAside: SetAside[]; page: number; lastPage: number; total: number };

/**
 * Call history that comes in pages (from 1) of its own. `newest_first`: rows
 * stand in order of creation, the newest first, so what is known and final ends
 * a look. `unordered`: rows change in place, so all pages are read in turn.
 */
export type PagedCalls = {
  order: "newest_first" | "unordered";
  request(page: number): ProviderRequest;
  read(body: unknown): WireResult<CallPage>;
  /** The platform answers `If-None-Match` with 304. */
  validators: boolean;
};

/** How one campaign is read. */
export type CampaignSource = {
  reports: Reports;
  dimensions: readonly Dimension[];
  header: HeaderSource;
  /** `undefined`: calls come with the header, or are not reported. */
  calls: PagedCalls | undefined;
};

export type CampaignListPage = {
  campaigns: CampaignSummary[];
  /** Campaigns of this page that could not be read. */
  setAside: SetAside[];
  page: number;
  lastPage: number;
  total: number;
};

export type CampaignListFilter = { page: number; search: string | undefined };

/**
 * One way to list campaigns. `read` is given the filter too: where a platform
 * answers its whole list at once, the page and the search are cut there.
 */
export type CampaignListSource = {
  request(filter: CampaignListFilter): ProviderRequest;
  read(body: unknown, filter: CampaignListFilter): WireResult<CampaignListPage>;
};

/** The platform's own code for an error body, where it gives one. */
export type ProviderError = { code: string | undefined; message: string | undefined };

/** All that Callboard knows of a platform. Pure: no fetch, no clock. */
export type Provider = {
  id: string;
  /** The name shown to people. */
  name: string;
  /** `undefined`: every account has an address of its own. */
  defaultBaseUrl: string | undefined;
  auth: Auth;
  /** What the credential is called on the platform: "API token". */
  credential: string;
  account: readonly AccountField[];
  /** Headers of every request beside the credential. */
  headers(account: Account): Readonly<Record<string, string>>;
  /** The documented limit of the smallest plan, or what others observed; the service's token bucket starts from it. */
  requestsPerMinute: number;
  /** Ids outside this pattern never reach a URL. */
  campaignId: RegExp;
  /** How the campaign of this id is read; `id` fits `campaignId`. */
  campaign(id: string, account: Account): CampaignSource;
  /**
   * The ways to list campaigns, best first: the next is tried where one's route is not
   * known to the account. Empty: this platform, or this account, has no list.
   */
  lists(account: Account): readonly CampaignListSource[];
  /** Reads an error body; any shape is accepted, an unreadable one gives two `undefined`s. */
  readError(body: unknown): ProviderError;
};
