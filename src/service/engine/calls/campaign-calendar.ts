import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Instant } from "#campaign/campaign.ts";
import { type Dates, insideHours, type Window, windowsBetween } from "#campaign/calling-windows.ts";
import { isKnownZone, type ZoneClock, zoneClock } from "#campaign/zone-clock.ts";

/** The clock that days are cut by, and the calling hours where they are known. */
export type CampaignCalendar = {
  readonly clock: ZoneClock;
  readonly hours:
    | { inside(instant: Instant): boolean; windows(from: Instant, to: Instant): Window[] }
    | undefined;
};

/** In UTC and without hours where the platform reports none, or a zone that is not known. */
export function campaignCalendar(hours: CallingHours | undefined, dates: Dates): CampaignCalendar {
  if (!hours || !isKnownZone(hours.timeZone)) return { clock: zoneClock("UTC"), hours: undefined };
  const clock = zoneClock(hours.timeZone);
  return {
    clock,
    hours: {
      inside: insideHours(clock, hours, dates),
      windows: (from, to) => windowsBetween(hours, dates, from, to),
    },
  };
}
