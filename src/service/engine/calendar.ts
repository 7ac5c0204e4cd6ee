import { type Dates, nextClosing, nextOpening, type Window, windowsBetween } from "#campaign/calling-windows.ts";
import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Campaign, Instant } from "#campaign/campaign.ts";
import { type Reported, reported, valueOf } from "#campaign/reported.ts";
import type { CalendarNow } from "#campaign/sentence-of.ts";
import { isKnownZone, type ZoneClock, zoneClock } from "#campaign/zone-clock.ts";
import type { Hours } from "../api.ts";
import type { Connection } from "../ports.ts";

const dayMilliseconds = 24 * 3_600_000;

/** The calling hours of one campaign as instants, worked out again only when a window opens or closes. */
export class Calendar {
  readonly stated: Reported<CallingHours>;
  /** `undefined` where hours or their zone are unknown: nothing is guessed. */
  readonly clock: ZoneClock | undefined;
  readonly dates: Dates;
  #windows: Window[] = [];
  #opensAt: Instant | undefined;
  #closesAt: Instant | undefined;
  /** Windows are shown up to here: hours that never close would reach past any picture. */
  #to = 0;
  #from = 0;
  #until = 0;

  constructor(campaign: Campaign, { stated }: Pick<Connection, "stated">) {
    this.stated = campaign.callingHours.reported ? campaign.callingHours : operatorHours(stated);
    const zone = valueOf(this.stated)?.timeZone ?? stated.timeZone;
    this.clock = zone !== undefined && isKnownZone(zone) ? zoneClock(zone) : undefined;
    this.dates = {
      startDate: valueOf(campaign.startDate),
      endDate: valueOf(campaign.endDate) ?? undefined,
    };
  }

  /** The hours for call aggregates; `undefined` where they cannot be placed in time. */
  get hours(): CallingHours | undefined {
    return this.clock === undefined ? undefined : valueOf(this.stated);
  }

  at(now: Instant): CalendarNow | undefined {
    const { clock } = this;
    if (clock === undefined || this.hours === undefined) return undefined;
    this.#workOut(now);
    const open = this.#windows.find(({ start, end }) => start <= now && now < end);
    return { open, opensAt: this.#opensAt, closesAt: this.#closesAt, today: clock.date(clock.local(now).dayNumber) };
  }

  /** Hours as the page shows them. */
  answer(now: Instant): Reported<Hours> {
    const { stated } = this;
    if (!stated.reported) return stated;
    const here = this.at(now);
    return reported(
      {
        timeZone: stated.value.timeZone,
        timeZoneKnown: this.clock !== undefined,
        week: stated.value.windows,
        open: here === undefined ? undefined : here.open !== undefined,
        windows: here === undefined ? [] : this.#windows.map(({ start, end }) => ({ start, end: Math.min(end, this.#to) })),
      },
      stated.source,
    );
  }

  #workOut(now: Instant): void {
    const { hours, dates } = this;
    if (hours === undefined || (now >= this.#from && now < this.#until)) return;
    const today = now - (now % dayMilliseconds);
    this.#to = today + 8 * dayMilliseconds;
    this.#windows = windowsBetween(hours, dates, today - dayMilliseconds, this.#to);
    this.#opensAt = nextOpening(hours, dates, now);
    this.#closesAt = nextClosing(hours, dates, now);
    const boundaries = this.#windows.flatMap(({ start, end }) => [start, end]).filter((instant) => instant > now);
    this.#from = now;
    this.#until = Math.min(today + dayMilliseconds, ...boundaries);
  }
}

function operatorHours({ timeZone, callingHours }: Connection["stated"]): Reported<CallingHours> {
  if (timeZone === undefined || callingHours === undefined) return { reported: false };
  return reported({ timeZone, windows: callingHours }, "operator");
}
