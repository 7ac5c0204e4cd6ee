import type { CampaignSpec, Phase, SimulatedCall, SimulatedCampaign } from "../simulation.ts";
import type { WireBatch, WireBatchCall, WireCallLog, WireCampaign } from "./wire.ts";

const reasons = new Map<Phase, readonly string[]>([
  ["completed", ["user_disconnected", "user_disconnected", "agent_disconnected"]],
  ["voicemail", ["voicemail_detected"]],
  ["no-answer", ["user_did_not_pick_up", "user_did_not_pick_up", "user_unreachable"]],
  ["busy", ["user_busy"]],
  ["failed", ["invalid_phone_number", "network_failure", "destination_forbidden"]],
]);

const sentiments = ["positive", "neutral", "neutral", "negative", "unknown"];

/** The same choice each time for the same call. */
function pick(words: readonly string[], seed: number): string | null {
  return words[seed % words.length] ?? null;
}

const iso = (instant: number): string => new Date(instant).toISOString();

function fields(call: SimulatedCall) {
  const isOver = call.endedAt !== undefined;
  // A machine that answered ran to the end of the call: its reason says what it was.
  const status = call.phase === "voicemail" ? "completed" : call.phase === "queued" ? "created" : call.word;
  return { status, endReason: isOver ? pick(reasons.get(call.phase) ?? [], call.seed) : null, talked: isOver && call.talkSeconds > 0 };
}

/** A call log: no number stands on it. */
export function callLog(call: SimulatedCall): WireCallLog {
  const { status, endReason, talked } = fields(call);
  return {
    id: call.id.replace("call_", "log_"),
    status,
    sentiment: talked ? pick(sentiments, call.seed >>> 4) : null,
    duration_seconds: call.endedAt === undefined ? null : call.talkSeconds,
    duration_sec: undefined,
    recording_url: talked ? `https://recordings.dialnexa.invalid/${call.id}.mp3` : null,
    created_at: iso(call.createdAt),
    end_reason: endReason,
  };
}

/** A call of a batch, with the number it went to. */
export function batchCall(call: SimulatedCall): WireBatchCall {
  const { status, endReason } = fields(call);
  const duration = call.endedAt === undefined ? null : call.talkSeconds;
  return { id: call.id, to_number: call.to, status, duration, createdAt: iso(call.createdAt), end_reason: endReason };
}

const concurrency = 8;

/** A campaign's own fields; the one "without counters" is as the published sample. */
export function campaignJson(campaign: SimulatedCampaign): WireCampaign {
  const open = campaign.contacts - campaign.contactsDone;
  const onTheLine = campaign.status === "running" ? Math.min(concurrency, open) : 0;
  const isCounted = campaign.description !== "without counters";
  return {
    id: campaign.id,
    name: campaign.name,
    agent_id: campaign.agent.id,
    from_phone_number: "+912234567890",
    status: campaign.status,
    max_concurrent_calls: concurrency,
    scheduled_at: campaign.status === "scheduled" ? iso(campaign.createdAt + 3 * 86_400_000) : null,
    retry_config: { max_retries: campaign.maxRetries, retry_interval_minutes: campaign.cooldownHours * 60 },
    created_at: iso(campaign.createdAt),
    ...(isCounted
      ? { total_leads: campaign.contacts, completed_calls: campaign.contactsDone, pending_calls: open - onTheLine }
      : { total_leads: undefined, completed_calls: undefined, pending_calls: undefined }),
  };
}

/** What is owed of retries is told under the first of them. */
function stagesOf({ contacts, contactsCalled, contactsDone, attemptsByDepth }: SimulatedCampaign): WireBatch["attempt_stages"] {
  return attemptsByDepth.map((attempted, depth) => {
    const owed = depth === 1 ? Math.max(0, contactsCalled - contactsDone) : 0;
    return { depth, attempted, total: depth === 0 ? contacts : attempted + owed };
  });
}

/** An item of the list of batch calls. */
export function batchJson(campaign: SimulatedCampaign & CampaignSpec): WireBatch {
  const { attemptsByDepth, statistics } = campaign;
  const hasStages = campaign.description !== "without stages";
  return {
    id: campaign.id,
    title: campaign.name,
    status: campaign.status,
    total_records: campaign.contactFiles.reduce((sum, { totalRecords }) => sum + totalRecords, 0),
    createdAt: iso(campaign.createdAt),
    total_lead_count: campaign.contacts,
    sent_lead_count: campaign.contactsCalled,
    picked_up_calls: statistics.completed,
    picked_up_lead_count: statistics.completed,
    last_call_sent_at: campaign.contactsCalled === 0 ? null : iso(campaign.updatedAt),
    number_of_retries: campaign.maxRetries,
    first_retry_count: attemptsByDepth[1] ?? null,
    second_retry_count: attemptsByDepth[2] ?? null,
    third_retry_count: attemptsByDepth[3] ?? null,
    fourth_retry_count: attemptsByDepth[4] ?? null,
    attempt_stages: hasStages ? stagesOf(campaign) : undefined,
  };
}
