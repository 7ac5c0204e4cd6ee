import type { Campaign } from "./campaign.ts";
import type { Outcome } from "./outcome.ts";
import { valueOf } from "./reported.ts";

/**
 * Hours a contact rests after a call that ended so. Both rests hold where two are stated: the one after any
 * unsuccessful call, and the one after this outcome.
 */
export function restHoursAfter({ retryRules, cooldowns }: Pick<Campaign, "retryRules" | "cooldowns">, outcome: Outcome): number {
  const general = (valueOf(retryRules.cooldownMinutes) ?? 0) / 60;
  const own = new Map([
    ["voicemail", cooldowns.voicemailHours],
    ["no_answer", cooldowns.noAnswerHours],
    ["busy", cooldowns.busyHours],
    ["failed", cooldowns.failedHours],
  ]).get(outcome);
  return Math.max(0, general, (own && valueOf(own)) ?? 0);
}
