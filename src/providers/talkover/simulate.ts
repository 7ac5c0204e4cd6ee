import { z } from "zod";
import type { Instant } from "#campaign/campaign.ts";
import type { WireCall, WireCampaign, WireFile } from "./wire.ts";

/*
 * Talkover's part of the simulator: how a campaign of the simulated world reads in
 * Talkover's own JSON. Pure; the HTTP around it is the simulator's.
 */

export type SimulatedCall = { id: string; to: string; word: string; retries: number; createdAt: Instant };

/** A simulated campaign at one moment, without its calls. */
export type SimulatedCampaign = {
  id: string;
  name: string;
  description: string;
  status: string;
  type: string;
  agent: { id: string; name: string; label: string };
  timeZone: string;
  /** ISO weekdays. */
  days: number[];
  /** `HH:MM`. */
  ranges: { start: string; end: string }[];
  /** Tell the hours as `call_time_ranges` and `end_date`. */
  rangesOnWire: boolean;
  startDate: string;
  endDate: string | undefined;
  maxRetries: number;
  cooldownHours: number;
  voicemailIsFinal: boolean;
  files: { name: string; state: string; totalRecords: number; processedRecords: number }[];
  statistics: { total: number; completed: number; failed: number; ratePercent: number; averageSeconds: number };
  createdAt: Instant;
  updatedAt: Instant;
};

type ListItem = Omit<WireCampaign, "calls" | "files">;
export type CampaignBody = { success: true; data: ListItem & { calls: WireCall[]; files: WireFile[] } };

export const paths = { campaign: "/api/v1/campaigns/:id", list: "/api/v1/campaigns" } as const;

/**
 * The error answers. The first three are the published bodies; 422 and 429 are in the
 * shape documented for other endpoints. What a 429 looks like is not documented: that it
 * carries `Retry-After` is an assumption.
 */
export const errors = {
  unauthorized: { status: 401, body: { success: false, message: "Unauthorized" } },
  notFound: { status: 404, body: { success: false, message: "Campaign not found" } },
  server: { status: 500, body: { success: false, message: "Internal server error." } },
  rateLimited: {
    status: 429,
    body: { success: false, error: { code: "RATE_LIMIT_EXCEEDED", message: "Too many requests." } },
  },
} as const;

/** The 422 answer of a list with parameters that cannot be read. */
export function validationError(details: Record<string, string[]>) {
  return { success: false, error: { code: "VALIDATION_ERROR", message: "The given data was invalid.", details } };
}

