import type { Instant } from "#campaign/campaign.ts";
import { countedFrom } from "#campaign/count-source.ts";
import { type OutcomeCounts, outcomes, zeroOutcomes } from "#campaign/outcome.ts";
import { notReported, reported } from "#campaign/reported.ts";
import type { Charts } from "#service/api.ts";
import { at } from "../columns/at.ts";
import type { CampaignCalendar } from "./campaign-calendar.ts";
import { countHours } from "./hour-buckets.ts";
import type { CallTable } from "./table.ts";

const mostDays = 370;
const daysWithHours = 8;

type Day = { counts: OutcomeCounts; closed: OutcomeCounts; calls: number };

/** Calls by local day of creation. */
export type DayCount = {
  readonly days: ReadonlyMap<number, Day>;
  readonly dated: number;
  /** Of the dated calls, those created outside calling hours; 0 where hours are not known. */
  readonly outside: number;
};

export function countDays(table: CallTable, { clock, hours }: CampaignCalendar): DayCount {
  const { createdAt, outcome } = table.columns;
  const days = new Map<number, Day>();
  let dated = 0;
  let outside = 0;
  for (let row = 0; row < table.rows; row++) {
    const instant = at(createdAt, row);
    if (Number.isNaN(instant)) continue;
    const { dayNumber } = clock.local(instant);
    let day = days.get(dayNumber);
    if (!day) days.set(dayNumber, (day = { counts: zeroOutcomes(), closed: zeroOutcomes(), calls: 0 }));
    const result = at(outcomes, at(outcome, row));
    dated++;
    day.calls++;
    day.counts[result]++;
    if (!hours || hours.inside(instant)) continue;
    outside++;
    day.closed[result]++;
  }
  return { days, dated, outside };
}

/**
 * The latest 370 days that have calls (a day without calls is left out), the
 * latest eight of them by open hours. A day that has not come yet takes none of the eight.
 */
export function timeChart(table: CallTable, calendar: CampaignCalendar, count: DayCount, now: Instant): Charts["time"] {
  if (table.rows > 0 && count.dated === 0) return notReported;
  const { clock } = calendar;
  const all = [...count.days.keys()].sort((a, b) => a - b);
  const shown = all.slice(-mostDays);
  const today = clock.local(now).dayNumber;
  const hours = countHours(table, calendar, shown.filter((day) => day <= today).slice(-daysWithHours));
  const days = shown.flatMap((number) => {
    const day = count.days.get(number);
    if (!day) return [];
    return {
      start: clock.instantOf(number, 0),
      end: clock.instantOf(number + 1, 0),
      date: clock.date(number),
      counts: day.counts,
      closed: day.closed,
      hours: hours.get(number) ?? [],
    };
  });
  const earlierCalls = count.dated - shown.reduce((calls, day) => calls + (count.days.get(day)?.calls ?? 0), 0);
  const undatedCalls = table.rows - count.dated;
  return reported({ zone: clock.timeZone, days, earlierCalls, undatedCalls }, countedFrom(table.rows, "call"));
}
