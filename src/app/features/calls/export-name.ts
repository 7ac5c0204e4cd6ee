import type { CallsFilter } from "./calls-filter.ts";

/** "Q2 Lead Re-engagement, numbers, Wed 14 Oct 2026.csv": only what every file system takes. */
export function exportFileName(campaignName: string, group: CallsFilter["group"], date: string): string {
  const name = campaignName
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const whole = Array.from(name).slice(0, 80).join("");
  return `${whole || "Campaign"}, ${group}s, ${date}.csv`;
}
