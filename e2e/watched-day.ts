import { join } from "node:path";
import type { Observation } from "#campaign/history/observation.ts";
import { openDatabase } from "#server/store/database.ts";
import { observations } from "#server/store/observations.ts";
import { Recorder } from "#server/watch/recorder.ts";
import { campaignBody, type WireCall } from "#service/testing/campaign-body.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** From 09:00 on, today twice as fast as on the two days before, until 14:00. */
const betweenCalls = { today: 30_000, before: minute };
const earlierCalls = (2 * 5 * hour) / betweenCalls.before;

/** A zone in which it is between 14:00 and 15:00 at `now`, whenever that is: tests of a day depend on no real hour. */
function afternoonZone(now: number): string {
  const ahead = (14 - new Date(now).getUTCHours() + 24) % 24;
  // IANA counts these from east to west, and knows fourteen hours of the one and twelve of the other.
  return ahead <= 14 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`;
}

type WatchedDay = {
  /** What a host would have kept of it: its database. */
  file: string;
  /** What the platform answers now. */
  body(change?: Record<string, unknown>): object;
};

/** A day's watching of campaign `c1` of `acme`: every five minutes from 09:00 on, until just now. */
export async function keepWatchedDay(directory: string, now: number): Promise<WatchedDay> {
  const file = join(directory, "callboard.db");
  const timeZone = afternoonZone(now);
  const nine = Math.floor(now / hour) * hour - 5 * hour;
  const database = await openDatabase({ kind: "file", file });
  const recorder = new Recorder({ store: observations(database) });
  const windows = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "00:00", end: "23:59" }));
  const schedule = { hours: { timeZone, windows }, dates: { startDate: "2024-01-01", endDate: undefined } };
  const lastAt = now - 20_000;
  for (let at = nine; at < lastAt + 5 * minute; at += 5 * minute) {
    const observation = observedAt(Math.min(at, lastAt), nine);
    await recorder.saw({ connection: "acme", campaign: "c1", seen: { kind: "read", name: "Watched", observation, sentence: { kind: "calling", closesAt: undefined }, schedule, intervalMilliseconds: 5 * minute } });
  }
  await database.destroy();
  const calls = callsUntil(now, nine);
  const files = [{ id: "f1", original_filename: "contacts-2.csv", processed_filename: "f1.csv", status: "failed", total_records: 8000, processed_records: 3120 }];
  const hours = { timezone: timeZone, earliest_call_time: "00:00:00", latest_call_time: "23:59:00", days_of_week: [1, 2, 3, 4, 5, 6, 7] };
  return { file, body: (change = {}) => campaignBody(calls, { ...hours, files, ...change }) };
}

/** The file was added at 09:30 and failed at 13:00; paused from 11:00 to 11:10. */
function observedAt(at: number, nine: number): Observation {
  const since = at - nine;
  const isPaused = since >= 2 * hour && since < 2 * hour + 10 * minute;
  const kind = since < 4 * hour ? "processing" : "failed";
  const calls = earlierCalls + Math.floor(since / betweenCalls.today);
  const failed = Math.ceil(calls / 4);
  return {
    at,
    status: isPaused ? { kind: "paused", word: "paused" } : { kind: "active", word: "active" },
    total: 3120,
    done: calls - failed,
    calls,
    attempts: calls,
    finished: calls,
    failed,
    completed: calls - failed,
    successRatePercent: 74 + Math.sin(since / hour),
    averageDurationSeconds: 120 - 8 * Math.cos(since / hour),
    files: since < 30 * minute ? [] : [{ id: "f1", kind, read: Math.min(3120, Math.floor(since / (5 * minute)) * 65), total: 8000 }],
  };
}

/** Each to a number of its own; every fourth fails. */
function callsUntil(last: number, nine: number): WireCall[] {
  const every = (from: number, to: number, step: number) => Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step);
  const created = [
    ...every(nine - 2 * day, nine - 2 * day + 5 * hour, betweenCalls.before),
    ...every(nine - day, nine - day + 5 * hour, betweenCalls.before),
    ...every(nine, last, betweenCalls.today),
  ];
  return created.map((at, index) => ({
    id: `call-${index}`,
    to: `+1415555${String(index).padStart(4, "0")}`,
    status: index % 4 === 0 ? "failed" : "completed",
    retries: 0,
    created_at: new Date(at).toISOString(),
  }));
}
