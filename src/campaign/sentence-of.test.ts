import { describe, expect, test } from "vitest";
import { type Campaign, unreportedCampaign } from "./campaign.ts";
import type { Progress, ProgressSegment } from "./progress.ts";
import { notReported, reported } from "./reported.ts";
import { nothingCounted } from "./segments.ts";
import { type CalendarNow, type Causes, type Observed, sentenceOf } from "./sentence-of.ts";
import type { Status } from "./status.ts";

const now = Date.UTC(2026, 9, 14, 18, 46);
const hour = 3_600_000;
const minute = 60_000;
const open: CalendarNow = { open: { start: now - 5 * hour, end: now + 2 * hour }, closesAt: now + 2 * hour, opensAt: now + 20 * hour, today: "2026-10-14" };
const closed: CalendarNow = { open: undefined, closesAt: undefined, opensAt: now + 20 * hour, today: "2026-10-14" };
const unseen: Observed = { changedAt: undefined, unchangedSince: now, statusSince: undefined };

function campaign(kind: Status["kind"], dates: { start?: string; end?: string } = {}): Campaign {
  return {
    ...unreportedCampaign,
    id: "c",
    name: "Q2",
    status: { kind, word: kind },
    startDate: dates.start === undefined ? notReported : reported(dates.start, "start_date"),
    endDate: dates.end === undefined ? notReported : reported(dates.end, "end_date"),
  };
}

function progress(...segments: Pick<ProgressSegment, "part" | "state" | "count">[]): Progress {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  return {
    ...nothingCounted, source: "list", total: reported(total, "list"), done: { count: 0, atMost: 0, source: "list" },
    segments: segments.map((segment) => ({ ...segment, source: "list" })),
  };
}

const queued = { part: "queued", state: "waiting", count: 10 } as const;
const dialling = { part: "in_progress", state: "in_progress", count: 3 } as const;
const retry = { part: "busy", state: "to_retry", count: 4 } as const;
const done = { part: "completed", state: "done", count: 5 } as const;
const reading = { part: "being_read", state: "waiting", count: 7 } as const;

function say(kind: Status["kind"], parts: Progress, calendar: CalendarNow | undefined, observed = unseen, dates = {}) {
  return sentenceOf({ campaign: campaign(kind, dates), progress: parts, observed, causes: {}, calendar, now });
}

describe("an active campaign", () => {
  test("is calling when calls are in progress inside its hours", () => {
    expect(say("active", progress(queued, dialling), open)).toEqual({ kind: "calling", closesAt: now + 2 * hour });
  });
  test("is calling when its counters were just seen to change", () => {
    expect(say("active", progress(queued), open, { ...unseen, changedAt: now - minute }).kind).toBe("calling");
  });
  test("with no movement seen yet is only said to be inside its hours", () => {
    expect(say("active", progress(queued), open)).toEqual({ kind: "inside_hours", closesAt: now + 2 * hour });
  });
  test("is stalled when Callboard saw nothing change for 20 minutes of open hours", () => {
    const quiet = { ...unseen, unchangedSince: now - 22 * minute };
    expect(say("active", progress(queued, dialling), open, quiet)).toMatchObject({ kind: "stalled", unchangedSince: now - 22 * minute });
    const justOpened = { ...open, open: { start: now - 5 * minute, end: now + hour } };
    expect(say("active", progress(queued), justOpened, { ...quiet, unchangedSince: now - 9 * hour }).kind).toBe("inside_hours");
  });
  test("is outside its hours even with calls in progress", () => {
    expect(say("active", progress(queued, dialling), closed)).toEqual({ kind: "outside_hours", opensAt: now + 20 * hour });
  });
  test("has not started before its first day, and is past its last", () => {
    expect(say("active", progress(queued), closed, unseen, { start: "2026-10-20" })).toMatchObject({ kind: "not_started", startDate: "2026-10-20" });
    expect(say("active", progress(queued), closed, unseen, { end: "2026-10-13" })).toEqual({ kind: "past_end_date", endDate: "2026-10-13" });
    expect(say("active", progress(queued), open, unseen, { end: "2026-10-13" }).kind).toBe("inside_hours");
  });
  test("waits for retries, has nothing left, reads contacts or has none", () => {
    expect(say("active", progress(done, retry), open)).toEqual({ kind: "waiting_for_retries", toRetry: 4 });
    expect(say("active", progress(done), open)).toEqual({ kind: "nothing_left" });
    expect(say("active", progress(done, reading), open)).toMatchObject({ kind: "reading_contacts", records: 7 });
    expect(say("active", progress(), open)).toEqual({ kind: "no_contacts" });
  });
  test("says that its hours are unknown rather than guess them", () => {
    expect(say("active", progress(queued), undefined)).toEqual({ kind: "active_hours_unknown" });
    expect(say("active", progress(queued, dialling), undefined)).toEqual({ kind: "calling", closesAt: undefined });
  });
});

