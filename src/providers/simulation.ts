import type { Instant } from "#campaign/campaign.ts";

/*
 * The contract of a platform's part of the simulator. The simulator plays one
 * moving world; each platform's `simulate.ts` says how that world reads in its
 * own JSON, routes, paging and errors. Pure: the HTTP around it is the simulator's.
 */

/** One contact file and what becomes of it. */
export type FileSpec = {
  name: string;
  records: number;
  rejected: number;
  fate:
    | { kind: "processed" }
    | { kind: "uploading" }
    /** Ends or stays at this many records read. */
    | { kind: "failed" | "stuck"; read: number }
    | { kind: "reading"; startedMinutesBeforeAnchor: number; recordsPerSecond: number };
};

/** Everything that is fixed about a simulated campaign. Times are relative to the world's anchor. */
export type CampaignSpec = {
  id: string;
  name: string;
  description: string;
  /** As the platform spells it. */
  status: string;
  type: "sales" | "follow_up" | "reminder" | "custom";
  agent: { id: string; name: string; label: string };
  /** `here`: inside calling hours at the anchor; `away`: outside; else an IANA name. */
  zone: "here" | "away" | (string & {});
  /** ISO weekdays. */
  days: number[];
  /** `HH:MM` windows of each of those days; none crosses midnight. */
  ranges: { start: string; end: string }[];
  /** Tells its hours as `call_time_ranges` and `end_date`, the newer of Talkover's two documented forms. */
  rangesOnWire: boolean;
  /** Negative: it begins in the future. */
  startedDaysAgo: number;
  endsInDays: number | undefined;
  files: FileSpec[];
  /** Contacts that came in no file. */
  contactsByApi: number;
  numbers: "mixed" | "gb" | "in" | "jp";
  /** Dial opportunities used up by the anchor, and an hour of calling time after it. */
  callsAtAnchor: number;
  callsPerHour: number;
  /** Stops dialling for good at this many minutes before the anchor; what is queued stays queued. */
  stoppedMinutesBeforeAnchor: number | undefined;
  /** Which of the two undocumented ways retries are written in. */
  rowStyle: "row_per_attempt" | "row_in_place";
  maxRetries: number;
  cooldownHours: number;
  voicemailIsFinal: boolean;
  /** What its statistics count as failed, and what the success rate divides by. */
  failedCounts: "failed" | "unsuccessful";
  rateOf: "total" | "finished";
  /** Other words for some call states. */
  words: Readonly<Record<string, string>>;
  /** Statistics that have nothing to do with the list. */
  statedStatistics: { total: number; completed: number; failed: number } | undefined;
};

/** Where a simulated call is. */
export type Phase = "queued" | "initiated" | "ringing" | "answered" | "completed" | "voicemail" | "failed" | "no-answer" | "busy";

export type SimulatedCall = {
  id: string;
  to: string;
  phase: Phase;
  /** The phase, or the campaign's other word for it. */
  word: string;
  retries: number;
  createdAt: Instant;
  /** `undefined` while the call is under way. */
  endedAt: Instant | undefined;
  talkSeconds: number;
  /** A number in 0…2^32 that is always the same for this call: what a platform adds is drawn from it. */
  seed: number;
};

/** A simulated campaign at one moment. */
export type SimulatedCampaign = CampaignSpec & {
  timeZone: string;
  startDate: string;
  endDate: string | undefined;
  contactFiles: { name: string; state: "uploading" | "processing" | "processed" | "failed"; totalRecords: number; processedRecords: number }[];
  /** Contacts known by now, called or not. */
  contacts: number;
  /** Distinct contacts called at least once. */
  contactsCalled: number;
  /** Contacts whose last result is final. */
  contactsDone: number;
  /** Attempts made by depth: first calls at 0, first retries at 1. */
  attemptsByDepth: readonly number[];
  statistics: { total: number; completed: number; failed: number; ratePercent: number; averageSeconds: number };
  createdAt: Instant;
  updatedAt: Instant;
};

export type SimulatedAccount = {
  /** The connection's name and label in the demo. */
  name: string;
  label: string;
  token: string;
  account: Readonly<Record<string, string>>;
};

export type SimulatedRequest = {
  method: string;
  /** Below the platform's base URL, beginning with `/`; percent-encoded as it came. */
  path: string;
  query: Readonly<Record<string, string>>;
  /** A header's value, by its name in any case. */
  header(name: string): string | undefined;
  /**
   * Where the provider's auth is `hs256-jwt`: the account whose credential signed the token in its
   * header, over that auth's claims of the account. The simulator verifies it; this room cannot.
   */
  signer?: SimulatedAccount | undefined;
  /** The JSON body, `undefined` where there is none. */
  body: unknown;
};

/** `text` is the whole JSON body. */
export type SimulatedAnswer = { status: number; text: string; headers?: Readonly<Record<string, string>> };

/** Faults in the data of a good answer; what each does to it is the platform's to say. */
export const dataFaults = [
  /** JSON, but not of a campaign. */
  "wrong-shape",
  /** `count` bytes of an unknown field. */
  "large-body",
  /** Leaves out the last `count` calls, or repeats them with another result. */
  "drop-calls",
  "duplicate-calls",
  /** Adds `count` calls, and a file, that cannot be read. */
  "bad-rows",
  /** Unknown fields, nulls and gaps that must all be accepted, and keys like `__proto__`. */
  "odd-fields",
  /** Statistics that count `count` calls the list does not hold yet. */
  "stats-ahead",
] as const;
export type DataFault = { fault: (typeof dataFaults)[number]; count: number };

/** What a platform's part sees of the world when it answers. Rows are what its `writeRow` made. */
export type SimulatedWorld = {
  now: Instant;
  /** The account whose credential came with the request. */
  account: SimulatedAccount;
  campaigns(): SimulatedCampaign[];
  campaign(id: string): { campaign: SimulatedCampaign; rows: readonly string[] } | undefined;
  /** The number of a contact, counted from 0, of a campaign: for contacts not called yet. */
  numberOf(campaign: SimulatedCampaign, contact: number): string;
};

/** A platform's part of the simulator. */
export type Simulation = {
  accounts: readonly SimulatedAccount[];
  requestsPerMinute: number;
  campaigns: readonly CampaignSpec[];
  /** One more campaign with this many calls, for measurements. */
  bigCampaign(calls: number): CampaignSpec;
  /** A call as JSON text. It is written once and again when the call moves on, so it must depend on nothing else. */
  writeRow(call: SimulatedCall, campaign: CampaignSpec): string;
  /** The account whose credential the request carries as the platform wants it; `undefined`: refused. */
  authorise(request: SimulatedRequest): SimulatedAccount | undefined;
  /** Answers an authorised request. */
  answer(request: SimulatedRequest, world: SimulatedWorld): SimulatedAnswer;
  /** The same answer with a fault in its data; left out, or where a fault is not played, the data stays as it is. */
  answerWithFault?(request: SimulatedRequest, world: SimulatedWorld, fault: DataFault): SimulatedAnswer;
  /** The id of the campaign a request is about, for faults that hold for one campaign only. */
  campaignOf(request: SimulatedRequest): string | undefined;
  /** Error answers by status: at least 401, 404, 429 and 500; others are made up like these. */
  error(status: number): SimulatedAnswer;
};
