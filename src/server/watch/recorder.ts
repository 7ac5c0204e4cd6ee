import { CallingHours } from "#campaign/calling-hours.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { Outlook } from "#campaign/eta/outlook.ts";
import { Change, type CampaignEvent } from "#campaign/history/event.ts";
import { finishedOf, follow, type Followed, followedFrom, unseen } from "#campaign/history/follow.ts";
import { Observation } from "#campaign/history/observation.ts";
import { keepNewest } from "#service/keep-newest.ts";
import type { Schedule, Seen, Sighting } from "#service/sighting.ts";
import { z } from "zod";
import type { CampaignKey, KeptEvent, Observations } from "../store/observations.ts";
import type { Situation } from "./alert-desk.ts";
import { FileSpeeds } from "./file-speeds.ts";

const date = z.string().optional().transform((text) => text);
const KeptSchedule = z.object({ hours: CallingHours.optional(), dates: z.object({ startDate: date, endDate: date }) });

/** What is remembered of a campaign between two sightings. */
type Memory = {
  followed: Followed;
  /** The stretch of watching that goes on. */
  span: { since: Instant; until: Instant } | undefined;
  schedule: string | undefined;
  files: FileSpeeds;
  outlook: Outlook | undefined;
  /** The newest first. */
  events: readonly CampaignEvent[];
  /** As it was last read by this process. */
  last: Pick<Extract<Seen, { kind: "read" }>, "name" | "sentence" | "schedule"> | undefined;
};

/** What of a campaign was seen by this process. */
export type Known = { readAt: Instant | undefined; files: FileSpeeds; outlook: Outlook | undefined };

type Parts = {
  store: Observations;
  /** Is told how a campaign stands, once it is kept. */
  tells?: (key: CampaignKey, situation: Situation) => Promise<void>;
};

/** Who is not heard of for longer than so many intervals, and this, was not watched. */
const gapIntervals = 2.5;
export const leastGapMilliseconds = 3 * 60_000;
/** How often it is written down that a campaign is still watched, though nothing changed. */
const spanMilliseconds = 30_000;
const mostRestored = 500;
/** Campaigns remembered; of others it is read again what was kept. */
const mostRemembered = 1_000;
/** As many as alerts may follow from. */
const mostEvents = 100;
const restoredMilliseconds = 3 * 3_600_000;

