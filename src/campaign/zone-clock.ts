import { Temporal } from "temporal-polyfill";
import type { Instant } from "./campaign.ts";

const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;
/** Beyond this, `Date` and `Temporal` know no instants. */
const furthestInstant = 100_000_000 * dayMilliseconds;

/** Wall-clock time of an instant. `weekday` is ISO; `dayNumber` counts local days since 1970-01-01. */
export type LocalTime = { weekday: number; hour: number; minuteOfDay: number; dayNumber: number };

/** The clock of one time zone: offsets are looked up once per transition, then it is integer arithmetic. */
export type ZoneClock = {
  timeZone: string;
  local(instant: Instant): LocalTime;
  /**
   * When a wall clock shows `minuteOfDay` (1440 is the next midnight) on that day. A time
   * that a clock change skips is the moment of the change; one it repeats is the earlier.
   */
  instantOf(dayNumber: number, minuteOfDay: number): Instant;
  /** `YYYY-MM-DD` of a day. */
  date(dayNumber: number): string;
  /** The day of a `YYYY-MM-DD`; throws RangeError when there is no such date. */
  dayNumber(date: string): number;
};

/** ISO weekday of a day number: 1 = Monday … 7 = Sunday. */
export function weekdayOf(dayNumber: number): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** Whether a name stands in the IANA database. Bare offsets (`+05:30`) do not: browsers cannot all format them. */
export function isKnownZone(timeZone: string): boolean {
  if (!/^[a-z]/i.test(timeZone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** A stretch `start` ≤ instant < `end` with one offset from UTC. */
type Stretch = { start: Instant; end: Instant; offsetMilliseconds: number };

function stretchAt(timeZone: string, instant: Instant): Stretch {
  const at = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const next = at.getTimeZoneTransition("next");
  // "previous" means strictly before, and a stretch holds its own beginning.
  const previous = instant < furthestInstant ? at.add({ milliseconds: 1 }).getTimeZoneTransition("previous") : null;
  return {
    start: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    end: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offsetMilliseconds: at.offsetNanoseconds / 1_000_000,
  };
}

/** Finds the stretch of an instant; each is computed at most once. */
function stretchFinder(timeZone: string): (instant: Instant) => Stretch {
  const known: Stretch[] = [];
  let latest: Stretch | undefined;
  return (instant) => {
    if (latest !== undefined && instant >= latest.start && instant < latest.end) return latest;
    let low = 0;
    let high = known.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((known[middle]?.end ?? Number.POSITIVE_INFINITY) <= instant) low = middle + 1;
      else high = middle;
    }
    let found = known[low];
    if (found === undefined || instant < found.start) {
      found = stretchAt(timeZone, Math.max(-furthestInstant, Math.min(furthestInstant, instant)));
      known.splice(low, 0, found);
    }
    latest = found;
    return found;
  };
}

function makeClock(timeZone: string): ZoneClock {
  const find = stretchFinder(timeZone);
  return {
    timeZone,
    local(instant) {
      const wall = instant + find(instant).offsetMilliseconds;
      const dayNumber = Math.floor(wall / dayMilliseconds);
      const minuteOfDay = Math.floor((wall - dayNumber * dayMilliseconds) / minuteMilliseconds);
      return { weekday: weekdayOf(dayNumber), hour: Math.floor(minuteOfDay / 60), minuteOfDay, dayNumber };
    },
    instantOf(dayNumber, minuteOfDay) {
      const wall = dayNumber * dayMilliseconds + minuteOfDay * minuteMilliseconds;
      const before = find(wall - dayMilliseconds);
      const early = wall - before.offsetMilliseconds;
      if (early < before.end) return early;
      const after = find(early);
      const late = wall - after.offsetMilliseconds;
      return late < after.start ? after.start : late;
    },
    date: (dayNumber) => new Date(dayNumber * dayMilliseconds).toISOString().slice(0, 10),
    dayNumber: (date) => Temporal.PlainDate.from(date).since("1970-01-01").days,
  };
}

const clocks = new Map<string, ZoneClock>();

/** The clock of an IANA time zone; one is shared by all who ask. Throws RangeError on an unknown zone. */
export function zoneClock(timeZone: string): ZoneClock {
  const existing = clocks.get(timeZone);
  if (existing !== undefined) return existing;
  if (!isKnownZone(timeZone)) throw new RangeError("unknown time zone");
  const clock = makeClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}
