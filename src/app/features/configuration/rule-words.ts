import type { Cooldowns, DoNotCall, RetryRules } from "#campaign/campaign.ts";
import type { Reported } from "#campaign/reported.ts";

const thin = "\u202f";
const hoursOf = (hours: number) => `${hours}${thin}h`;
const valueIn = <T>(fact: Reported<T>): T | undefined => (fact.reported ? fact.value : undefined);

/** "3 at most, 24 h apart", "2 at most, 10 min apart" */
export function wordRetries({ maxRetries, cooldownMinutes }: RetryRules): string | undefined {
  const most = valueIn(maxRetries);
  const apart = valueIn(cooldownMinutes);
  if (most === 0) return "None";
  if (most === undefined) return apart === undefined ? undefined : `${wordMinutes(apart)} apart`;
  return apart === undefined ? `${most} at most` : `${most} at most, ${wordMinutes(apart)} apart`;
}

/** "24 h", "10 min", "1 h 30 min" */
function wordMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Number((minutes - hours * 60).toFixed(1));
  if (hours === 0) return `${rest}${thin}min`;
  return rest === 0 ? hoursOf(hours) : `${hoursOf(hours)} ${rest}${thin}min`;
}

/** The first call waits after a contact arrives, where the platform says how long. */
export function wordFirstCall(delaySeconds: Reported<number>): string | undefined {
  const seconds = valueIn(delaySeconds);
  if (seconds === undefined) return undefined;
  return seconds === 0 ? "First calls start without a delay." : `First calls start after ${seconds}${thin}s.`;
}

/** "On, environment list" */
export function wordDoNotCall({ enabled, listSource }: DoNotCall): string | undefined {
  const on = valueIn(enabled);
  if (on === undefined) return undefined;
  const list = valueIn(listSource);
  return on ? `On${list === undefined ? "" : `, ${list} list`}` : "Off";
}

/** Rules of which one makes another pointless, each in one line. */
export function contradictions(rules: { retryRules: RetryRules; cooldowns: Cooldowns; doNotCall: DoNotCall }): string[] {
  const { retryRules, cooldowns, doNotCall } = rules;
  const found: string[] = [];
  const adds = valueIn(doNotCall.autoAddEnabled) === true;
  const outcomes = adds ? (valueIn(doNotCall.autoAddOutcomes) ?? []).map(({ outcome }) => outcome) : [];
  if (valueIn(doNotCall.enabled) === true && adds) {
    const rests: [string, boolean][] = [
      ["completed", outcomes.includes("completed") && (cooldowns.successHours.reported || valueIn(cooldowns.postCompletionEnabled) === true)],
      ["voicemail", outcomes.includes("voicemail") && cooldowns.voicemailHours.reported],
      ["no answer", outcomes.includes("no_answer") && cooldowns.noAnswerHours.reported],
      ["busy", outcomes.includes("busy") && cooldowns.busyHours.reported],
      ["failed", outcomes.includes("failed") && cooldowns.failedHours.reported],
    ];
    const idle = rests.filter(([, pointless]) => pointless).map(([name]) => name);
    if (idle.length > 0) found.push(`So the ${listed(idle)} ${idle.length === 1 ? "cool-down never comes" : "cool-downs never come"} into play.`);
  }
  if (valueIn(doNotCall.enabled) === false && adds) found.push("The list is off, so numbers added to it are still called.");
  if (valueIn(retryRules.maxRetries) === 0 && valueIn(retryRules.cooldownMinutes) !== undefined) {
    found.push("Without retries, the time between them never comes into play.");
  }
  return found;
}

/** "completed", "completed and voicemail", "completed, voicemail and busy". */
export function listed(words: string[], last = "and"): string {
  const head = words.slice(0, -1).join(", ");
  const tail = words.at(-1) ?? "";
  return head === "" ? tail : `${head} ${last} ${tail}`;
}

/** "168 h" or "no rest". */
export function wordRest(hours: number): string {
  return hours === 0 ? "none" : hoursOf(hours);
}
