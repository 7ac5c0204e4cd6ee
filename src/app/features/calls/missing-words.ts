import type { CampaignAnswer } from "#service/api.ts";
import type { CallSight } from "./call-sight.ts";

/**
 * "Numbers and retries of calls are not reported by X. Recordings are hidden from you.": what is reported and not
 * shown is told from what is not reported. `undefined` where nothing that the table could show is missing.
 */
export function missingWords({ reports, connection }: Pick<CampaignAnswer, "reports" | "connection">, sight: CallSight | undefined): string | undefined {
  const sentences = [notReported(reports, connection.provider.name), hidden(reports, sight)].filter((words) => words !== undefined);
  return sentences.length === 0 ? undefined : sentences.join(" ");
}

function hidden(reports: CampaignAnswer["reports"], sight: CallSight | undefined): string | undefined {
  if (sight === undefined) return undefined;
  const things = [...(reports.numbers && sight.numbers === "none" ? ["numbers"] : []), ...(reports.recordings && !sight.recordings ? ["recordings"] : [])];
  return things.length === 0 ? undefined : `${listed(things)} are hidden from you.`;
}

function notReported(reports: CampaignAnswer["reports"], provider: string): string | undefined {
  const missing = [
    ...(reports.numbers ? [] : ["numbers"]),
    ...(reports.callTimes ? [] : ["times"]),
    ...(reports.durations || reports.callTimes ? [] : ["durations"]),
    // Where there are numbers, retries are counted from their rows.
    ...(reports.retries || reports.numbers ? [] : ["retries"]),
  ];
  return missing.length === 0 ? undefined : `${listed(missing)} of calls are not reported by ${provider}.`;
}

/** "Numbers, times and durations" */
function listed(things: readonly string[]): string {
  const words = [things.slice(0, -1).join(", "), things.at(-1)].filter(Boolean).join(" and ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
