import { join } from "node:path";
import type { Observation } from "#campaign/history/observation.ts";
import { openDatabase } from "#server/store/database.ts";
import { observations } from "#server/store/observations.ts";
import { Recorder } from "#server/watch/recorder.ts";
import { campaignBody, type WireCall } from "#service/testing/campaign-body.ts";

const minute = 60_000;
const hour = 60 * minute;

/** A zone in which it is between 14:00 and 15:00 at `now`, whenever that is: tests of a day depend on no real hour. */
export function afternoonZone(now: number): string {
  const ahead = (14 - new Date(now).getUTCHours() + 24) % 24;
  // IANA counts these from east to west, and knows fourteen hours of the one and twelve of the other.
  return ahead <= 14 ? `Etc/GMT-${ahead}` : `Etc/GMT+${24 - ahead}`;
}

/** How many calls were made `at` of the day that ends with `now`: one every ten seconds since 09:00. */
const callsAt = (at: number, nine: number): number => 1_000 + Math.floor((at - nine) / 10_000);

/** The day's watching of campaign `c1` of `acme`, as a host would have kept it: every five minutes from 09:00 on. */
export async function keepWatchedDay(directory: string, now: number): Promise<{ file: string; nine: number; body(change?: Record<string, unknown>): object }> {
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
    await recorder.saw({ connection: "acme", campaign: "c1", seen: { kind: "read", observation, sentence: { kind: "calling", closesAt: undefined }, schedule, intervalMilliseconds: 5 * minute } });
  }
  await database.destroy();
  const calls = callsOfDays(nine);
  const stats = { total_calls: callsAt(lastAt, nine), completed_calls: 700, failed_calls: 100, success_rate: 61, average_duration: 100 };
  const hours = { timezone: timeZone, earliest_call_time: "00:00:00", latest_call_time: "23:59:00", days_of_week: [1, 2, 3, 4, 5, 6, 7] };
  const files = [{ id: "f1", original_filename: "contacts-2.csv", processed_filename: "f1.csv", status: "failed", total_records: 8000, processed_records: 3120 }];
  return { file, nine, body: (change = {}) => campaignBody(calls, { ...hours, files, stats, ...change }) };
}

/** Added at 09:30, paused from 11:00 to 11:10; its file failed at 13:00. */
function observedAt(at: number, nine: number): Observation {
  const since = at - nine;
  const isPaused = since >= 2 * hour && since < 2 * hour + 10 * minute;
  const kind = since < 4 * hour ? "processing" : "failed";
  return {
    at,
    status: isPaused ? { kind: "paused", word: "paused" } : { kind: "active", word: "active" },
    calls: callsAt(at, nine),
    successRatePercent: 60 + since / (5 * hour),
    averageDurationSeconds: 100 + (since / hour) * 2,
    files: since < 30 * minute ? [] : [{ id: "f1", kind, read: Math.min(3120, Math.floor(since / (5 * minute)) * 65), total: 8000 }],
  };
}

/** Ten calls in each hour of today, six in each of the same hours two days before. */
function callsOfDays(nine: number): WireCall[] {
  const at = (dayStart: number, perHour: number): number[] =>
    [0, 1, 2, 3, 4].flatMap((hours) => Array.from({ length: perHour }, (_, index) => dayStart + hours * hour + index * 5 * minute));
  return [...at(nine - 48 * hour, 6), ...at(nine - 24 * hour, 6), ...at(nine, 10)].map((created, index) => ({
    id: `call-${index}`,
    to: `+1415555${String(index).padStart(4, "0")}`,
    status: index % 4 === 0 ? "failed" : "completed",
    retries: 0,
    created_at: new Date(created).toISOString(),
  }));
}
