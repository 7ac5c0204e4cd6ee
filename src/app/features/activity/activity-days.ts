import type { Instant } from "#campaign/campaign.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import { formatDate } from "../../ui/format.ts";

/** A line of the panel: what changed, or a stretch in which nobody watched. */
export type ActivityLine = { kind: "event"; event: CampaignEvent; at: Instant } | { kind: "gap"; start: Instant; end: Instant; at: Instant };

/** The lines of one day, the newest first. `date` is the day in the zone shown. */
export type ActivityDay = { date: string; lines: ActivityLine[] };

/** Events and gaps by day, the newest first, at most `most` lines of them; and how many there are in all. */
export function activityDays({ events, gaps }: Pick<HistoryAnswer, "events" | "gaps">, zone: string, most: number): { days: ActivityDay[]; lines: number } {
  const lines: ActivityLine[] = [
    ...events.map((event) => ({ kind: "event" as const, event, at: event.at })),
    ...gaps.map(({ start, end }) => ({ kind: "gap" as const, start, end, at: end })),
  ].toSorted((a, b) => b.at - a.at);
  const days: ActivityDay[] = [];
  for (const line of lines.slice(0, most)) {
    const date = formatDate(line.at, zone);
    const last = days.at(-1);
    if (last?.date === date) last.lines.push(line);
    else days.push({ date, lines: [line] });
  }
  return { days, lines: lines.length };
}
