/**
 * The answers of Callboard's own API, as types. The app imports only these:
 * service and app are built together, so answers are not parsed a second time.
 * Instants are epoch milliseconds. Counts by outcome are `OutcomeCounts`.
 */
import type { HeldBack, Problem, Upstream, UpstreamProblem } from "./api-problem.ts";
import type { CampaignScope, NumberPolicy, Permission, Surface } from "./access/viewer.ts";
import type { WeeklyWindow } from "#campaign/calling-hours.ts";
import type { Campaign, Instant } from "#campaign/campaign.ts";
import type { Dimension } from "#campaign/dimension.ts";
import type { Estimate } from "#campaign/estimate.ts";
import type { Reports } from "#campaign/reports.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { ContactFile } from "#campaign/contact-file.ts";
import type { Figure, Figures } from "#campaign/figures.ts";
import type { Notice } from "#campaign/notice.ts";
import type { Outcome, OutcomeCounts } from "#campaign/outcome.ts";
import type { ContactState, Progress } from "#campaign/progress.ts";
import type { Reported } from "#campaign/reported.ts";
import type { Sentence } from "#campaign/sentence.ts";

export type { Figure, Figures };
export type { HeldBack, Problem, Upstream, UpstreamProblem };

/** Headers of every data answer, on a 304 too. Values are whole milliseconds. */
export const clockHeaders = {
  /** The service's clock, epoch ms. */
  now: "Callboard-Now",
  /** When the data was read from the platform, epoch ms. */
  readAt: "Callboard-Read-At",
  /** Milliseconds from now until asking again is worth it. */
  nextPoll: "Callboard-Next-Poll",
  /** The polling interval in force, ms: what staleness is measured by. */
  interval: "Callboard-Interval",
  /**
   * When the oldest page of the call history was last read, epoch ms; absent where calls
   * come with the campaign, and until every page has been read.
   */
  callsReadAt: "Callboard-Calls-Read-At",
} as const;

/** Send with value `now` to read the platform again before the interval is over. */
export const refreshHeader = "Callboard-Refresh";

export type ConnectionInfo = {
  name: string;
  label: string;
  provider: { id: string; name: string };
  /** Whether this account's campaigns can be listed. */
  lists: boolean;
  /** Data of the embedded simulator. */
  demo: boolean;
  /** The platform's own console, from the configuration. */
  consoleUrl: string | undefined;
};

/** `GET /api/v1/connections` */
export type ConnectionsAnswer = {
  host: { kind: "node" | "browser"; version: string };
  /** What this host is capable of; what is absent is said once, where it would be. */
  capabilities: { export: boolean; history: boolean; displays: boolean; alerts: boolean };
  connections: ConnectionInfo[];
  viewer: ViewerInfo;
  /** Platforms that an account typed into the page may be on; empty where the host takes none. */
  platforms: Platform[];
};

/** Who is looking, as the viewer may know it; pages adapt by it, and the service by no more than it. */
export type ViewerInfo = {
  label: string;
  numbers: NumberPolicy;
  surface: Surface;
  permissions: Permission[];
  /** By a session of this browser, which can be ended. */
  signedIn: boolean;
  /** The token names a contact, whose calls are asked for as those of `own`. */
  ownContact: boolean;
  /** Of a display: the campaigns it was approved for by their ids. */
  campaigns?: { connection: string; campaign: string }[] | undefined;
};

/** `POST /api/v1/pairing`: a display that is not paired asks for a code to show. */
export type PairingStart = {
  /** What it collects its credential with; shown to nobody. */
  deviceCode: string;
  /** As it is shown, `7RQX-3MPW`. */
  code: string;
  expiresAt: Instant;
  intervalSeconds: number;
};

/** `POST /api/v1/pairing/collection`; the credential itself is a cookie. */
export type PairingAnswer = { state: "waiting" | "paired" };

/** `GET /api/v1/displays` */
export type DisplaysAnswer = { displays: DisplayInfo[]; now: Instant };

export type DisplayInfo = {
  id: string;
  name: string;
  campaigns: CampaignScope;
  createdAt: Instant;
  /** To the minute; `undefined`: it did not collect its credential yet. */
  seenAt: Instant | undefined;
};

/** `POST /api/v1/displays` */
export type ApprovalAnswer = { id: string };

/** A platform, as the form for one's own account asks for it. */
export type Platform = {
  id: string;
  name: string;
  defaultBaseUrl: string | undefined;
  /** What the credential is called there. */
  credential: string;
  account: { name: string; label: string; required: boolean }[];
};

/** `GET /api/v1/connections/{c}/campaigns?page=&search=` */
export type CampaignListAnswer = {
  campaigns: CampaignSummary[];
  page: number;
  lastPage: number;
  total: number;
  /** Pages, total and search are of those the viewer may read; there may be others. */
  scoped: boolean;
};

/** `GET /api/v1/connections/{c}/campaigns/{id}` */
export type CampaignAnswer = {
  connection: ConnectionInfo;
  /** What this platform says of this campaign's calls at all: panels adapt by it. */
  reports: Reports;
  dimensions: readonly Dimension[];
  campaign: Omit<Campaign, "files" | "callingHours" | "statistics">;
  sentence: Sentence;
  hours: Reported<Hours>;
  progress: Progress;
  /** How long dialling will still take; `undefined` where nothing supports one, with no reason worth giving. */
  estimate: Estimate | undefined;
  figures: Figures;
  files: Reported<FileAnswer[]>;
  /** Not reported where the platform gives no call history. */
  charts: Reported<Charts>;
  calls: Reported<CallsSummary>;
  notices: Notice[];
  upstream: Upstream;
};

