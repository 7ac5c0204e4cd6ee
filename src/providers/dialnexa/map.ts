import { z } from "zod";
import type { Call } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { type Agent, type Campaign, unreportedCampaign } from "#campaign/campaign.ts";
import type { Counters } from "#campaign/counters.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import { phoneFact } from "../fact-of.ts";
import { instantOfIso } from "../iso-time.ts";
import type { CampaignReading } from "../provider.ts";
import { fieldOf, instantOf, textOf } from "../reported-field.ts";
import type { WireCallLog, WireCampaign } from "./wire.ts";
import { outcomeOf, statusOf } from "./words.ts";

/** Null is an answer: the campaign is not scheduled. */
function scheduledAt({ scheduled_at: at }: WireCampaign): Reported<number | null> {
  return at === null ? reported(null, "scheduled_at") : instantOf(at, "scheduled_at");
}

function agentOf(id: string | null | undefined): Reported<Agent> {
  const known = textOf(id, "agent_id");
  return known.reported ? reported({ id: known, name: notReported, label: notReported }, "agent_id") : notReported;
}

function countersOf(wire: WireCampaign): Counters {
  return {
    basis: "leads",
    total: fieldOf(wire.total_leads, "total_leads"),
    completed: fieldOf(wire.completed_calls, "completed_calls"),
    pending: fieldOf(wire.pending_calls, "pending_calls"),
  };
}

function campaignOf(wire: WireCampaign): Campaign {
  return {
    ...unreportedCampaign,
    id: wire.id,
    name: wire.name,
    status: statusOf(wire.status),
    agent: agentOf(wire.agent_id),
    direction: reported("outbound", "an outbound campaign by its documentation"),
    maxConcurrentCalls: fieldOf(wire.max_concurrent_calls, "max_concurrent_calls"),
    scheduledAt: scheduledAt(wire),
    retryRules: {
      maxRetries: fieldOf(wire.retry_config?.max_retries, "retry_config.max_retries"),
      cooldownMinutes: fieldOf(wire.retry_config?.retry_interval_minutes, "retry_config.retry_interval_minutes"),
    },
    facts: phoneFact({ label: "From number", source: "from_phone_number" }, [wire.from_phone_number ?? ""]),
    createdAt: instantOf(wire.created_at, "created_at"),
  };
}

/** Everything DialNexa says of one campaign; its call logs come in pages of their own. */
export function readingOf(wire: WireCampaign): CampaignReading {
  return { campaign: campaignOf(wire), counters: countersOf(wire), calls: undefined, setAside: { calls: [], files: [] } };
}

const WebAddress = z.url({ protocol: /^https?$/ });

/** Only http and https lead to a recording: anything else could run in the page that opens it. */
export function recordingOf(url: string | null | undefined): string | undefined {
  return WebAddress.safeParse(url).data;
}

/** The platform's words by dimension; a blank one says nothing. */
export function wordsOf(words: Record<string, string | null | undefined>): Call["dimensions"] {
  const said = Object.entries(words).flatMap(([id, word]) => (word?.trim() ? [[id, [word]] as const] : []));
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** A row of call history. No number is reported, and no count of retries. */
export function callOf(wire: WireCallLog): Call {
  return {
    id: wire.id,
    to: undefined,
    outcome: outcomeOf(wire.status, wire.end_reason),
    word: wire.status,
    retries: 0,
    createdAt: wire.created_at ? instantOfIso(wire.created_at) : undefined,
    durationSeconds: wire.duration_seconds ?? wire.duration_sec ?? undefined,
    recordingUrl: recordingOf(wire.recording_url),
    dimensions: wordsOf({ sentiment: wire.sentiment, end_reason: wire.end_reason }),
  };
}

/** A line of the campaign list. */
export function summaryOf(wire: WireCampaign): CampaignSummary {
  return {
    id: wire.id,
    name: wire.name,
    status: statusOf(wire.status),
    type: notReported,
    agentLabel: textOf(wire.agent_id, "agent_id"),
    totalCalls: notReported,
    completedCalls: fieldOf(wire.completed_calls, "completed_calls"),
    contacts: fieldOf(wire.total_leads, "total_leads"),
    firstCallsSent: notReported,
  };
}
