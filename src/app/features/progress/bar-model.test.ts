import { expect, test } from "vitest";
import type { Progress } from "#campaign/progress.ts";
import { keyOf } from "./bar-key.tsx";
import { sumParts } from "./bar-model.ts";
import { countGroups } from "./count-groups.ts";

const progress: Progress = {
  source: "list",
  measure: "done",
  total: { reported: true, value: 30, source: "files" },
  done: { count: 12, atMost: 12, source: "list" },
  segments: [
    { part: "completed", state: "done", count: 10, source: "list" },
    { part: "failed", state: "done", count: 2, source: "list" },
    { part: "failed", state: "to_retry", count: 5, source: "list" },
    { part: "queued", state: "waiting", count: 1, source: "list" },
    { part: "queued", state: "to_retry", count: 3, source: "list" },
    { part: "without_call", state: "waiting", count: 9, source: "files" },
  ],
  rejected: { reported: false },
  inFailedFiles: { reported: false },
  stages: [],
  notes: [],
};

const leads: Progress = {
  ...progress,
  source: "counters",
  measure: "completed",
  total: { reported: true, value: 5_000, source: "total_leads" },
  done: { count: 1_200, atMost: 1_300, source: "completed_calls" },
  segments: [
    { part: "completed", state: "done", count: 1_200, source: "completed_calls" },
    { part: "not_broken_down", state: "unknown", count: 100, source: "total − completed − pending" },
    { part: "pending", state: "waiting", count: 3_700, source: "pending_calls" },
  ],
};

const recipients: Progress = {
  ...progress,
  source: "counters",
  measure: "first_calls_sent",
  segments: [
    { part: "first_call_sent", state: "unknown", count: 18, source: "sent_lead_count" },
    { part: "first_call_sent", state: "to_retry", count: 4, source: "attempt_stages" },
    { part: "without_call", state: "waiting", count: 8, source: "total − sent" },
  ],
};

const contacts: Progress = {
  ...progress,
  segments: [
    { part: "completed", state: "done", count: 12, source: "list" },
    { part: "dialling_or_retry", state: "undetermined", count: 5, source: "list" },
    { part: "not_read_yet", state: "unknown", count: 13, source: "total − list" },
  ],
};

test("the sum under the bar adds up to the total, each contact in one addend", () => {
  const parts = sumParts(progress);
  expect(parts.map(({ words }) => words)).toEqual(["done", "to retry", "queued", "without a call"]);
  expect(parts.reduce((sum, { count }) => sum + count, 0)).toBe(30);
});

test("a list says what there is none of; statistics do not", () => {
  const named = (given: Progress) => countGroups(given, true).flatMap(({ counts }) => counts.map(({ part, count, toRetry }) => `${part} ${count} ${toRetry}`));
  expect(named(progress)).toEqual([
    "completed 10 0",
    "voicemail 0 0",
    "no_answer 0 0",
    "busy 0 0",
    "failed 7 5",
    "in_progress 0 0",
    "queued 4 3",
    "without_call 9 0",
  ]);
  expect(named({ ...progress, source: "statistics" })).not.toContain("voicemail 0 0");
});

test("counters keep to what they count: nothing is said of what they do not tell apart", () => {
  const words = (given: Progress) => sumParts(given).map(({ words: said, count }) => `${count} ${said}`);
  expect(words(leads)).toEqual(["1200 completed", "100 not broken down", "3700 pending"]);
  expect(words(recipients)).toEqual(["18 with a first call", "4 to retry", "8 without a call"]);
  expect(words(contacts)).toEqual(["12 done", "5 dialling or to retry", "13 not read yet"]);
});

test("a platform that does not tell calls on the line from retries has one count for both, even of none", () => {
  const now = (given: Progress, inProgressReported: boolean) =>
    countGroups(given, inProgressReported).flatMap(({ name, counts }) => (name === "now" ? counts.map(({ part, count }) => `${part} ${count}`) : []));
  expect(now(contacts, false)).toEqual(["dialling_or_retry 5"]);
  expect(now({ ...contacts, segments: contacts.segments.slice(0, 1) }, false)).toEqual(["dialling_or_retry 0"]);
});

test("the key names each fill that the bar has", () => {
  const key = (given: Progress) => keyOf(given).map(({ words, fill }) => `${fill}: ${words}`);
  expect(key(progress)).toEqual(["solid: done", "hatched: to retry", "outline: without a call"]);
  expect(key(leads)).toEqual(["solid: completed", "striped: not broken down", "outline: pending"]);
  expect(key(recipients)).toEqual(["solid: first call sent", "hatched: to retry", "outline: without a call"]);
  expect(key(contacts)).toEqual(["solid: done", "open_end: dialling or to retry", "empty: not read yet"]);
});
