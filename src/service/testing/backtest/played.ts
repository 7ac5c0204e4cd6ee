import { nextOpening, type Window } from "#campaign/calling-windows.ts";
import type { Instant } from "#campaign/campaign.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { CampaignSpec, SimulatedCampaign } from "#providers/simulation.ts";
import { talkover } from "#providers/talkover/provider.ts";
import { callRow, campaignBody } from "#providers/talkover/simulated-body.ts";
import { bigCampaign } from "#providers/talkover/simulated-campaigns.ts";
import { readHeader } from "#providers/testing/readers.ts";
import { createCallList } from "#simulator/call-list.ts";
import { dialTimes } from "#simulator/dial-times.ts";
import { type Attempt, createDialler } from "#simulator/dialler.ts";
import { statisticsOf } from "#simulator/statistics.ts";
import { nextSnapshot, type Snapshot } from "../../engine/snapshot.ts";
import { ownDialTimes } from "./own-dial-times.ts";
import type { CampaignPlan, PlannedFile } from "./plan.ts";

const hourMilliseconds = 3_600_000;
/** A Monday; campaigns begin on some day of the four weeks after it. */
const epoch = Date.parse("2026-09-07T00:00:00Z");
const lastDays = 390;

/** A campaign played to its end, and what its platform says of it at any moment before. */
export type Played = {
  plan: CampaignPlan;
  begin: Instant;
  /** When its last contact was done; `undefined`: never. */
  endsAt: Instant | undefined;
  contacts: number;
  /** When calls were written, and when contacts were done, in order. */
  attemptsAt: readonly Instant[];
  doneAt: readonly Instant[];
  paused: Window | undefined;
  /** Records read of each file by then. */
  readBy(now: Instant): number[];
  /** What Callboard makes of the platform's answer; moments must not go back. */
  snapshotAt(now: Instant): Snapshot;
};

/** Plays a campaign to its end. */
export function playToEnd(plan: CampaignPlan): Played {
  const { seed, timeZone, windows, files, callsPerHour, maxRetries, cooldownHours, voicemailIsFinal, retryShare, mood, pause } = plan;
  const hours = { timeZone, windows };
  const clock = zoneClock(timeZone);
  const startDay = clock.local(epoch).dayNumber + 1 + (seed % 28);
  const dates = { startDate: clock.date(startDay), endDate: undefined };
  const begin = nextOpening(hours, dates, clock.instantOf(startDay, 0) - 1) ?? epoch;
  const paused = pause && { start: begin + pause.afterHours * hourMilliseconds, end: begin + (pause.afterHours + pause.hours) * hourMilliseconds };
  const times =
    mood.kind === "own"
      ? ownDialTimes({ seed, hours, dates, begin, callsPerHour, mood })
      : dialTimes({ seed, hours, dates, anchor: begin, callsAtAnchor: 0, callsPerHour });
  const readBy = (now: Instant): number[] => files.map((file) => taken(file, now - begin));
  const contacts = files.reduce((sum, { records, rejected }) => sum + records - rejected, 0);
  const dialler = createDialler({
    seed,
    times: outside(times, paused),
    contactsBy: (now) => readBy(now).reduce((sum, records) => sum + records, 0),
    maxRetries,
    cooldownHours,
    voicemailIsFinal,
    stoppedAt: Infinity,
    retryShare,
  });
  let attempts: readonly Attempt[] = [];
  let done = 0;
  for (let day = 0, from = 0; day < lastDays && done < contacts; day += 1) {
    attempts = dialler.attemptsBy(begin + day * 24 * hourMilliseconds);
    for (; from < attempts.length; from += 1) done += attempts[from]?.isLast === true ? 1 : 0;
  }
  const doneAt = attempts.filter(({ isLast }) => isLast).map(({ endedAt }) => endedAt).sort((a, b) => a - b);
  const spec = specOf(plan);
  const list = createCallList({ spec, seed, stoppedAt: Infinity, writeCall: callRow });
  const source = talkover.campaign(spec.id, {});

  return {
    plan,
    begin,
    endsAt: done === contacts ? doneAt.at(-1) : undefined,
    contacts,
    attemptsAt: attempts.map(({ createdAt }) => createdAt),
    doneAt,
    paused,
    readBy,
    snapshotAt(now) {
      const calls = list.at(attempts, now);
      const isPaused = paused !== undefined && paused.start <= now && now < paused.end;
      const campaign: SimulatedCampaign = {
        ...spec,
        ...dates,
        status: isPaused ? "paused" : "active",
        timeZone,
        contactFiles: files.filter(({ addedAfterHours }) => begin + addedAfterHours * hourMilliseconds <= now).map((file, index) => fileAt(file, index, now - begin)),
        contacts,
        contactsCalled: calls.attemptsByDepth[0] ?? 0,
        contactsDone: calls.contactsDone,
        attemptsByDepth: calls.attemptsByDepth,
        statistics: statisticsOf(spec, calls),
        createdAt: begin - hourMilliseconds,
        updatedAt: now,
      };
      const read = readHeader(source, campaignBody(campaign, calls.rows));
      if (!read.ok || read.value === undefined) throw new Error("a simulated body was refused");
      return nextSnapshot(undefined, { reading: read.value, source, listing: undefined }, now, "backtest");
    },
  };
}

/** Dates of ranges that cross midnight stand as they are written: Talkover's newer form of a schedule. */
function specOf({ windows, maxRetries, cooldownHours, voicemailIsFinal, rowStyle }: CampaignPlan): CampaignSpec {
  const ranges = new Map(windows.map(({ start, end }) => [`${start}-${end}`, { start, end }]));
  const days = [...new Set(windows.map(({ weekday }) => weekday))];
  return { ...bigCampaign(0), id: "backtest", days, ranges: [...ranges.values()], rangesOnWire: true, maxRetries, cooldownHours, voicemailIsFinal, rowStyle };
}

function* outside<T extends { at: Instant }>(times: Iterable<T>, paused: Window | undefined): Generator<T, undefined> {
  for (const time of times) if (paused === undefined || time.at < paused.start || time.at >= paused.end) yield time;
  return undefined;
}

function readOf({ records, addedAfterHours, recordsPerHour }: PlannedFile, sinceBegin: number): number {
  const hours = sinceBegin / hourMilliseconds - addedAfterHours;
  if (hours < 0) return 0;
  return recordsPerHour === Infinity ? records : Math.min(records, Math.floor(hours * recordsPerHour));
}

function taken(file: PlannedFile, sinceBegin: number): number {
  return Math.floor((readOf(file, sinceBegin) * (file.records - file.rejected)) / file.records);
}

function fileAt(file: PlannedFile, index: number, sinceBegin: number): SimulatedCampaign["contactFiles"][number] {
  const isRead = readOf(file, sinceBegin) >= file.records;
  return { name: `contacts-${index + 1}.csv`, state: isRead ? "processed" : "processing", totalRecords: file.records, processedRecords: taken(file, sinceBegin) };
}
