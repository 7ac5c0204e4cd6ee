import { z } from "zod";
import { lenient } from "../lenient.ts";
import { Count, Length } from "../wire-number.ts";

/*
 * DialNexa's raw JSON, as dialnexa.mintlify.app/api-reference describes it: campaigns with their
 * call logs, and the batch calls that stand in their place on newer accounts. Only what nothing
 * can be shown without is required.
 */

const Name = z.string().min(1);

/** A campaign's own fields. */
export const WireCampaign = z.object({
  /** `cmp_…`. */
  id: Name,
  name: z.string(),
  agent_id: lenient(z.string()),
  from_phone_number: lenient(z.string()),
  /** Documented: draft, active, running, paused, completed, cancelled. */
  status: z.string(),
  max_concurrent_calls: lenient(Count),
  /** Null: not scheduled. */
  scheduled_at: lenient(z.string()),
  retry_config: lenient(z.object({ max_retries: lenient(Count), retry_interval_minutes: lenient(Count) })),
  created_at: lenient(z.string()),
  /** The three counters are promised in prose; the published answer lacks them. */
  total_leads: lenient(Count),
  completed_calls: lenient(Count),
  pending_calls: lenient(Count),
});
export type WireCampaign = z.infer<typeof WireCampaign>;

/** A row of call history. No phone number is documented. */
export const WireCallLog = z.object({
  id: Name,
  status: z.string(),
  /** positive, neutral, negative, unknown. */
  sentiment: lenient(z.string()),
  duration_seconds: lenient(Length),
  /** The prose's name of the same. */
  duration_sec: lenient(Length),
  recording_url: lenient(z.string()),
  created_at: lenient(z.string()),
  end_reason: lenient(z.string()),
});
export type WireCallLog = z.infer<typeof WireCallLog>;

/** A page of call history; rows are read one by one. */
export const WireCallLogs = z.object({
  data: z.array(z.unknown()),
  meta: z.object({ page: Count, total: Count, totalPages: Count }),
});

const WireStage = z.object({ depth: Count.pipe(z.int().max(100)), attempted: Count, total: lenient(Count) });

/** A batch call: an item of the list, which is all that its header is. */
export const WireBatch = z.object({
  /** `batch_…`. */
  id: Name,
  title: z.string(),
  /** Documented: draft, waiting, scheduled, running, paused, completed, cancelled, deleted, legacy active. */
  status: z.string(),
  total_records: lenient(Count),
  createdAt: lenient(z.string()),
  /** Recipients loaded. */
  total_lead_count: lenient(Count),
  /** Initial calls sent. */
  sent_lead_count: lenient(Count),
  /** Completed attempts, retries too. */
  picked_up_calls: lenient(Count),
  picked_up_lead_count: lenient(Count),
  last_call_sent_at: lenient(z.string()),
  number_of_retries: lenient(Count),
  first_retry_count: lenient(Count),
  second_retry_count: lenient(Count),
  third_retry_count: lenient(Count),
  fourth_retry_count: lenient(Count),
  /** Depth 0 is the first call. */
  attempt_stages: lenient(z.array(WireStage).max(100)),
});
export type WireBatch = z.infer<typeof WireBatch>;

/** A page of the list of batch calls. */
export const WireBatchList = z.object({ items: z.array(z.unknown()), total: Count, page: Count, limit: Count });

/** A row of a batch's call history. */
export const WireBatchCall = z.object({
  id: Name,
  to_number: lenient(z.string()),
  status: z.string(),
  /** Seconds. */
  duration: lenient(Length),
  createdAt: lenient(z.string()),
  end_reason: lenient(z.string()),
});
export type WireBatchCall = z.infer<typeof WireBatchCall>;

/** A page of a batch's call history. */
export const WireBatchCalls = z.object({ callLogs: z.array(z.unknown()), total: Count, page: Count, totalPages: Count });

const CampaignPage = z.object({ page: lenient(Count), limit: lenient(Count), total: lenient(Count), totalPages: lenient(Count) });

/** The list of campaigns is not documented: a bare array, or rows in the shape of one of the other lists. */
export const WireCampaignList = z.union([
  z.array(z.unknown()).transform((rows) => ({ rows, paging: {} as z.infer<typeof CampaignPage> })),
  z.object({ data: z.array(z.unknown()), meta: CampaignPage }).transform(({ data, meta }) => ({ rows: data, paging: meta })),
  z.object({ items: z.array(z.unknown()), ...CampaignPage.shape }).transform(({ items, ...paging }) => ({ rows: items, paging })),
]);

/** An error: `message` is a text or a list of them. */
export const WireError = z.object({
  error: lenient(z.string()),
  message: lenient(z.union([z.string(), z.array(z.string()).transform((lines) => lines.join("; "))])),
});
