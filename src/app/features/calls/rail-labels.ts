import type { CallsAnswer } from "#service/api.ts";
import { formatClock, formatDay } from "../../ui/format.ts";
import type { TimeSense } from "./filter-words.ts";
import { fractionOf } from "./row-window.ts";

export type RailLabel = { fraction: number; text: string };

const gapPixels = 20;

/**
 * The names on the time rail: each says when the call at its place was created,
 * by day where the day is another than above, else by the clock. The marks are
 * evenly spaced by number of calls, so busy days are long.
 */
export function railLabels(rail: CallsAnswer["rail"], total: number, heightPixels: number, sense: TimeSense): RailLabel[] {
  const labels: RailLabel[] = [];
  let dayAbove: string | undefined;
  for (const { offset, at } of rail) {
    const fraction = fractionOf(offset, total);
    const above = labels.at(-1);
    if (above !== undefined && (fraction - above.fraction) * heightPixels < gapPixels) continue;
    const day = formatDay(at, sense.zone);
    labels.push({ fraction, text: day === dayAbove ? formatClock(at, sense.zone) : shortDay(day, sense) });
    dayAbove = day;
  }
  return labels;
}

/** "Tue 13" of "Tue 13 Oct"; the first of a month keeps it. */
function shortDay(day: string, { now, zone }: TimeSense): string {
  if (day === formatDay(now, zone)) return "Today";
  const [weekday, number, month] = day.split(" ");
  return number === "1" ? `1 ${month}` : `${weekday} ${number}`;
}
