import type { ConnectionInfo, DisplayInfo } from "#service/api.ts";
import { formatAge } from "../../ui/format.ts";

/** The service notes the minute; a display asks every few seconds. */
const onMilliseconds = 3 * 60_000;

/** When a display was there last, of the service's time. */
export function wordSeen(seenAt: number | undefined, now: number): { text: string; isOn: boolean } {
  if (seenAt === undefined) return { text: "Approved; not seen yet", isOn: false };
  const age = Math.max(0, now - seenAt);
  return age < onMilliseconds ? { text: "On", isOn: true } : { text: `Last seen ${formatAge(age)} ago`, isOn: false };
}

/** What a display may show: campaigns by id, or all that fit a pattern. */
export function wordCampaigns(campaigns: DisplayInfo["campaigns"], connections: readonly Pick<ConnectionInfo, "name" | "label">[]): string {
  return Object.entries(campaigns)
    .map(([name, patterns]) => {
      const label = name === "*" ? "every connection" : (connections.find((each) => each.name === name)?.label ?? name);
      return patterns.includes("*") ? `All campaigns of ${label}` : `${label}: ${patterns.join(", ")}`;
    })
    .join("; ");
}
