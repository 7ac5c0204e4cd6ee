import { expect, test } from "vitest";
import type { Call } from "#campaign/call.ts";
import { type Campaign, unreportedCampaign } from "#campaign/campaign.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { dialnexa } from "#providers/dialnexa/provider.ts";
import { kore } from "#providers/kore/provider.ts";
import { planOf } from "../testing/backtest/plan.ts";
import { playToEnd } from "../testing/backtest/played.ts";
import { Calendar } from "./calendar.ts";
import { sampleCall } from "./calls/testing/sample-calls.ts";
import { sentenceIn } from "./causes.ts";
import { isSettled, nextSnapshot, type Snapshot } from "./snapshot.ts";

const minute = 60_000;
const now = Date.UTC(2026, 9, 14, 18);
const connection = { stated: { timeZone: undefined, callingHours: undefined } };
const calendarOf = (campaign: Campaign): Calendar => new Calendar(campaign, connection);
const sentenceAt = (snapshot: Snapshot, at: number) => sentenceIn(snapshot, calendarOf(snapshot.campaign), at);

test("campaigns that wait for nothing but rests say until when, and nobody is called before", () => {
  const plan = { ...planOf(3, 10), files: [{ records: 60, rejected: 0, addedAfterHours: -1, recordsPerHour: Number.POSITIVE_INFINITY }], callsPerHour: 60, rowStyle: "row_per_attempt" as const, maxRetries: 2, cooldownHours: 6, retryShare: 0 };
  const played = playToEnd(plan);
  const { attemptsAt, doneAt } = played;
  const said: number[] = [];
  for (let at = played.begin; at < (doneAt.at(-1) ?? 0); at += 10 * minute) {
    const snapshot = played.snapshotAt(at);
    const sentence = sentenceAt(snapshot, at);
    if (sentence.kind !== "waiting_for_retries" || sentence.cooldown === undefined) continue;
    const { first, last } = sentence.cooldown;
    said.push(at);
    expect(sentence.toRetry).toBe(played.contacts - doneAt.filter((done) => done <= at).length);
    expect(attemptsAt.filter((called) => called > at && called < first)).toEqual([]);
    expect(last - at).toBeLessThanOrEqual(6 * 3_600_000);
    expect(sentenceAt(snapshot, first)).not.toHaveProperty("cooldown");
  }
  expect(said.length).toBeGreaterThan(3);
});

/** Nine calls, of which so many are on the line. */
const callsWith = (onTheLine: number): Call[] =>
  Array.from({ length: 9 }, (_, index) => sampleCall({ id: `${index}`, to: `+1202555010${index}`, outcome: index < onTheLine ? "in_progress" : "completed", createdAt: now - minute }));
type Lines = { most?: number | undefined; complete?: boolean };

/** One more read of a campaign with so many calls on the line. */
function read(before: Snapshot | undefined, onTheLine: number, { most, complete = true }: Lines = {}, at = now, source = dialnexa.campaign("cmp_1", {})): Snapshot {
  const campaign: Campaign = {
    ...unreportedCampaign,
    id: "cmp_1",
    name: "Q2",
    status: { kind: "active", word: "running" },
    maxConcurrentCalls: most === undefined ? notReported : reported(most, "max_concurrent_calls"),
  };
  const calls = callsWith(onTheLine);
  const counters = { basis: "leads", total: reported(500, "total"), completed: reported(100, "completed"), pending: reported(390, "pending") } as const;
  const listing = { listed: calls.length, total: calls.length, complete };
  return nextSnapshot(before, { reading: { campaign, counters, calls, setAside: { calls: [], files: [] } }, source, listing }, at, "epoch");
}

/** What is said after each of the reads. */
function reads(onTheLine: readonly number[], lines: Lines): (number | undefined)[] {
  let snapshot: Snapshot | undefined;
  return onTheLine.map((count) => {
    snapshot = read(snapshot, count, lines);
    const sentence = sentenceAt(snapshot, now);
    return sentence.kind === "calling" ? sentence.linesInUse : undefined;
  });
}

test("every line is said to be in use after three reads that show it, and until three that do not", () => {
  expect(reads([3, 3, 3, 4], { most: 3 })).toEqual([undefined, undefined, 3, 3]);
  expect(reads([3, 3, 2, 3, 3, 3], { most: 3 })).toEqual([undefined, undefined, undefined, undefined, undefined, 3]);
  expect(reads([3, 3, 3, 2, 3, 2, 2, 2], { most: 3 })).toEqual([undefined, undefined, 3, 3, 3, 3, 3, undefined]);
});

test("lines in use are not said of a cap that is not reported or out of reach, nor of a history still being read", () => {
  const never = [undefined, undefined, undefined, undefined];
  expect(reads([9, 9, 9, 9], {})).toEqual(never);
  expect(reads([9, 9, 9, 9], { most: 0 })).toEqual(never);
  expect(reads([2, 2, 2, 2], { most: 3 })).toEqual(never);
  expect(reads([3, 3, 3, 3], { most: 3, complete: false })).toEqual(never);
});

test("nor of the cap before, once it is another, nor where calls on the line are not told apart", () => {
  let snapshot: Snapshot | undefined;
  for (let reading = 0; reading < 3; reading += 1) snapshot = read(snapshot, 3, { most: 3 });
  expect(sentenceAt(read(snapshot, 3, { most: 5 }), now)).not.toHaveProperty("linesInUse", 3);
  let contacts: Snapshot | undefined;
  for (let reading = 0; reading < 3; reading += 1) contacts = read(contacts, 3, { most: 3 }, now, kore.campaign("c", {}));
  expect(contacts?.reasons.linesInUse.value).toBe(0);
});

test("the same bytes are read again until it is certain whether every line is in use", () => {
  const settled = [3, 3, 3].reduce<Snapshot[]>((all, count) => [...all, read(all.at(-1), count, { most: 3 })], []).map(isSettled);
  expect(settled).toEqual([false, false, true]);
});

test("files that are read stand still together, from ten minutes on", () => {
  const played = playToEnd(planOf(3, 0));
  const before = played.snapshotAt(played.begin - minute);
  const [file] = before.campaign.files.reported ? before.campaign.files.value : [];
  if (file === undefined) throw new Error("the plan has a file");
  const processing = { ...file, id: "a", state: { kind: "processing", word: "processing" } as const };
  const uploading = { ...processing, id: "b", state: { kind: "uploading", word: "uploading" } as const };
  const standing = (files: (typeof file)[], since: number): Snapshot => ({
    ...before,
    campaign: { ...before.campaign, callingHours: notReported, startDate: notReported, files: reported(files, "files") },
    progress: { ...before.progress, source: "list", total: reported(9, "list"), segments: [{ part: "being_read", state: "waiting", count: 9, source: "files" }] },
    observation: { ...before.observation, files: new Map([["a", { processed: 1, since }]]) },
  });
  expect(sentenceAt(standing([processing], now), now + 12 * minute)).toMatchObject({ kind: "reading_contacts", stuckSince: now });
  expect(sentenceAt(standing([processing], now), now + 9 * minute)).toHaveProperty("stuckSince", undefined);
  expect(sentenceAt(standing([processing, uploading], now), now + 12 * minute)).toHaveProperty("stuckSince", undefined);
});
