import type { Instant } from "#campaign/campaign.ts";
import type { DayBucket } from "#service/api.ts";
import { byDay, type Column, holds, latestDay, timeModel } from "../../features/charts/time-model.ts";
import { scaleTop } from "../../features/charts/chart-scale.ts";
import { formatClock, formatDay } from "../../ui/format.ts";

/** One bar: shares of the axis, 0–100. `gapBefore`: closed hours lie before it. */
export type ThroughputBar = { start: Instant; completedPercent: number; otherPercent: number; ahead: boolean; gapBefore: boolean; label: string | undefined };

export type Throughput = { title: string; bars: ThroughputBar[]; top: number };

/** Labels are legible from afar: so many fit under the narrowest chart. */
const mostLabels = 8;
const mostDays = 14;

/** Calls of today by hour, by their creation; of the latest day where there is no today, by day where hours do not tell. */
export function throughputOf(days: readonly DayBucket[], now: Instant, zone: string): Throughput | undefined {
  const latest = latestDay(days, now);
  if (latest === undefined) return undefined;
  const hourly = timeModel([latest], now);
  const { unit, columns, most } = hourly.unit === "hour" ? hourly : byDay(days.slice(-mostDays), now);
  const top = scaleTop(most);
  const step = Math.ceil(columns.length / mostLabels);
  const share = (calls: number): number => (100 * calls) / top;
  const bars = columns.map((column, index): ThroughputBar => {
    const { completed } = column.counts;
    const before = columns[index - 1];
    return {
      start: column.start,
      completedPercent: share(completed),
      otherPercent: share(column.calls - completed),
      ahead: column.ahead,
      gapBefore: before !== undefined && column.slot - before.slot > 1,
      label: column.kind === "closed" ? "closed" : index % step === 0 ? labelOf(column, zone) : undefined,
    };
  });
  return { title: titleOf(unit, latest, now, zone), bars, top };
}

function labelOf({ kind, start, dayStart }: Column, zone: string): string {
  return kind === "day" ? formatDay(dayStart, zone).replace(/^\w+ /, "") : formatClock(start, zone);
}

function titleOf(unit: "hour" | "day", latest: DayBucket, now: Instant, zone: string): string {
  if (unit === "day") return "Calls per day";
  return `Calls per hour, ${holds(latest, now) ? "today" : formatDay(latest.start, zone)}`;
}
