import type { Dates } from "#campaign/calling-windows.ts";
import { windowsBetween } from "#campaign/calling-windows.ts";
import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Instant } from "#campaign/campaign.ts";
import { normal, seededRandom, wholeNear } from "#campaign/eta/draws.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { DialTime } from "#simulator/dial-times.ts";
import type { Mood } from "./plan.ts";

type Plan = { seed: number; hours: CallingHours; dates: Dates; begin: Instant; callsPerHour: number; mood: Extract<Mood, { kind: "own" }> };

const minuteMilliseconds = 60_000;
const hourMilliseconds = 60 * minuteMilliseconds;
/** Nothing is queued so late that it would be dialled after closing. */
const closingMilliseconds = 5 * minuteMilliseconds;
/** How much of a quarter hour's luck stays in the next. */
const stays = 0.8;

/** Every moment at which a call may be created, oldest first: minute by minute, in a pace that wanders. */
export function* ownDialTimes({ seed, hours, dates, begin, callsPerHour, mood }: Plan): Generator<DialTime, undefined> {
  const random = seededRandom(seed);
  const clock = zoneClock(hours.timeZone);
  const byHour = Array.from({ length: 24 }, () => Math.exp(mood.hourly * normal(random)));
  let luck = 0;
  let day = -1;
  let ofDay = 1;
  for (const window of windowsBetween(hours, dates, begin, begin + 400 * 24 * hourMilliseconds)) {
    const local = clock.local(window.start);
    if (local.dayNumber !== day) ofDay = Math.exp(mood.daily * normal(random));
    day = local.dayNumber;
    for (let at = window.start, minute = 0; at < window.end - closingMilliseconds; at += minuteMilliseconds, minute += 1) {
      if (minute % 15 === 0) luck = stays * luck + Math.sqrt(1 - stays ** 2) * mood.quarterly * normal(random);
      const { weekday, hour } = clock.local(at);
      const changed = mood.change !== undefined && at - begin >= mood.change.afterHours * hourMilliseconds ? mood.change.factor : 1;
      const perMinute = (callsPerHour / 60) * ofDay * (byHour[hour] ?? 1) * Math.exp(luck) * changed;
      const count = Math.max(0, wholeNear(perMinute + Math.sqrt(perMinute) * 0.5 * normal(random), random));
      for (let index = 0; index < count; index += 1) {
        yield { at: Math.floor(at + ((index + random()) / count) * minuteMilliseconds), weekday, hour };
      }
    }
  }
  return undefined;
}
