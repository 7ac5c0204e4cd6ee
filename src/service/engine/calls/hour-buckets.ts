import { openHours, wholeDay } from "#campaign/open-hours.ts";
import { outcomes, zeroOutcomes } from "#campaign/outcome.ts";
import type { TimeBucket } from "#service/api.ts";
import { at } from "../columns/at.ts";
import type { CampaignCalendar } from "./campaign-calendar.ts";
import type { CallTable } from "./table.ts";

/** The given days' calls by open hour; where hours are not known, by every hour that has calls. */
export function countHours(table: CallTable, calendar: CampaignCalendar, days: number[]): Map<number, TimeBucket[]> {
  const { clock, hours } = calendar;
  const openOn = (day: number): TimeBucket[] => {
    const whole = wholeDay(clock, day);
    const windows = hours ? hours.windows(whole.start, whole.end) : [whole];
    return openHours(clock, day, windows).map((hour) => ({ ...hour, counts: zeroOutcomes() }));
  };
  const buckets = new Map(days.map((day) => [day, openOn(day)]));
  const { createdAt, outcome } = table.columns;
  for (let row = 0; row < table.rows; row++) {
    const instant = at(createdAt, row);
    if (Number.isNaN(instant)) continue;
    const bucket = buckets
      .get(clock.local(instant).dayNumber)
      ?.find(({ start, end }) => instant >= start && instant < end);
    if (bucket) bucket.counts[at(outcomes, at(outcome, row))]++;
  }
  if (hours) return buckets;
  const hasCalls = (bucket: TimeBucket) => Object.values(bucket.counts).some((calls) => calls > 0);
  return new Map([...buckets].map(([day, open]) => [day, open.filter(hasCalls)]));
}
