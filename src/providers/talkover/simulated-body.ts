import type { Instant } from "#campaign/campaign.ts";
import type { SimulatedCall, SimulatedCampaign } from "../simulation.ts";
import type { WireCall, WireCampaign, WireFile } from "./wire.ts";

/** A campaign as an item of the list. */
export type ListItem = Omit<WireCampaign, "calls" | "files">;
/** The answer of get-campaign. */
export type CampaignBody = { success: true; data: ListItem & { calls: WireCall[]; files: WireFile[] } };

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

/** A campaign's own fields: all that an item of the list holds. */
export function listItem(campaign: SimulatedCampaign): ListItem {
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
  const item = listItem(campaign);
  const files = campaign.contactFiles.map((file, index) => ({
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
