import type { CampaignSpec, Phase, SimulatedCall } from "../simulation.ts";
import type { WireContact } from "./wire.ts";

type Ended = Exclude<Phase, "queued" | "initiated" | "ringing" | "answered">;

const ended = new Set<Phase>(["completed", "voicemail", "failed", "no-answer", "busy"] satisfies Ended[]);
const dispositions = [["System Generated"], ["Requires Supervisor Attention"], ["Satisfied"], ["Satisfied", "Call back"], []];

/** How Kore.ai documents a number: digits alone. */
function digitsOf(number: string): string {
  return number.replace(/^\+/, "");
}

/** A contact that was never called. */
export function untouchedContact(number: string): WireContact {
  return {
    phoneNumber: digitsOf(number),
    uniqueId: "",
    dialerOutcome: "",
    numberOfAttemptsSoFar: 0,
    agentDispositionCodes: [],
    botOutboundStatus: "",
    botOutboundStatusDetail: "",
  };
}

/**
 * Only "completed" and "" are documented. A result after which a contact is dialled no
 * more is taken to be written down, one after which it waits for its next attempt not.
 */
function outcomeWord(call: SimulatedCall, campaign: CampaignSpec): string {
  if (!ended.has(call.phase)) return "";
  const isFinal = call.phase === "completed" || (call.phase === "voicemail" && campaign.voicemailIsFinal);
  return isFinal || call.retries >= campaign.maxRetries ? call.word : "";
}

/** A contact whose last, or present, attempt is this call. */
export function calledContact(call: SimulatedCall, campaign: CampaignSpec): WireContact & { botSessionId: string } {
  const byUser = call.seed % 3 !== 0;
  const talked = call.phase === "completed";
  return {
    ...untouchedContact(call.to),
    dialerOutcome: outcomeWord(call, campaign),
    // A call that is queued was not dialled yet: its retries are the attempts made before it.
    numberOfAttemptsSoFar: call.phase === "queued" ? call.retries : call.retries + 1,
    botSessionId: `685d3c${call.seed.toString(16).padStart(18, "0")}`,
    agentDispositionCodes: talked ? dispositions[call.seed % dispositions.length] : [],
    botOutboundStatus: talked ? (byUser ? "userHangUp" : "agentHangUp") : "",
    botOutboundStatusDetail: talked ? (byUser ? "user_hangup" : "agent_hangup") : "",
  };
}
