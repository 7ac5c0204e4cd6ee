import { z } from "zod";
import { WeeklyWindow } from "#campaign/calling-hours.ts";
import { Campaign } from "#campaign/campaign.ts";
import { ContactFile } from "#campaign/contact-file.ts";
import { Outcome } from "#campaign/outcome.ts";
import { contactStates } from "#campaign/progress.ts";
import { callReading, Counted, OutcomeTable, StrictReported, UpstreamProblemJson } from "./answer-parts.ts";

/*
 * The answers of service/api.ts as JSON must have them, to the letter: a key that is not listed fails, and
 * so does a null, which is what JSON makes of NaN and Infinity.
 */

const Instant = z.number();
const TimeBucket = z.strictObject({ start: Instant, end: Instant, counts: OutcomeTable });

const Figure = z.strictObject({ shown: StrictReported(z.number().nonnegative()), other: StrictReported(z.number().nonnegative()) });
/** What a platform says of its success is shown as it says it, below 0 or above 100 too. */
const Rate = z.strictObject({ shown: StrictReported(z.number()), other: StrictReported(z.number().min(0).max(100)) });

const Stage = z.strictObject({ depth: Counted, attempted: Counted, total: StrictReported(Counted) });

const Progress = z.strictObject({
  source: z.enum(["list", "statistics", "counters", "none"]),
  measure: z.enum(["done", "completed", "first_calls_sent"]),
  total: StrictReported(Counted),
  done: z.strictObject({ count: Counted, atMost: Counted, source: z.string() }),
  segments: z.array(z.strictObject({ part: z.string().min(1), state: z.enum(contactStates), count: Counted, source: z.string() })),
  rejected: StrictReported(Counted),
  inFailedFiles: StrictReported(Counted),
  stages: z.array(Stage),
  notes: z.array(z.looseObject({ kind: z.string() }).refine(hasNoNull)),
});

const AnswerRate = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("drawn"),
    cells: z.array(z.strictObject({ weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23), completed: Counted, finished: Counted })),
  }),
  z.strictObject({
    kind: z.literal("withheld"),
    reason: z.enum(["no_times", "no_hours", "too_few_calls", "created_outside_hours"]),
    insideShare: z.number().min(0).max(1).optional(),
  }),
]);

const Charts = z.strictObject({
  outcomesByNumber: OutcomeTable,
  outcomesByCall: OutcomeTable,
  time: StrictReported(
    z.strictObject({
      zone: z.string(),
      days: z.array(TimeBucket.extend({ date: z.string().regex(/^\d{4}-\d\d-\d\d$/), hours: z.array(TimeBucket), closed: OutcomeTable })),
      earlierCalls: Counted,
      undatedCalls: Counted,
    }),
  ),
  answerRate: AnswerRate,
  retries: z.array(z.strictObject({ retries: Counted, contacts: Counted, completed: Counted })),
  dimensions: z.array(
    z.strictObject({
      id: z.string(),
      values: z.array(z.strictObject({ value: z.string(), calls: Counted })),
      others: z.strictObject({ words: Counted, calls: Counted }),
      without: Counted,
    }),
  ),
});

const Hours = z.strictObject({
  timeZone: z.string(),
  timeZoneKnown: z.boolean(),
  week: z.array(WeeklyWindow),
  open: z.boolean().optional(),
  windows: z.array(z.strictObject({ start: Instant, end: Instant })),
});

/** `GET …/campaigns/{id}`. */
export const CampaignJson = z.strictObject({
  connection: z.looseObject({ name: z.string(), label: z.string() }),
  reports: z.looseObject({ calls: z.boolean() }),
  dimensions: z.array(z.strictObject({ id: z.string(), title: z.string(), source: z.string(), analysis: z.boolean().optional() })),
  campaign: Campaign.omit({ files: true, callingHours: true, statistics: true }).strict(),
  sentence: z.looseObject({ kind: z.string() }).refine(hasNoNull),
  hours: StrictReported(Hours),
  progress: Progress,
  estimate: z.looseObject({ kind: z.enum(["finish", "dialling_time", "withheld"]) }).refine(hasNoNull).optional(),
  figures: z.strictObject({ totalCalls: Figure, completedCalls: Figure, failedCalls: Figure, successRatePercent: Rate, averageDurationSeconds: Figure }),
  files: StrictReported(z.array(ContactFile.extend({ rejectedRecords: StrictReported(Counted), stuckSince: Instant.optional() }).strict())),
  charts: StrictReported(Charts),
  calls: StrictReported(z.strictObject({ rows: Counted, numbers: Counted, reading: callReading.optional() })),
  notices: z.array(z.looseObject({ kind: z.string() }).refine(hasNoNull)),
  upstream: z.discriminatedUnion("state", [z.strictObject({ state: z.literal("ok") }), z.strictObject({ state: z.literal("failing"), problem: UpstreamProblemJson })]),
});
export type CampaignJson = z.infer<typeof CampaignJson>;

const CallRowJson = z.strictObject({
  contact: z.string().min(1).optional(),
  id: z.string().min(1),
  to: z.string().min(1).optional(),
  outcome: Outcome,
  word: z.string(),
  retries: Counted,
  attempts: Counted,
  createdAt: Instant.optional(),
  state: z.enum(contactStates),
  durationSeconds: z.number().nonnegative().optional(),
  recordingUrl: z.string().regex(/^https?:\/\//i).optional(),
  dimensions: z.record(z.string().regex(/^[a-z_]+$/), z.array(z.string().min(1)).min(1)).optional(),
});

/** `GET …/calls`. */
export const CallsJson = z.strictObject({
  group: z.enum(["number", "call"]),
  total: Counted,
  offset: Counted,
  rows: z.array(CallRowJson),
  asOf: z.string().min(1),
  newer: Counted,
  rail: z.array(z.strictObject({ offset: Counted, at: Instant })),
});
export type CallsJson = z.infer<typeof CallsJson>;

/** `GET …/attempts`. */
export const AttemptsJson = z.strictObject({ to: z.string().min(1).optional(), rows: z.array(CallRowJson), attempts: Counted, earlierNotReported: z.int() });

function hasNoNull(value: unknown): boolean {
  if (typeof value !== "object") return true;
  return value !== null && Object.values(value).every(hasNoNull);
}
