import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Dates } from "#campaign/calling-windows.ts";
import type { Instant } from "#campaign/campaign.ts";
import { contactOutcomes } from "#campaign/tally.ts";
import type { Charts } from "#service/api.ts";
import { dimensionCounts } from "./aggregate-dimensions.ts";
import { answerRateOf } from "./aggregate-answer-rate.ts";
import { retriesOf } from "./aggregate-retries.ts";
import { countDays, timeChart } from "./aggregate-time.ts";
import { campaignCalendar } from "./campaign-calendar.ts";
import type { CallTable } from "./table.ts";

/** Everything the charts draw. It changes with the table, and with the day that `now` falls on. */
export function aggregate(table: CallTable, hours: CallingHours | undefined, dates: Dates, now: Instant): Charts {
  const calendar = campaignCalendar(hours, dates);
  const count = countDays(table, calendar);
  return {
    outcomesByNumber: contactOutcomes(table.tally),
    outcomesByCall: { ...table.tally.rowOutcomes },
    time: timeChart(table, calendar, count, now),
    answerRate: answerRateOf(table, calendar, count),
    retries: retriesOf(table),
    dimensions: dimensionCounts(table),
  };
}