/** Makes history of sightings: keeps what differs, and tells what changed. One sighting at a time. */
export class Recorder {
  readonly #parts: Parts;
  readonly #memories = new Map<string, Memory>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Rejects where it could not be kept; the next sighting then tells what this one would have. */
  async saw(sighting: Sighting): Promise<void> {
    const key = { connection: sighting.connection, campaign: sighting.campaign };
    const memory = this.#memories.get(nameOf(key)) ?? (await this.#restore(key));
    this.#memories.delete(nameOf(key));
    this.#memories.set(nameOf(key), memory);
    keepNewest(this.#memories, mostRemembered);
    const { seen } = sighting;
    const step = follow(memory.followed, seen.kind === "unread" ? seen : { ...seen, stalledSince: seen.sentence.kind === "stalled" ? seen.sentence.unchangedSince : undefined });
    const span = spanAfter(memory.span, seen);
    const schedule = seen.kind === "read" ? JSON.stringify(seen.schedule) : memory.schedule;
    const isDue = span !== undefined && (span.since !== memory.span?.since || span.until - memory.span.until >= spanMilliseconds);
    // What was never read may be an id somebody made up: of that there is no history, however often it is asked for.
    const wasRead = step.followed.before !== undefined;
    const isWorthKeeping = wasRead && (step.isNew || step.events.length > 0 || isDue || schedule !== memory.schedule);
    if (isWorthKeeping) {
      const at = seen.kind === "read" ? seen.observation.at : seen.at;
      await this.#parts.store.add(key, {
        observation: step.isNew && seen.kind === "read" ? rowOf(seen.observation) : undefined,
        events: step.events.map(({ at: seenAt, after, ...change }): KeptEvent => ({ at: seenAt, after, body: JSON.stringify(change) })),
        span: span ?? { since: at, until: at },
        schedule: schedule === memory.schedule ? undefined : schedule,
      });
      memory.span = span;
    }
    const isFirst = memory.followed.before === undefined;
    memory.followed = step.followed;
    memory.events = [...step.events.toReversed(), ...memory.events].slice(0, mostEvents);
    memory.schedule = schedule;
    if (seen.kind === "read") {
      memory.files.saw(seen.observation.at, seen.observation.files ?? []);
      memory.outlook = seen.outlook ?? memory.outlook;
      memory.last = seen;
    }
    const { followed, events } = memory;
    if (followed.before === undefined) return;
    const last = memory.last ?? { name: key.campaign, sentence: { kind: "active_hours_unknown" }, schedule: scheduleOf(schedule) ?? { hours: undefined, dates: { startDate: undefined, endDate: undefined } } };
    await this.#parts.tells?.(key, { ...last, followed, events, isFirst, isRead: memory.last !== undefined });
  }

  /** What of a campaign is known here beyond what was kept. */
  known(key: CampaignKey): Known | undefined {
    const memory = this.#memories.get(nameOf(key));
    return memory && { readAt: memory.followed.readAt, files: memory.files, outlook: memory.outlook };
  }

  /** Somebody else goes on with these: what was remembered of them is out of date. */
  forget(connection: string): void {
    for (const name of this.#memories.keys()) if (name.startsWith(`${connection}/`)) this.#memories.delete(name);
  }

  async #restore(key: CampaignKey): Promise<Memory> {
    const { store } = this.#parts;
    const before = observationIn(await store.last(key));
    const fresh = { followed: unseen, span: undefined, schedule: await store.schedule(key), files: new FileSpeeds(), outlook: undefined, events: [], last: undefined };
    if (before === undefined) return fresh;
    const [kept, points, spans] = await Promise.all([store.events(key, mostRestored), store.points(key, before.at - restoredMilliseconds), store.spans(key, 0)]);
    const span = spans.at(-1);
    const finished = points.flatMap(({ at, finished: all, failed }) => finishedOf({ ...before, at, finished: all ?? undefined, failed: failed ?? undefined }) ?? []);
    const events = eventsOf(kept);
    return { ...fresh, events: events.slice(0, mostEvents), followed: followedFrom(before, span?.until ?? before.at, events, finished), span: span && { since: span.since, until: span.until } };
  }
}

/** Events as they were kept; one that another version wrote otherwise is left out. */
export function eventsOf(kept: readonly KeptEvent[]): CampaignEvent[] {
  return kept.flatMap(({ at, after, body }) => {
    const change = parsed(Change, body);
    return change === undefined ? [] : [{ ...change, at, after }];
  });
}

export function observationIn(kept: string | undefined): Observation | undefined {
  return parsed(Observation, kept);
}

export function scheduleOf(kept: string | undefined): Schedule | undefined {
  const schedule = parsed(KeptSchedule, kept);
  return schedule && { hours: schedule.hours, dates: schedule.dates };
}

function parsed<T>(schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } }, text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  const read = schema.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}

function nameOf({ connection, campaign }: CampaignKey): string {
  return `${connection}/${campaign}`;
}

function spanAfter(span: Memory["span"], seen: Seen): Memory["span"] {
  // While the platform cannot be read nothing is watched.
  if (seen.kind === "unread") return span;
  const { at } = seen.observation;
  const isOn = span !== undefined && at >= span.until && at - span.until <= Math.max(leastGapMilliseconds, gapIntervals * seen.intervalMilliseconds);
  return isOn ? { since: span.since, until: at } : { since: at, until: at };
}

function rowOf(observation: Observation): Parameters<Observations["add"]>[1]["observation"] {
  const { at, done, calls, attempts, finished, failed, successRatePercent, averageDurationSeconds } = observation;
  const figure = (value: number | undefined): number | null => value ?? null;
  return {
    at,
    done: figure(done),
    calls: figure(calls),
    attempts: figure(attempts),
    finished: figure(finished),
    failed: figure(failed),
    successRate: figure(successRatePercent),
    averageDuration: figure(averageDurationSeconds),
    body: JSON.stringify(observation),
  };
}
