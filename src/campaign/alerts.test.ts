import { expect, test } from "vitest";
import { type AlertInput, alertsOf, placeOfAlert, toTell } from "./alerts.ts";
import type { CampaignEvent } from "./history/event.ts";

const now = Date.UTC(2026, 9, 14, 18, 46);
const minute = 60_000;
const calm: AlertInput = {
  status: { kind: "active", word: "active" },
  sentence: { kind: "calling", closesAt: now + 60 * minute },
  files: [],
  problem: undefined,
  events: [],
  hours: { open: true, opensAt: now + 900 * minute },
  now,
};
const closed = { open: false, opensAt: now + 900 * minute };
const stalled = { kind: "stalled", unchangedSince: now - 25 * minute, closesAt: undefined } as const;

function keys(input: Partial<AlertInput>): string[] {
  return alertsOf({ ...calm, ...input }).map(({ key }) => key);
}

function jump(at: number, from = 0.1, to = 0.4): CampaignEvent {
  return { kind: "failure_rate_jumped", from, to, calls: 120, at, after: at - minute };
}

test("a campaign that calls has nothing to tell", () => {
  expect(alertsOf(calm)).toEqual([]);
});

test("stalled is told with its beginning, under one key however long it lasts", () => {
  const [alert] = alertsOf({ ...calm, sentence: stalled });
  expect(alert).toEqual({ kind: "stalled", key: "stalled", since: now - 25 * minute, quiet: false });
  expect(keys({ sentence: { ...stalled, unchangedSince: now - 26 * minute }, now: now + minute })).toEqual(["stalled"]);
});

test("files that failed or stand still are told one by one; what is read or done is not", () => {
  const files = [
    { id: "a", state: { kind: "failed" }, stuckSince: undefined },
    { id: "b", state: { kind: "processing" }, stuckSince: now - 12 * minute },
    { id: "c", state: { kind: "processing" }, stuckSince: undefined },
    { id: "d", state: { kind: "processed" }, stuckSince: now - 12 * minute },
  ] as const;
  const events: CampaignEvent[] = [{ kind: "file_failed", file: "a", at: now - 3 * minute, after: now - 4 * minute }];
  expect(alertsOf({ ...calm, files, events })).toEqual([
    { kind: "file_failed", file: "a", key: "file_failed a", since: now - 3 * minute, quiet: false },
    { kind: "file_stuck", file: "b", key: "file_stuck b", since: now - 12 * minute, quiet: false },
  ]);
});

test("a platform is unreachable after two minutes, and never for asking to wait", () => {
  const since = now - 2 * minute;
  expect(keys({ problem: { code: "timeout", since: since + 1 } })).toEqual([]);
  expect(keys({ problem: { code: "timeout", since } })).toEqual(["unreachable"]);
  expect(keys({ problem: { code: "rate_limited", since: now - 60 * minute } })).toEqual([]);
});

test("while it cannot be read nothing is said to stand still", () => {
  expect(keys({ sentence: stalled, problem: { code: "timeout", since: now - 30 * minute } })).toEqual(["unreachable"]);
});

test("the latest jump of the failure rate is told for an hour, a fall never", () => {
  expect(alertsOf({ ...calm, events: [jump(now - 5 * minute), jump(now - 30 * minute)] })).toEqual([
    { kind: "failure_rate", from: 0.1, to: 0.4, calls: 120, key: `failure_rate ${now - 5 * minute}`, since: now - 5 * minute, quiet: false },
  ]);
  expect(keys({ events: [jump(now - 61 * minute)] })).toEqual([]);
  expect(keys({ events: [jump(now, 0.4, 0.1)] })).toEqual([]);
  expect(keys({ events: [jump(now)], status: { kind: "paused", word: "paused" } })).toEqual([]);
});

test("outside calling hours everything is quiet, and nothing where hours are not known", () => {
  const problem = { code: "unreachable", since: now - 30 * minute };
  expect(alertsOf({ ...calm, problem, hours: closed }).map(({ quiet }) => quiet)).toEqual([true]);
  expect(alertsOf({ ...calm, problem, hours: undefined }).map(({ quiet }) => quiet)).toEqual([false]);
});

test("of a campaign that ended only that is told: at once where no calling hours follow, else when they begin", () => {
  const ended = { ...calm, status: { kind: "completed", word: "completed" }, sentence: { kind: "completed", at: now - minute }, events: [jump(now)] } as const;
  const finished = { kind: "finished", cancelled: false, key: "finished", since: now - minute, quiet: false };
  expect(alertsOf(ended)).toEqual([finished]);
  expect(alertsOf({ ...ended, hours: closed })).toEqual([{ ...finished, quiet: true }]);
  expect(alertsOf({ ...ended, hours: { open: false, opensAt: undefined } })).toEqual([finished]);
  expect(alertsOf({ ...ended, status: { kind: "cancelled", word: "cancelled" } })).toMatchObject([{ cancelled: true }]);
});

test("an alert is told once until it ended, then anew; a quiet one once it is no longer quiet", () => {
  const there = alertsOf({ ...calm, sentence: stalled });
  const first = toTell(there, new Set());
  expect(first.tell).toEqual(there);
  expect(toTell(there, first.told).tell).toEqual([]);
  const over = toTell([], first.told);
  expect(toTell(there, over.told).tell).toEqual(there);
  const quiet = there.map((alert) => ({ ...alert, quiet: true }));
  const asleep = toTell(quiet, new Set());
  expect(asleep.tell).toEqual([]);
  expect(toTell(there, asleep.told).tell).toEqual(there);
});

test("while the platform cannot be read nothing is taken to have ended", () => {
  const blind = alertsOf({ ...calm, sentence: stalled, problem: { code: "timeout", since: now - 30 * minute } });
  const { tell, told } = toTell(blind, new Set(["stalled"]));
  expect(tell.map(({ key }) => key)).toEqual(["unreachable"]);
  expect(toTell(alertsOf({ ...calm, sentence: stalled }), told).tell).toEqual([]);
});

test("an alert leads to the view that shows why", () => {
  const [rate] = alertsOf({ ...calm, events: [jump(now)] });
  expect(rate && placeOfAlert(rate)).toEqual({ panel: "calls", failedSince: now - 60 * minute });
  const [file] = alertsOf({ ...calm, files: [{ id: "a", state: { kind: "failed" }, stuckSince: undefined }] });
  expect(file && placeOfAlert(file)).toEqual({ panel: "files" });
});