test.each(["scheduled", "active"] as const)("a %s campaign before its first day names the first opening", (kind) => {
  expect(say(kind, progress(queued), closed, unseen, { start: "2026-10-15" })).toMatchObject({ kind: "not_started", opensAt: now + 20 * hour });
});

test("pauses are dated only when they were seen to happen", () => {
  expect(say("paused", progress(queued, dialling), open)).toEqual({ kind: "paused", since: undefined, inProgress: 3 });
  expect(say("paused", progress(queued), open, { ...unseen, statusSince: now - hour })).toMatchObject({ since: now - hour });
});

test("other states", () => {
  expect(say("draft", progress(), open)).toEqual({ kind: "draft", hasContacts: false });
  expect(say("completed", progress(done), closed)).toEqual({ kind: "completed", at: undefined });
  expect(say("cancelled", progress(done, queued), closed)).toEqual({ kind: "cancelled", at: undefined, notReached: 10 });
  const unread = { part: "not_read_yet", state: "unknown", count: 90 } as const;
  expect(say("cancelled", progress(done, queued, unread), closed)).toEqual({ kind: "cancelled", at: undefined, notReached: undefined });
  expect(say("unknown", progress(), open)).toEqual({ kind: "unknown_status", word: "unknown" });
});

describe("why, as far as it is known", () => {
  const because = (causes: Causes, parts: Progress, observed = unseen) => sentenceOf({ campaign: campaign("active"), progress: parts, observed, causes, calendar: open, now });
  const rest = { first: now + minute, last: now + 3 * hour };

  test("every line in use is calling, though no list tells who is called", () => {
    const counted: Progress = { ...nothingCounted, source: "counters" };
    expect(because({ linesInUse: 8 }, counted)).toEqual({ kind: "calling", closesAt: now + 2 * hour, linesInUse: 8 });
    expect(because({}, counted)).toEqual({ kind: "inside_hours", closesAt: now + 2 * hour });
  });
  test("a rest of all who are left is told until the first of them may be called", () => {
    expect(because({ cooldown: rest }, progress(done, retry))).toEqual({ kind: "waiting_for_retries", toRetry: 4, cooldown: rest });
    expect(because({ cooldown: { ...rest, first: now } }, progress(done, retry))).toEqual({ kind: "waiting_for_retries", toRetry: 4 });
  });
  test("a rest says nothing while others can be called, or are still read from a file", () => {
    expect(because({ cooldown: rest }, progress(done, retry, { ...queued, count: 1 })).kind).toBe("inside_hours");
    expect(because({ cooldown: rest }, progress(done, retry, reading))).toEqual({ kind: "waiting_for_retries", toRetry: 4 });
  });
  test("a stall says who is left: those to call, and those on the line where they are told apart", () => {
    const quiet = { ...unseen, unchangedSince: now - 22 * minute };
    expect(because({}, progress(queued, retry, dialling, done, reading), quiet)).toMatchObject({ kind: "stalled", left: { waiting: 14, onTheLine: 3 } });
    expect(because({}, { ...progress(queued), source: "statistics" }, quiet)).toMatchObject({ kind: "stalled", left: { waiting: 10, onTheLine: undefined } });
    expect(because({}, nothingCounted, quiet)).toMatchObject({ kind: "stalled", left: undefined });
  });
  test("files that stand still are said to where nothing else is left", () => {
    expect(because({ stuckSince: now - 12 * minute }, progress(done, reading))).toMatchObject({ kind: "reading_contacts", stuckSince: now - 12 * minute });
  });
});

describe("what a platform says of itself", () => {
  const saying = (kind: Status["kind"], about: Partial<Campaign>) =>
    sentenceOf({ campaign: { ...campaign(kind), ...about }, progress: nothingCounted, observed: unseen, causes: {}, calendar: undefined, now });
  test("a campaign made ready, in the platform's own word", () => {
    expect(saying("ready", { status: { kind: "ready", word: "Preparing" } })).toEqual({ kind: "ready", word: "Preparing" });
  });
  test("a scheduled one, with its time where there is one", () => {
    expect(saying("scheduled", { scheduledAt: reported(now + hour, "scheduled_at") })).toEqual({ kind: "scheduled", at: now + hour });
    expect(saying("scheduled", { scheduledAt: reported(null, "scheduled_at") })).toEqual({ kind: "scheduled", at: undefined });
  });
  test("an active one that begins no new conversation, or only answers", () => {
    expect(saying("active", { newChatsPaused: reported(true, "pauseNewChats") }).kind).toBe("new_chats_paused");
    expect(saying("active", { newChatsPaused: reported(false, "pauseNewChats") }).kind).toBe("active_hours_unknown");
    expect(saying("active", { direction: reported("incoming", "isIncoming") }).kind).toBe("incoming");
    expect(saying("inactive", { direction: reported("incoming", "isIncoming") }).kind).toBe("inactive");
  });
  test("a completed one, by the platform's own time before what was observed", () => {
    expect(saying("completed", { completedAt: reported(now - hour, "completedAt") })).toEqual({ kind: "completed", at: now - hour });
  });
});
