import type { Call } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { type Agent, type Campaign, type ReportedStatistics, unreportedCampaign } from "#campaign/campaign.ts";
import type { ContactFile } from "#campaign/contact-file.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import { instantOfIso } from "../iso-time.ts";
import type { CampaignReading } from "../provider.ts";
import { readRows } from "../wire-problem.ts";
import { callingHoursOf, dateOf } from "./schedule.ts";
import { isPlainCall, WireCall, type WireCampaign, WireFile, type WireListItem } from "./wire.ts";
import { fileStateOf, outcomeOf, statusOf } from "./words.ts";

function fact<T>(value: T | null | undefined, source: string): Reported<T> {
  return value === null || value === undefined ? notReported : reported(value, source);
}

/** A blank text says nothing, and would be shown as nothing. */
function text(value: string | null | undefined, source: string): Reported<string> {
  return value?.trim() ? reported(value, source) : notReported;
}

function agentOf({ agent, agent_id }: WireCampaign): Reported<Agent> {
  const id = agent?.id ? text(agent.id, "agent.id") : text(agent_id, "agent_id");
  const name = text(agent?.name, "agent.name");
  const label = text(agent?.label, "agent.label");
  if (!id.reported && !name.reported && !label.reported) return notReported;
  return reported({ id, name, label }, agent ? "agent" : "agent_id");
}

function statisticsOf(stats: WireCampaign["stats"]): ReportedStatistics {
  return {
    totalCalls: fact(stats?.total_calls, "stats.total_calls"),
    completedCalls: fact(stats?.completed_calls, "stats.completed_calls"),
    failedCalls: fact(stats?.failed_calls, "stats.failed_calls"),
    successRatePercent: fact(stats?.success_rate, "stats.success_rate"),
    averageDurationSeconds: fact(stats?.average_duration, "stats.average_duration"),
  };
}

function contactFile(wire: WireFile): ContactFile {
  return {
    id: wire.id,
    originalName: text(wire.original_filename, "files[].original_filename"),
    processedName: text(wire.processed_filename, "files[].processed_filename"),
    state: fileStateOf(wire.status),
    totalRecords: fact(wire.total_records, "files[].total_records"),
    processedRecords: fact(wire.processed_records, "files[].processed_records"),
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
  return hours === null || hours === undefined ? undefined : hours * 60;
}

function instant(value: string | null | undefined, source: string): Reported<number> {
  return fact(value ? instantOfIso(value) : undefined, source);
}

function campaignOf(wire: WireCampaign, files: ContactFile[] | undefined): Campaign {
  const endDate = dateOf(wire.end_date);
  return {
    ...unreportedCampaign,
    id: wire.id,
    name: wire.name,
    description: text(wire.description, "description"),
    status: statusOf(wire.status),
    type: text(wire.campaign_type, "campaign_type"),
    agent: agentOf(wire),
    startDate: fact(dateOf(wire.start_date), "start_date"),
    // Null is an answer here ("no end"), and only here.
    endDate: wire.end_date === null ? reported(null, "end_date") : fact(endDate, "end_date"),
    callingHours: callingHoursOf(wire),
    initialCallDelaySeconds: fact(wire.initial_call_delay, "initial_call_delay"),
    retryRules: {
      maxRetries: fact(wire.max_retries, "max_retries"),
      cooldownMinutes: fact(minutes(wire.retry_cooldown_hours), "retry_cooldown_hours"),
    },
    cooldowns: {
      postCompletionEnabled: fact(wire.enable_post_completion_cooldown, "enable_post_completion_cooldown"),
      postCompletionHours: fact(wire.post_completion_cooldown_hours, "post_completion_cooldown_hours"),
      successHours: fact(wire.success_cooldown_hours, "success_cooldown_hours"),
      voicemailHours: fact(wire.voicemail_cooldown_hours, "voicemail_cooldown_hours"),
      noAnswerHours: fact(wire.no_answer_cooldown_hours, "no_answer_cooldown_hours"),
      busyHours: fact(wire.busy_cooldown_hours, "busy_cooldown_hours"),
      failedHours: fact(wire.failed_cooldown_hours, "failed_cooldown_hours"),
    },
    doNotCall: {
      enabled: fact(wire.do_not_call_enabled, "do_not_call_enabled"),
      listSource: text(wire.do_not_call_list_source, "do_not_call_list_source"),
      autoAddEnabled: fact(wire.auto_add_to_dnc_enabled, "auto_add_to_dnc_enabled"),
      autoAddOutcomes: fact(
        wire.auto_dnc_trigger_statuses?.map((word) => ({ outcome: outcomeOf(word), word })),
        "auto_dnc_trigger_statuses",
      ),
      autoAddErrors: fact(wire.auto_dnc_trigger_errors, "auto_dnc_trigger_errors"),
    },
    files: fact(files, "files"),
    statistics: statisticsOf(wire.stats),
    createdAt: instant(wire.created_at, "created_at"),
    updatedAt: instant(wire.updated_at, "updated_at"),
  };
}

/** Everything Talkover says of one campaign. */
export function readingOf(wire: WireCampaign): CampaignReading {
  const calls = readRows(wire.calls, WireCall, call, isPlainCall);
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
    type: text(wire.campaign_type, "campaign_type"),
    agentLabel: text(wire.agent?.label, "agent.label"),
    totalCalls: fact(wire.stats?.total_calls, "stats.total_calls"),
    completedCalls: fact(wire.stats?.completed_calls, "stats.completed_calls"),
    contacts: notReported,
    firstCallsSent: notReported,
  };
}
