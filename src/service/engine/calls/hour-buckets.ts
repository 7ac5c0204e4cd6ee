import type { Window } from "#campaign/calling-windows.ts";
import { outcomes, zeroOutcomes } from "#campaign/outcome.ts";
import type { TimeBucket } from "#service/api.ts";
import { at } from "../columns/at.ts";
import type { CampaignCalendar } from "./campaign-calendar.ts";
import type { CallTable } from "./table.ts";

const hoursOfDay = Array.from({ length: 24 }, (_, hour) => hour);

/** The given days' calls by open hour; where hours are not known, by every hour that has calls. */
export function countHours(table: CallTable, calendar: CampaignCalendar, days: number[]): Map<number, TimeBucket[]> {
  const buckets = new Map(days.map((day) => [day, openHours(calendar, day)]));
  const { createdAt, outcome } = table.columns;
  for (let row = 0; row < table.rows; row++) {
    const instant = at(createdAt, row);
    if (Number.isNaN(instant)) continue;
    const bucket = buckets
      .get(calendar.clock.local(instant).dayNumber)
      ?.find(({ start, end }) => instant >= start && instant < end);
    if (bucket) bucket.counts[at(outcomes, at(outcome, row))]++;
  }
  if (calendar.hours) return buckets;
  const hasCalls = (bucket: TimeBucket) => Object.values(bucket.counts).some((calls) => calls > 0);
  return new Map([...buckets].map(([day, hours]) => [day, hours.filter(hasCalls)]));
}

/** A day's windows cut at the full hours of its wall clock; an hour that a clock change skips is none. */
function openHours({ clock, hours }: CampaignCalendar, day: number): TimeBucket[] {
  const whole: Window = { start: clock.instantOf(day, 0), end: clock.instantOf(day + 1, 0) };
  const windows = hours ? hours.windows(whole.start, whole.end) : [whole];
  return hoursOfDay.flatMap((hour) => {
    const from = clock.instantOf(day, hour * 60);
    const to = clock.instantOf(day, hour * 60 + 60);
    return windows
      .map((window) => ({ start: Math.max(from, window.start), end: Math.min(to, window.end), counts: zeroOutcomes() }))
      .filter(({ start, end }) => start < end);
  });
}
