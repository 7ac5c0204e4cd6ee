import type { Instant } from "#campaign/campaign.ts";
import type { Hours } from "#service/api.ts";
import { formatClock, formatDay } from "../../ui/format.ts";
import { dayName, formatWeek, stretchesOf, weeklyHours } from "../../ui/format-week.ts";
import { Unbroken } from "../../ui/unbroken.tsx";

const weekdays = [1, 2, 3, 4, 5, 6, 7];

type CallingWeekProps = { hours: Hours; statedByOperator: boolean; now: Instant };

/** The week as a picture and in words; a line marks the present where the zone is known. */
export function CallingWeek({ hours, statedByOperator, now }: CallingWeekProps) {
  const stretches = stretchesOf(hours.week);
  const here = hours.timeZoneKnown ? placeInWeek(now, hours.timeZone) : undefined;
  const total = weeklyHours(hours.week);
  return (
    <>
      <div aria-hidden="true" className="mt-1.5 mb-2.5 grid grid-cols-7 gap-0.5">
        {weekdays.map((weekday) => (
          <div key={weekday} className="relative">
            <div className="relative h-[22px] overflow-hidden rounded-1 bg-track">
              {stretches
                .filter((stretch) => stretch.weekday === weekday)
                .map(({ from, to }) => (
                  <i
                    key={from}
                    className="absolute inset-y-0 bg-ink-2"
                    style={{ left: `${(100 * from) / 1440}%`, width: `${(100 * (to - from)) / 1440}%` }}
                  />
                ))}
            </div>
            {here?.weekday === weekday && (
              <i className="absolute -top-1 h-[30px] w-0.5 -translate-x-1/2 bg-ink ring-1 ring-surface" style={{ left: `${(100 * here.minute) / 1440}%` }} />
            )}
            <p className={`mt-1.5 text-center text-axis ${here?.weekday === weekday ? "font-title text-ink" : "text-ink-2"}`}>
              {dayName(weekday)}
            </p>
          </div>
        ))}
      </div>
      <p>
        <Unbroken text={formatWeek(hours.week)} />, {hours.timeZone}. {Number(total.toFixed(1))} hours a week.
        {statedByOperator && " Stated by your operator."}
        {!hours.timeZoneKnown && " This time zone is not a known one, so whether it is open now is not said."}
      </p>
    </>
  );
}

/** ISO weekday and minute of the day at that instant in that zone. */
function placeInWeek(instant: Instant, zone: string): { weekday: number; minute: number } | undefined {
  try {
    const day = formatDay(instant, zone).slice(0, 3);
    const [hour = 0, minute = 0] = formatClock(instant, zone).split(":").map(Number);
    return { weekday: weekdays.find((weekday) => dayName(weekday) === day) ?? 0, minute: hour * 60 + minute };
  } catch {
    // The service knows the zone, this browser does not: the picture then has no line.
    return undefined;
  }
}
