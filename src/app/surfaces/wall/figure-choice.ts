import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer, Figure } from "#service/api.ts";
import { otherWay } from "../../features/charts/figure-words.ts";
import { totalOf } from "../../features/charts/outcome-order.ts";
import { callsToday } from "../../features/charts/spark-series.ts";
import { formatClock, formatCount, formatDuration, formatPercent } from "../../ui/format.ts";

/** The figures of a wall, as its address names them; those first that are shown where it names none. */
export const figureNames = ["calls", "success", "hour", "progress", "duration", "today", "completed", "failed"] as const;
export type FigureName = (typeof figureNames)[number];

/** A figure as it is written. `beside` is the other way to know it, where that reads differently. */
export type WallFigure = { name: FigureName; label: string; text: string; beside: string | undefined };

const most = 5;

/** The figures to show: those asked for, or the first five, as far as they are reported. */
export function wallFigures(answer: CampaignAnswer, asked: readonly FigureName[] | undefined, now: Instant, zone: string): WallFigure[] {
  const figures = (asked ?? figureNames).flatMap((name) => figureOf(name, answer, now, zone) ?? []);
  return figures.slice(0, most);
}

function figureOf(name: FigureName, answer: CampaignAnswer, now: Instant, zone: string): WallFigure | undefined {
  const { figures } = answer;
  const of = (label: string, figure: Figure, format: (value: number) => string): WallFigure | undefined => {
    if (!figure.shown.reported) return undefined;
    const other = otherWay(figure, format);
    return { name, label, text: format(figure.shown.value), beside: other && `${other.value} ${other.words}` };
  };
  const counted = (label: string, count: number | undefined): WallFigure | undefined =>
    count === undefined ? undefined : { name, label, text: formatCount(count), beside: undefined };
  switch (name) {
    case "calls":
      return of("Calls", figures.totalCalls, formatCount);
    case "completed":
      return of("Completed calls", figures.completedCalls, formatCount);
    case "failed":
      return of("Failed calls", figures.failedCalls, formatCount);
    case "success":
      return of("Success rate", figures.successRatePercent, formatPercent);
    case "duration":
      return of("Average duration", figures.averageDurationSeconds, formatDuration);
    case "progress":
      return counted("In progress", inProgress(answer));
    case "today":
      return counted("Calls today", daysOf(answer) && callsToday(daysOf(answer) ?? [], now));
    case "hour": {
      const hour = lastWholeHour(answer, now);
      return hour && counted(`Calls ${formatClock(hour.start, zone)}–${formatClock(hour.end, zone)}`, totalOf(hour.counts));
    }
  }
}

function daysOf({ charts }: CampaignAnswer) {
  return charts.reported && charts.value.time.reported ? charts.value.time.value.days : undefined;
}

/** Contacts on the line; a list that is known whole says so too when there are none. */
function inProgress({ progress, reports }: CampaignAnswer): number | undefined {
  const segments = progress.segments.filter(({ part }) => part === "in_progress");
  if (!reports.inProgress || (segments.length === 0 && progress.source !== "list")) return undefined;
  return segments.reduce((sum, { count }) => sum + count, 0);
}

/** Today's last hour of calling that is over. */
function lastWholeHour(answer: CampaignAnswer, now: Instant) {
  const today = daysOf(answer)?.find(({ start, end }) => start <= now && now < end);
  return today?.hours.findLast(({ end }) => end <= now);
}
