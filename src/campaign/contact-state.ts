import type { Campaign } from "./campaign.ts";
import type { Counters } from "./counters.ts";
import type { Outcome } from "./outcome.ts";
import type { ContactState } from "./progress.ts";
import { valueOf } from "./reported.ts";
import { hasEnded } from "./status.ts";

/** What decides whether a contact's last result is final (docs/progress.md, note 1). */
export type FinalityRules = {
  /** `undefined` where not reported: then an unsuccessful result is undetermined. */
  maxRetries: number | undefined;
  /** Auto do-not-call lists voicemail, so the number will not be dialled again. */
  voicemailIsFinal: boolean;
  ended: boolean;
  /** The platform writes a result only once it will not dial the contact again. */
  resultsAreFinal: boolean;
};

/** The rules of a campaign, as its settings and the way it counts tell them. */
export function finalityRules(campaign: Campaign, counters: Counters): FinalityRules {
  const { doNotCall } = campaign;
  const autoAdds = valueOf(doNotCall.enabled) === true && valueOf(doNotCall.autoAddEnabled) === true;
  const listed = autoAdds ? (valueOf(doNotCall.autoAddOutcomes) ?? []) : [];
  return {
    maxRetries: valueOf(campaign.retryRules.maxRetries),
    voicemailIsFinal: listed.some(({ outcome }) => outcome === "voicemail"),
    ended: hasEnded(campaign.status),
    resultsAreFinal: counters.basis === "contacts",
  };
}

/**
 * The state of a contact, told from its last row. `retriesUsed` counts dials
 * after the first one. Rows that are queued or on the line hold no result yet,
 * so they stay open even when the campaign has ended: a call never made is not done.
 */
export function contactState(outcome: Outcome, retriesUsed: number, rules: FinalityRules): ContactState {
  switch (outcome) {
    case "in_progress":
      return "in_progress";
    case "queued":
      return retriesUsed > 0 ? "to_retry" : "waiting";
    case "completed":
    case "cancelled":
      return "done";
    case "unknown":
      return rules.ended || rules.resultsAreFinal ? "done" : "unknown";
    default:
      if (rules.ended || rules.resultsAreFinal || (outcome === "voicemail" && rules.voicemailIsFinal)) return "done";
      if (rules.maxRetries === undefined) return "undetermined";
      return retriesUsed >= rules.maxRetries ? "done" : "to_retry";
  }
}
