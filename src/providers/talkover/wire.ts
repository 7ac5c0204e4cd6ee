import { z } from "zod";
import { lenient } from "../lenient.ts";
import { Count, Length, Numeric } from "../wire-number.ts";

/*
 * Talkover's raw JSON, as docs.talkover.ai/en/api-reference describes it. Only what nothing
 * can be shown without is required; any other field is lenient.
 */

const Name = z.string().min(1);

/** Documented is 0–10 retries; the cap keeps a wild figure from sizing a chart. */
export const mostRetries = 1000;

/**
 * One row of `calls[]`. `retries` is required: reading its absence as 0 would claim
 * that the number may be tried again, and that one attempt was made.
 */
export const WireCall = z.object({
  id: Name,
  to: z.string().nullish(),
  status: z.string(),
  retries: Numeric.pipe(z.int().min(0).max(mostRetries)),
  created_at: lenient(z.string()),
});
export type WireCall = z.infer<typeof WireCall>;

/** One row of `files[]`. */
export const WireFile = z.object({
  id: Name,
  original_filename: z.string().nullish(),
  processed_filename: z.string().nullish(),
  /** Documented: uploading, processing, processed, failed. */
  status: z.string(),
  total_records: Count.nullish(),
  processed_records: Count.nullish(),
});
export type WireFile = z.infer<typeof WireFile>;

const WireAgent = z.object({
  id: lenient(z.string()),
  name: lenient(z.string()),
  label: lenient(z.string()),
});

const WireStats = z.object({
  total_calls: lenient(Count),
  completed_calls: lenient(Count),
  failed_calls: lenient(Count),
  /** Percent. */
  success_rate: lenient(Numeric),
  /** Seconds; the list of campaigns lacks it. */
  average_duration: lenient(Length),
});

const WireTimeRange = z.object({ start: z.string(), end: z.string() });

/** A campaign's own fields; `calls[]` and `files[]` are read row by row. */
export const WireCampaign = z.object({
  id: Name,
  name: z.string(),
  /** Documented: draft, active, paused, completed, cancelled. */
  status: z.string(),
  description: lenient(z.string()),
  /** Documented: sales, follow_up, reminder, custom. */
  campaign_type: lenient(z.string()),
  start_date: lenient(z.string()),
  /** Null: without end. */
  end_date: lenient(z.string()),
  /** 1 = Monday … 7 = Sunday. */
  days_of_week: lenient(z.array(Numeric.pipe(z.int().min(1).max(7))).max(100)),
  earliest_call_time: lenient(z.string()),
  latest_call_time: lenient(z.string()),
  /** What Create and Update answer in place of earliest and latest. */
  call_time_ranges: lenient(z.array(WireTimeRange).max(100)),
  timezone: lenient(z.string()),
  agent_id: lenient(z.string()),
  /** Seconds. */
  initial_call_delay: lenient(Length),
  max_retries: lenient(Count),
  retry_cooldown_hours: lenient(Length),
  enable_post_completion_cooldown: lenient(z.boolean()),
  post_completion_cooldown_hours: lenient(Length),
  success_cooldown_hours: lenient(Length),
  voicemail_cooldown_hours: lenient(Length),
  no_answer_cooldown_hours: lenient(Length),
  busy_cooldown_hours: lenient(Length),
  failed_cooldown_hours: lenient(Length),
  do_not_call_enabled: lenient(z.boolean()),
  do_not_call_list_source: lenient(z.string()),
  auto_add_to_dnc_enabled: lenient(z.boolean()),
  auto_dnc_trigger_statuses: lenient(z.array(z.string()).max(100)),
  auto_dnc_trigger_errors: lenient(z.array(z.string()).max(100)),
  agent: lenient(WireAgent),
  calls: z.array(z.unknown()).nullish(),
  files: z.array(z.unknown()).nullish(),
  stats: lenient(WireStats),
  created_at: lenient(z.string()),
  updated_at: lenient(z.string()),
});
export type WireCampaign = z.infer<typeof WireCampaign>;

/** The answer of get-campaign. */
export const WireCampaignBody = z.object({ success: z.literal(true), data: WireCampaign });

/** A row of the list of campaigns: the same fields, without calls and files. */
export const WireListItem = WireCampaign.pick({
  id: true,
  name: true,
  status: true,
  campaign_type: true,
  agent: true,
  stats: true,
});
export type WireListItem = z.infer<typeof WireListItem>;

/** The answer of list-campaigns. */
export const WireListBody = z.object({
  success: z.literal(true),
  data: z.array(z.unknown()),
  pagination: z.object({ current_page: Count, last_page: Count, total: Count }),
});

/** Both documented error shapes: a bare message, and an `error` object. */
export const WireError = z.object({
  message: lenient(z.string()),
  error: lenient(z.object({ code: lenient(z.string()), message: lenient(z.string()) })),
});
