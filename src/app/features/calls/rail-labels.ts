import type { CallsAnswer } from "#service/api.ts";
import { formatClock, formatDay } from "../../ui/format.ts";
import type { TimeSense } from "./filter-words.ts";
import { fractionOf } from "./row-window.ts";

export type RailLabel = { fraction: number; text: string };

const gapPixels = { day: 20, hour: 30 };

/**
 * The names on the time rail: where a day begins, and hours where there is room.
 * Samples are evenly spaced by number of calls, so busy days are long.
 */
export function railLabels(rail: CallsAnswer["rail"], total: number, heightPixels: number, sense: TimeSense): RailLabel[] {
  const days: RailLabel[] = [];
  const hours: RailLabel[] = [];
  const descending = (rail[0]?.at ?? 0) > (rail.at(-1)?.at ?? 0);
  let previous: { day: string; hour: string } | undefined;
  for (const { offset, at } of rail) {
    const day = formatDay(at, sense.zone);
    const hour = formatClock(at, sense.zone).slice(0, 2);
    const fraction = fractionOf(offset, total);
    if (previous?.day !== day) days.push({ fraction, text: day === formatDay(sense.now, sense.zone) ? "Today" : shortDay(day) });
    // Going back in time one passes the beginning of the hour before, not of this one.
    else if (previous.hour !== hour) hours.push({ fraction, text: `${descending ? previous.hour : hour}:00` });
    previous = { day, hour };
  }
  const placed: RailLabel[] = [];
  const place = (candidates: RailLabel[], gap: number) => {
    for (const label of candidates) {
      const free = placed.every(({ fraction }) => Math.abs(fraction - label.fraction) * heightPixels >= gap);
      if (free) placed.push(label);
    }
  };
  place(days, gapPixels.day);
  place(hours, gapPixels.hour);
  return placed.sort((a, b) => a.fraction - b.fraction);
}

/** "Tue 13" of "Tue 13 Oct"; the first of a month keeps it. */
function shortDay(day: string): string {
  const [weekday, number, month] = day.split(" ");
  return number === "1" ? `${number} ${month}` : `${weekday} ${number}`;
}