export type CallsSummary = {
  rows: number;
  numbers: number;
  /** Given where the history comes in pages of its own. */
  reading: CallsReading | undefined;
};

/** How far a paged call history has been read. */
export type CallsReading = {
  /** Rows the platform says there are; `undefined` before the first page. */
  total: number | undefined;
  /** Every page was read at least once. */
  complete: boolean;
  /** Why its pages cannot be read now; the campaign itself may be read all the same. */
  problem: UpstreamProblem | undefined;
};

/** `source` is `operator` in the enclosing `Reported` when the configuration states them. */
export type Hours = {
  timeZone: string;
  /** False: the zone is not in the IANA database; instants below are then absent, not guessed. */
  timeZoneKnown: boolean;
  week: WeeklyWindow[];
  /** Whether a window is open now; undefined when the zone is unknown. */
  open: boolean | undefined;
  /** Windows from yesterday to eight days ahead. */
  windows: { start: Instant; end: Instant }[];
};

export type FileAnswer = ContactFile & {
  /** total − processed once the file is processed; not reported before. */
  rejectedRecords: Reported<number>;
  /** Since when no record was read, as Callboard itself observed; absent until ten minutes. */
  stuckSince: Instant | undefined;
};

/** Calls of one stretch of time by outcome. */
export type TimeBucket = { start: Instant; end: Instant; counts: OutcomeCounts };

export type DayBucket = TimeBucket & {
  /** `YYYY-MM-DD` in the campaign's zone. */
  date: string;
  /** Open hours of this day; given for the latest eight days that have calls, else empty. */
  hours: TimeBucket[];
  /** Calls of this day created outside calling hours. */
  closed: OutcomeCounts;
};

export type AnswerRate =
  | { kind: "drawn"; cells: { weekday: number; hour: number; completed: number; finished: number }[] }
  | {
      kind: "withheld";
      reason: "no_times" | "no_hours" | "too_few_calls" | "created_outside_hours";
      /** Share of calls created inside calling hours, 0–1, where that is the reason. */
      insideShare: number | undefined;
    };

export type Charts = {
  /** The last result of each number. */
  outcomesByNumber: OutcomeCounts;
  outcomesByCall: OutcomeCounts;
  /** Oldest first, by creation time; `zone` is the zone the days are cut in. */
  time: Reported<{ zone: string; days: DayBucket[]; earlierCalls: number; undatedCalls: number }>;
  answerRate: AnswerRate;
  /** Contacts by retries used, from 0 up, without gaps. */
  retries: { retries: number; contacts: number; completed: number }[];
  /** Calls by the words of each declared dimension, the most frequent first. */
  dimensions: DimensionCounts[];
};

export type DimensionCounts = {
  id: string;
  values: { value: string; calls: number }[];
  /** Calls with words beyond those given, and how many such words there are. */
  others: { words: number; calls: number };
  /** Calls without a word. */
  without: number;
};

export const callSorts = ["created", "to", "outcome", "retries", "duration", "id"] as const;
/** A column to sort by; `by.sentiment` is the dimension of that id. */
export type CallSort = (typeof callSorts)[number] | `by.${string}`;

/** Query of `…/calls`, `…/calls/query` and `…/calls.csv`. */
export type CallsQuery = {
  group: "number" | "call";
  outcome: Outcome[];
  /** Part of a number or id. Seven or more digits go by POST, never in a URL. */
  q: string | undefined;
  /** A whole number, E.164 or national, or `own` for the one that the viewer's token names. By POST only. */
  contact?: string | undefined;
  /** Exact numbers of retries used. */
  retries: number[];
  since: Instant | undefined;
  until: Instant | undefined;
  /** A weekday and hour of the campaign's zone, `2-11` for Tuesday 11:00–12:00. */
  slot: string | undefined;
  /** Wanted words by dimension id: a call fits when it has one of each dimension's. */
  dimensions: Readonly<Record<string, readonly string[]>>;
  sort: CallSort;
  descending: boolean;
  offset: number;
  limit: number;
  /** Cursor of the first window; rows that arrived after it stay hidden. */
  asOf: string | undefined;
};

export type CallRow = {
  id: string;
  to: string | undefined;
  /** Stands for the number where the viewer does not see it whole: the same on each of its rows, and telling nothing of it. */
  contact?: string | undefined;
  outcome: Outcome;
  word: string;
  retries: number;
  /** Attempts of the number: max(rows, 1 + highest retries). */
  attempts: number;
  createdAt: Instant | undefined;
  state: ContactState;
  durationSeconds?: number | undefined;
  /** An http(s) address on the platform's own host. */
  recordingUrl?: string | undefined;
  dimensions?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** One window of call history. */
export type CallsAnswer = {
  group: "number" | "call";
  /** Rows (or numbers) that fit the filter, up to the anchor. */
  total: number;
  offset: number;
  rows: CallRow[];
  /** Pass as `asOf` to keep later windows of the same reading steady. */
  asOf: string;
  /** Rows (or numbers) that fit the filter and arrived after the anchor. */
  newer: number;
  /** For the time rail: instants at evenly spaced offsets; empty unless sorted by creation. */
  rail: { offset: number; at: Instant }[];
};

/** `GET …/calls/{callId}/attempts` */
export type AttemptsAnswer = {
  to: string | undefined;
  /** Oldest first. */
  rows: CallRow[];
  attempts: number;
  /** Earlier attempts the platform counts but does not list. */
  earlierNotReported: number;
};
