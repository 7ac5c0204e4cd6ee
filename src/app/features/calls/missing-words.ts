import type { CampaignAnswer } from "#service/api.ts";

/** "Numbers and retries of calls are not reported by X."; `undefined` where nothing that the table could show is missing. */
export function missingWords({ reports, connection }: Pick<CampaignAnswer, "reports" | "connection">): string | undefined {
  const missing = [
    ...(reports.numbers ? [] : ["numbers"]),
    ...(reports.callTimes ? [] : ["times"]),
    ...(reports.durations || reports.callTimes ? [] : ["durations"]),
    // Where there are numbers, retries are counted from their rows.
    ...(reports.retries || reports.numbers ? [] : ["retries"]),
  ];
  if (missing.length === 0) return undefined;
  const words = [missing.slice(0, -1).join(", "), missing.at(-1)].filter(Boolean).join(" and ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} of calls are not reported by ${connection.provider.name}.`;
}
