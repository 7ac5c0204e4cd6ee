import { z } from "zod";
import { CalendarDate, CallingHours } from "./calling-hours.ts";
import { ContactFile } from "./contact-file.ts";
import { Fact } from "./fact.ts";
import { Outcome } from "./outcome.ts";
import { notReported, Reported } from "./reported.ts";
import { Status } from "./status.ts";

/** Epoch milliseconds. */
export const Instant = z.number();
export type Instant = z.infer<typeof Instant>;

export const Agent = z.object({
  id: Reported(z.string()),
  name: Reported(z.string()),
  label: Reported(z.string()),
});
export type Agent = z.infer<typeof Agent>;

/** Hours a number rests before it may be called again, by how its last call ended. */
export const Cooldowns = z.object({
  /** Whether numbers rest after a completed call, and for how long. */
  postCompletionEnabled: Reported(z.boolean()),
  postCompletionHours: Reported(z.number()),
  successHours: Reported(z.number()),
  voicemailHours: Reported(z.number()),
  noAnswerHours: Reported(z.number()),
  busyHours: Reported(z.number()),
  failedHours: Reported(z.number()),
});
export type Cooldowns = z.infer<typeof Cooldowns>;

export const RetryRules = z.object({
  /** Retries after the first attempt. */
  maxRetries: Reported(z.int().nonnegative()),
  /** Minutes between a failed attempt and the next. */
  cooldownMinutes: Reported(z.number()),
});
export type RetryRules = z.infer<typeof RetryRules>;

export const DoNotCall = z.object({
  enabled: Reported(z.boolean()),
  /** `environment` or `campaign` on Talkover; other words are shown as they are. */
  listSource: Reported(z.string()),
  autoAddEnabled: Reported(z.boolean()),
  /** Call results that put a number on the list; `unknown` keeps its word. */
  autoAddOutcomes: Reported(z.array(z.object({ outcome: Outcome, word: z.string() }))),
  /** The platform's error names, as they arrived. */
  autoAddErrors: Reported(z.array(z.string())),
});
export type DoNotCall = z.infer<typeof DoNotCall>;

/** The platform's own statistics, untouched: what it says, not what we count. */
export const ReportedStatistics = z.object({
  totalCalls: Reported(z.number().nonnegative()),
  completedCalls: Reported(z.number().nonnegative()),
  failedCalls: Reported(z.number().nonnegative()),
  /** Percent, 0–100. */
  successRatePercent: Reported(z.number()),
  averageDurationSeconds: Reported(z.number().nonnegative()),
});
export type ReportedStatistics = z.infer<typeof ReportedStatistics>;

/** Everything a campaign is except its calls, whichever platform dials it. */
export const Campaign = z.object({
  id: z.string(),
  name: z.string(),
  description: Reported(z.string()),
  status: Status,
  type: Reported(z.string()),
  agent: Reported(Agent),
  /** Whether it calls people or answers their calls. */
  direction: Reported(z.enum(["outbound", "incoming"])),
  /** Active, but no new conversation is begun. */
  newChatsPaused: Reported(z.boolean()),
  maxConcurrentCalls: Reported(z.int().nonnegative()),
  /** When it is to start by itself; `null`: it is not scheduled. */
  scheduledAt: Reported(Instant.nullable()),
  /** When the platform says it was completed; `null`: not yet. */
  completedAt: Reported(Instant.nullable()),
  startDate: Reported(CalendarDate),
  /** `null`: the platform says that there is no end date. */
  endDate: Reported(CalendarDate.nullable()),
  callingHours: Reported(CallingHours),
  initialCallDelaySeconds: Reported(z.number()),
  retryRules: RetryRules,
  cooldowns: Cooldowns,
  doNotCall: DoNotCall,
  files: Reported(z.array(ContactFile)),
  statistics: ReportedStatistics,
  facts: z.array(Fact),
  createdAt: Reported(Instant),
  updatedAt: Reported(Instant),
});
export type Campaign = z.infer<typeof Campaign>;

/** A campaign of which nothing is known: mappings begin here and say what their platform reports. */
export const unreportedCampaign: Omit<Campaign, "id" | "name" | "status"> = {
  description: notReported,
  type: notReported,
  agent: notReported,
  direction: notReported,
  newChatsPaused: notReported,
  maxConcurrentCalls: notReported,
  scheduledAt: notReported,
  completedAt: notReported,
  startDate: notReported,
  endDate: notReported,
  callingHours: notReported,
  initialCallDelaySeconds: notReported,
  retryRules: { maxRetries: notReported, cooldownMinutes: notReported },
  cooldowns: {
    postCompletionEnabled: notReported,
    postCompletionHours: notReported,
    successHours: notReported,
    voicemailHours: notReported,
    noAnswerHours: notReported,
    busyHours: notReported,
    failedHours: notReported,
  },
  doNotCall: {
    enabled: notReported,
    listSource: notReported,
    autoAddEnabled: notReported,
    autoAddOutcomes: notReported,
    autoAddErrors: notReported,
  },
  files: notReported,
  statistics: {
    totalCalls: notReported,
    completedCalls: notReported,
    failedCalls: notReported,
    successRatePercent: notReported,
    averageDurationSeconds: notReported,
  },
  facts: [],
  createdAt: notReported,
  updatedAt: notReported,
};
