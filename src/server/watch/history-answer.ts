import { type Window, windowsBetween } from "#campaign/calling-windows.ts";
import type { Instant } from "#campaign/campaign.ts";
import { seededRandom } from "#campaign/eta/draws.ts";
import { estimateFinish } from "#campaign/eta/estimate-finish.ts";
import type { Outlook } from "#campaign/eta/outlook.ts";
import type { Estimate } from "#campaign/estimate.ts";
import { heldIn } from "#campaign/history/held.ts";
import { comparisonOf, observedDays } from "#campaign/history/days.ts";
import { gapsIn, type Point } from "#campaign/history/series.ts";
import { type Observed, paceBetween } from "#campaign/history/trends.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { HistoryAnswer, ObservedSeries, PaceOf } from "#service/api-history.ts";
import type { Schedule } from "#service/sighting.ts";
import type { CampaignKey, ObservedPoint, Observations } from "../store/observations.ts";
import { eventsOf, leastGapMilliseconds, type Recorder, scheduleOf } from "./recorder.ts";

const dayMilliseconds = 24 * 3_600_000;
const hourMilliseconds = 3_600_000;
/** Eight calling days lie within these, but for the rarest of schedules. */
const lookBackMilliseconds = 16 * dayMilliseconds;
const mostPoints = 300;
const mostEvents = 200;

type Parts = { store: Observations; recorder: Pick<Recorder, "known"> };

/** All that was observed of a campaign, as it is answered. */
export async function historyAnswer({ store, recorder }: Parts, key: CampaignKey, now: Instant): Promise<HistoryAnswer> {
  const from = now - lookBackMilliseconds;
  const [since, schedule, rows, kept, spans] = await Promise.all([store.first(key), store.schedule(key), store.points(key, from), store.events(key, mostEvents), store.spans(key, from)]);
  const events = eventsOf(kept);
  const here = recorder.known(key);
  const watched = spans.map(({ since: start, until }, index) => ({ start: Math.max(start, from), end: index === spans.length - 1 ? Math.max(until, here?.readAt ?? 0) : until }));
  // Another host may watch, or this one did until it was restarted: its next reading goes on where the last one was.
  const lastSeen = spans.at(-1)?.until ?? 0;
  const watchedUntil = here?.readAt ?? (now - lastSeen <= leastGapMilliseconds ? lastSeen : now);
  const points = rows.map(pointOf);
  const { clock, open } = timesOf(scheduleOf(schedule), from, now);
  const observed: Observed = { points, watched, open };
  const midnight = clock.instantOf(clock.local(now).dayNumber, 0);
  const paceOf = (count: "calls" | "done"): PaceOf => ({ now: paceBetween(observed, count, now - hourMilliseconds, now), today: paceBetween(observed, count, midnight, now) });
  return {
    since,
    gaps: since === undefined ? [] : gapsIn(watched, Math.max(since, midnight), watchedUntil),
    today: seriesOf(points.filter(({ at }) => at >= midnight)),
    days: observedDays({ ...observed, clock, now }),
    pace: { calls: paceOf("calls"), contacts: paceOf("done"), files: here?.files.now() ?? [] },
    comparison: comparisonOf({ ...observed, clock, now }),
    estimate: here?.outlook && estimateOf(here.outlook, rows, here.files.now(), heldIn(events, now), now),
    events,
  };
}

/** The same draws each time, so that an estimate moves only with what was observed. */
function estimateOf(outlook: Outlook, rows: readonly ObservedPoint[], files: HistoryAnswer["pace"]["files"], held: Window[], now: Instant): Estimate | undefined {
  const samples = (count: (row: ObservedPoint) => number | null) => rows.flatMap((row) => samplesOf(row.at, count(row)));
  return estimateFinish({ outlook, attempts: samples(({ attempts, calls }) => attempts ?? calls), done: samples(({ done }) => done), files, held, now, random: seededRandom(1) });
}

function samplesOf(at: Instant, count: number | null): { at: Instant; count: number }[] {
  return count === null ? [] : [{ at, count }];
}

/** UTC, and always open, where hours cannot be placed in time. */
function timesOf(schedule: Schedule | undefined, from: Instant, now: Instant) {
  const hours = schedule?.hours;
  if (schedule === undefined || hours === undefined) return { clock: zoneClock("UTC"), open: undefined };
  return { clock: zoneClock(hours.timeZone), open: windowsBetween(hours, schedule.dates, from, now) };
}

function pointOf({ at, done, calls, successRate, averageDuration }: ObservedPoint): Point {
  return { at, done: done ?? undefined, calls: calls ?? undefined, successRatePercent: successRate ?? undefined, averageDurationSeconds: averageDuration ?? undefined };
}

/** As many as a drawing can show, the newest among them. */
function seriesOf(points: readonly Point[]): ObservedSeries {
  const every = Math.max(1, Math.ceil(points.length / mostPoints));
  const shown = points.filter((_, index) => (points.length - 1 - index) % every === 0);
  const column = (name: keyof Point): (number | null)[] => shown.map((point) => point[name] ?? null);
  return { at: shown.map(({ at }) => at), done: column("done"), calls: column("calls"), successRatePercent: column("successRatePercent"), averageDurationSeconds: column("averageDurationSeconds") };
}