/** The documented query of the list. Dates are taken to be days of `created_at`, both inclusive. */
export const ListQuery = z.object({
  status: z.enum(["draft", "active", "paused", "completed", "cancelled"]).optional(),
  campaign_type: z.enum(["sales", "follow_up", "reminder", "custom"]).optional(),
  agent_id: z.string().optional(),
  date_from: z.iso.date().optional(),
  date_to: z.iso.date().optional(),
  search: z.string().optional(),
  per_page: z.coerce.number().pipe(z.int().min(1).max(100)).default(20),
  page: z.coerce.number().pipe(z.int().min(1)).default(1),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** ISO 8601 in whole seconds, sometimes with microseconds: Talkover sends both. */
function timestamp(instant: Instant): string {
  const iso = new Date(instant).toISOString();
  if (instant % 3 !== 0) return `${iso.slice(0, 19)}Z`;
  return `${iso.slice(0, 23)}${String(instant % 997).padStart(3, "0")}Z`;
}

/** One row of `calls[]`. */
export function callRow(call: SimulatedCall): WireCall {
  return {
    id: call.id,
    to: call.to,
    status: call.word,
    retries: call.retries,
    created_at: timestamp(call.createdAt),
  };
}

function settings(campaign: SimulatedCampaign): ListItem {
  const { cooldownHours, statistics } = campaign;
  return {
    id: campaign.id,
    name: campaign.name,
    description: campaign.description,
    status: campaign.status,
    campaign_type: campaign.type,
    start_date: campaign.startDate,
    days_of_week: campaign.days,
    ...schedule(campaign),
    timezone: campaign.timeZone,
    agent_id: campaign.agent.id,
    initial_call_delay: 0,
    max_retries: campaign.maxRetries,
    retry_cooldown_hours: cooldownHours,
    enable_post_completion_cooldown: true,
    post_completion_cooldown_hours: 168,
    success_cooldown_hours: 168,
    voicemail_cooldown_hours: cooldownHours,
    no_answer_cooldown_hours: cooldownHours,
    busy_cooldown_hours: cooldownHours,
    failed_cooldown_hours: cooldownHours,
    do_not_call_enabled: true,
    do_not_call_list_source: "environment",
    auto_add_to_dnc_enabled: true,
    auto_dnc_trigger_statuses: campaign.voicemailIsFinal ? ["completed", "voicemail"] : ["completed"],
    auto_dnc_trigger_errors: ["invalid_number", "disconnected"],
    agent: campaign.agent,
    stats: {
      total_calls: statistics.total,
      completed_calls: statistics.completed,
      failed_calls: statistics.failed,
      success_rate: statistics.ratePercent,
    },
    created_at: timestamp(campaign.createdAt),
    updated_at: timestamp(campaign.updatedAt),
  };
}

function schedule(campaign: SimulatedCampaign): Partial<ListItem> {
  if (campaign.rangesOnWire) return { call_time_ranges: campaign.ranges, end_date: campaign.endDate ?? null };
  const [hours] = campaign.ranges;
  return hours ? { earliest_call_time: `${hours.start}:00`, latest_call_time: `${hours.end}:00` } : {};
}

/** The answer of get-campaign. */
export function campaignBody(campaign: SimulatedCampaign, calls: WireCall[]): CampaignBody {
  const item = settings(campaign);
  const files = campaign.files.map((file, index) => ({
    id: `${campaign.id}-file-${index + 1}`,
    original_filename: file.name,
    processed_filename: file.state === "uploading" ? null : `processed_${file.name.replace(/\.\w+$/, ".csv")}`,
    status: file.state,
    total_records: file.totalRecords,
    processed_records: file.processedRecords,
  }));
  const stats = { ...item.stats, average_duration: campaign.statistics.averageSeconds };
  return { success: true, data: { ...item, calls, files, stats } };
}

/** The same answer as text, from rows that are JSON already: long lists are not written anew each time. */
export function campaignText(campaign: SimulatedCampaign, rows: readonly string[]): string {
  // No other place can match: inside JSON strings quotes are escaped.
  const [before, after] = JSON.stringify(campaignBody(campaign, [])).split('"calls":[]');
  return `${before}"calls":[${rows.join(",")}]${after}`;
}

function matches(item: ListItem, query: ListQuery): boolean {
  const day = item.created_at?.slice(0, 10) ?? "";
  return (
    (query.status === undefined || item.status === query.status) &&
    (query.campaign_type === undefined || item.campaign_type === query.campaign_type) &&
    (query.agent_id === undefined || item.agent_id === query.agent_id) &&
    (query.date_from === undefined || day >= query.date_from) &&
    (query.date_to === undefined || day <= query.date_to) &&
    (query.search === undefined || item.name.toLowerCase().includes(query.search.toLowerCase()))
  );
}

/** The answer of list-campaigns; `from` and `to` count from 1 and are null on an empty page. */
export function listBody(campaigns: SimulatedCampaign[], query: ListQuery) {
  const found = campaigns.map(settings).filter((item) => matches(item, query));
  const first = (query.page - 1) * query.per_page;
  const data = found.slice(first, first + query.per_page);
  return {
    success: true,
    data,
    pagination: {
      current_page: query.page,
      last_page: Math.max(1, Math.ceil(found.length / query.per_page)),
      per_page: query.per_page,
      total: found.length,
      from: data.length > 0 ? first + 1 : null,
      to: data.length > 0 ? first + data.length : null,
    },
  };
}
