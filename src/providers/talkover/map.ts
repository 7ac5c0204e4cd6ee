import type { Call } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { type Agent, type Campaign, type ReportedStatistics, unreportedCampaign } from "#campaign/campaign.ts";
import type { ContactFile } from "#campaign/contact-file.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import { instantOfIso } from "../iso-time.ts";
import type { CampaignReading, RowsInBody } from "../provider.ts";
import { fieldOf, instantOf, textOf } from "../reported-field.ts";
import { readRow, readRows } from "../wire-problem.ts";
import { callingHoursOf, dateOf } from "./schedule.ts";
import { mostRetries, WireCall, type WireCampaign, WireFile, type WireListItem } from "./wire.ts";
import { fileStateOf, outcomeOf, statusOf } from "./words.ts";

function agentOf({ agent, agent_id }: WireCampaign): Reported<Agent> {
  const id = agent?.id ? textOf(agent.id, "agent.id") : textOf(agent_id, "agent_id");
  const name = textOf(agent?.name, "agent.name");
  const label = textOf(agent?.label, "agent.label");
  if (!id.reported && !name.reported && !label.reported) return notReported;
  return reported({ id, name, label }, agent ? "agent" : "agent_id");
}

function statisticsOf(stats: WireCampaign["stats"]): ReportedStatistics {
  return {
    totalCalls: fieldOf(stats?.total_calls, "stats.total_calls"),
    completedCalls: fieldOf(stats?.completed_calls, "stats.completed_calls"),
    failedCalls: fieldOf(stats?.failed_calls, "stats.failed_calls"),
    successRatePercent: fieldOf(stats?.success_rate, "stats.success_rate"),
    averageDurationSeconds: fieldOf(stats?.average_duration, "stats.average_duration"),
  };
}

function contactFile(wire: WireFile): ContactFile {
  return {
    id: wire.id,
    originalName: textOf(wire.original_filename, "files[].original_filename"),
    processedName: textOf(wire.processed_filename, "files[].processed_filename"),
    state: fileStateOf(wire.status),
    totalRecords: fieldOf(wire.total_records, "files[].total_records"),
    processedRecords: fieldOf(wire.processed_records, "files[].processed_records"),
  };
}

function call(wire: WireCall): Call {
  return {
    id: wire.id,
    to: wire.to?.trim() || undefined,
    outcome: outcomeOf(wire.status),
    word: wire.status,
    retries: wire.retries,
    createdAt: wire.created_at ? instantOfIso(wire.created_at) : undefined,
  };
}

function minutes(hours: number | null | undefined): number | undefined {
  const inMinutes = (hours ?? Number.NaN) * 60;
  // A figure near the largest there is becomes none.
  return Number.isFinite(inMinutes) ? inMinutes : undefined;
}

function campaignOf(wire: WireCampaign, files: ContactFile[] | undefined): Campaign {
  const endDate = dateOf(wire.end_date);
  return {
    ...unreportedCampaign,
    id: wire.id,
    name: wire.name,
    description: textOf(wire.description, "description"),
    status: statusOf(wire.status),
    type: textOf(wire.campaign_type, "campaign_type"),
    agent: agentOf(wire),
    startDate: fieldOf(dateOf(wire.start_date), "start_date"),
    // Null is an answer here ("no end"), and only here.
    endDate: wire.end_date === null ? reported(null, "end_date") : fieldOf(endDate, "end_date"),
    callingHours: callingHoursOf(wire),
    initialCallDelaySeconds: fieldOf(wire.initial_call_delay, "initial_call_delay"),
    retryRules: {
      maxRetries: fieldOf(wire.max_retries, "max_retries"),
      cooldownMinutes: fieldOf(minutes(wire.retry_cooldown_hours), "retry_cooldown_hours"),
    },
    cooldowns: {
      postCompletionEnabled: fieldOf(wire.enable_post_completion_cooldown, "enable_post_completion_cooldown"),
      postCompletionHours: fieldOf(wire.post_completion_cooldown_hours, "post_completion_cooldown_hours"),
      successHours: fieldOf(wire.success_cooldown_hours, "success_cooldown_hours"),
      voicemailHours: fieldOf(wire.voicemail_cooldown_hours, "voicemail_cooldown_hours"),
      noAnswerHours: fieldOf(wire.no_answer_cooldown_hours, "no_answer_cooldown_hours"),
      busyHours: fieldOf(wire.busy_cooldown_hours, "busy_cooldown_hours"),
      failedHours: fieldOf(wire.failed_cooldown_hours, "failed_cooldown_hours"),
    },
    doNotCall: {
      enabled: fieldOf(wire.do_not_call_enabled, "do_not_call_enabled"),
      listSource: textOf(wire.do_not_call_list_source, "do_not_call_list_source"),
      autoAddEnabled: fieldOf(wire.auto_add_to_dnc_enabled, "auto_add_to_dnc_enabled"),
      autoAddOutcomes: fieldOf(
        wire.auto_dnc_trigger_statuses?.map((word) => ({ outcome: outcomeOf(word), word })),
        "auto_dnc_trigger_statuses",
      ),
      autoAddErrors: fieldOf(wire.auto_dnc_trigger_errors, "auto_dnc_trigger_errors"),
    },
    files: fieldOf(files, "files"),
    statistics: statisticsOf(wire.stats),
    createdAt: instantOf(wire.created_at, "created_at"),
    updatedAt: instantOf(wire.updated_at, "updated_at"),
  };
}

/** Calls as they stand in the campaign's body. */
export const callRows: RowsInBody = {
  at: ["data", "calls"],
  read: (row) => readRow(row, WireCall, call),
  keys: { id: "id", to: "to", word: "status", retries: "retries", createdAt: "created_at" },
  mostRetries,
  outcomeOf,
  instantOf: instantOfIso,
};

/** Everything Talkover says of one campaign. */
export function readingOf(wire: WireCampaign): CampaignReading {
  const calls = readRows(wire.calls, WireCall, call);
  const files = readRows(wire.files, WireFile, contactFile);
  return {
    campaign: campaignOf(wire, files.items),
    counters: { basis: "records" },
    calls: calls.items,
    setAside: { calls: calls.setAside, files: files.setAside },
  };
}

/** A line of the campaign list. */
export function summaryOf(wire: WireListItem): CampaignSummary {
  return {
    id: wire.id,
    name: wire.name,
    status: statusOf(wire.status),
    type: textOf(wire.campaign_type, "campaign_type"),
    agentLabel: textOf(wire.agent?.label, "agent.label"),
    totalCalls: fieldOf(wire.stats?.total_calls, "stats.total_calls"),
    completedCalls: fieldOf(wire.stats?.completed_calls, "stats.completed_calls"),
    contacts: notReported,
    firstCallsSent: notReported,
  };
}
