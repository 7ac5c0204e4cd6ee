import type { Call } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { type Campaign, unreportedCampaign } from "#campaign/campaign.ts";
import type { AttemptStage, Counters } from "#campaign/counters.ts";
import type { Fact } from "#campaign/fact.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { countFact, instantFact } from "../fact-of.ts";
import { instantOfIso } from "../iso-time.ts";
import type { CampaignReading } from "../provider.ts";
import { fieldOf, instantOf } from "../reported-field.ts";
import { wordsOf } from "./map.ts";
import type { WireBatch, WireBatchCall } from "./wire.ts";
import { outcomeOf, statusOf } from "./words.ts";

/** Stages as the platform tells them; without them, what the counts of retries say, whose totals are not reported. */
function stagesOf(wire: WireBatch): AttemptStage[] {
  if (wire.attempt_stages) {
    return wire.attempt_stages.map(({ depth, attempted, total }) => ({ depth, attempted, total: fieldOf(total, "attempt_stages[].total") }));
  }
  const counts = [wire.sent_lead_count, wire.first_retry_count, wire.second_retry_count, wire.third_retry_count, wire.fourth_retry_count];
  return counts.flatMap((attempted, depth) => {
    if (attempted === null || attempted === undefined) return [];
    return [{ depth, attempted, total: depth === 0 ? fieldOf(wire.total_lead_count, "total_lead_count") : notReported }];
  });
}

function countersOf(wire: WireBatch): Counters {
  return {
    basis: "recipients",
    records: fieldOf(wire.total_records, "total_records"),
    loaded: fieldOf(wire.total_lead_count, "total_lead_count"),
    firstCallsSent: fieldOf(wire.sent_lead_count, "sent_lead_count"),
    stages: stagesOf(wire),
  };
}

function factsOf(wire: WireBatch): Fact[] {
  const label = "Attempts completed, retries included";
  const lastSent = wire.last_call_sent_at ? instantOfIso(wire.last_call_sent_at) : undefined;
  return [
    ...(wire.picked_up_calls === null || wire.picked_up_calls === undefined
      ? countFact({ label, source: "picked_up_lead_count" }, wire.picked_up_lead_count)
      : countFact({ label, source: "picked_up_calls" }, wire.picked_up_calls)),
    ...instantFact({ label: "Last call sent", source: "last_call_sent_at", place: "summary" }, lastSent),
  ];
}

function campaignOf(wire: WireBatch): Campaign {
  return {
    ...unreportedCampaign,
    id: wire.id,
    name: wire.title,
    status: statusOf(wire.status),
    direction: reported("outbound", "a batch call by its documentation"),
    retryRules: { ...unreportedCampaign.retryRules, maxRetries: fieldOf(wire.number_of_retries, "number_of_retries") },
    facts: factsOf(wire),
    createdAt: instantOf(wire.createdAt, "createdAt"),
  };
}

/** Everything the list says of one batch call; its calls come in pages of their own. */
export function batchReadingOf(wire: WireBatch): CampaignReading {
  return { campaign: campaignOf(wire), counters: countersOf(wire), calls: undefined, setAside: { calls: [], files: [] } };
}

/** A row of a batch's call history: one attempt to one number. */
export function batchCallOf(wire: WireBatchCall): Call {
  return {
    id: wire.id,
    to: wire.to_number?.trim() || undefined,
    outcome: outcomeOf(wire.status, wire.end_reason),
    word: wire.status,
    retries: 0,
    createdAt: wire.createdAt ? instantOfIso(wire.createdAt) : undefined,
    durationSeconds: wire.duration ?? undefined,
    dimensions: wordsOf({ end_reason: wire.end_reason }),
  };
}

/** A line of the list of batch calls. */
export function batchSummaryOf(wire: WireBatch): CampaignSummary {
  return {
    id: wire.id,
    name: wire.title,
    status: statusOf(wire.status),
    type: notReported,
    agentLabel: notReported,
    totalCalls: notReported,
    completedCalls: notReported,
    contacts: fieldOf(wire.total_lead_count, "total_lead_count"),
    firstCallsSent: fieldOf(wire.sent_lead_count, "sent_lead_count"),
  };
}
