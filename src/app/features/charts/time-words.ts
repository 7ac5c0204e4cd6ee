import type { Instant } from "#campaign/campaign.ts";
import { formatClock, formatCount, formatDate, formatDay, zoneName } from "../../ui/format.ts";
import { cityOf } from "../../ui/zone.ts";
import type { Column } from "./time-model.ts";

/** Days are cut in the campaign's zone; clock times may be shown in another. `year` is the present one. */
export type Zones = { days: string; clock: string; year: string };

export function zonesOf(days: string, clock: string, now: Instant): Zones {
  return { days, clock, year: formatDate(now, days).slice(-4) };
}

/** "by creation time, New York (EDT)"; says so where clock times are another zone's. */
export function zoneWords(zones: Zones, now: Instant): string {
  const own = named(zones.days, now);
  if (zones.clock === zones.days) return `by creation time, ${own}`;
  return `by creation time; days of ${own}, hours shown in ${named(zones.clock, now)}`;
}

function named(zone: string, now: Instant): string {
  const city = cityOf(zone);
  const name = zoneName(now, zone);
  return city === name ? `${city} time` : `${city} time (${name})`;
}

/** "Wed 14 Oct, 11:00–12:00" */
export function columnName(column: Column, zones: Zones): string {
  const day = dayName(column.dayStart, zones);
  if (column.kind === "day") return day;
  if (column.kind === "closed") return `${day}, closed hours`;
  return `${day}, ${formatClock(column.start, zones.clock)}–${formatClock(column.end, zones.clock)}`;
}

/** "Wed 14 Oct", with its year when that is not the present one. */
export function dayName(dayStart: Instant, { days, year }: Zones): string {
  const dated = formatDate(dayStart, days);
  return dated.endsWith(year) ? formatDay(dayStart, days) : dated;
}

/** Axis labels of hours: "09", or "09:30" for all as soon as one does not start on the hour. */
export function hourLabels(columns: readonly Column[], zone: string): string[] {
  const clocks = columns.map(({ start }) => formatClock(start, zone));
  const onTheHour = clocks.every((clock) => clock.endsWith(":00"));
  return onTheHour ? clocks.map((clock) => clock.slice(0, 2)) : clocks;
}

/** What the bars leave out, in words; `undefined` where they leave out nothing. */
export function leftOutWords(earlierCalls: number, undatedCalls: number): string | undefined {
  const parts: string[] = [];
  if (earlierCalls > 0) parts.push(`${callsAre(earlierCalls, "earlier ")} not drawn`);
  if (undatedCalls > 0) parts.push(`${callsAre(undatedCalls, "")} without a creation time`);
  return parts.length === 0 ? undefined : `${parts.join("; ")}.`;
}

function callsAre(count: number, kind: string): string {
  return `${formatCount(count)} ${kind}${count === 1 ? "call is" : "calls are"}`;
}
