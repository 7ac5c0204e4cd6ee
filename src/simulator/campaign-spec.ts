import type { NumberPlan } from "./phone-numbers.ts";

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
  /** Tells its hours as `call_time_ranges` and `end_date`, the newer of the two documented forms. */
  rangesOnWire: boolean;
  /** Negative: it begins in the future. */
  startedDaysAgo: number;
  endsInDays: number | undefined;
  files: FileSpec[];
  /** Contacts that came in no file. */
  contactsByApi: number;
  numbers: NumberPlan;
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
