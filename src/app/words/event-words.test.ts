import { expect, test } from "vitest";
import type { Change } from "#campaign/history/event.ts";
import { isBetween, wordTime } from "./event-time.ts";
import { wordChange } from "./event-words.ts";
import { fileNames } from "./file-names.ts";

const zone = "America/New_York";
const at = Date.parse("2026-10-14T18:05:00Z");
const minute = 60_000;
const names = new Map([["f1", "contacts-2.csv"]]);
const context = { at, zone, providerName: "Talkover", nameOf: (file: string) => names.get(file) ?? file };
const status = (kind: "active" | "paused" | "completed" | "scheduled") => ({ kind, word: kind });

const worded: [Change, string, string][] = [
  [{ kind: "file_failed", file: "f1", read: 3120, records: 8000 }, "contacts-2.csv failed", "File contacts-2.csv failed at 3,120 of 8,000 records"],
  [{ kind: "file_failed", file: "f9" }, "f9 failed", "File f9 failed"],
  [{ kind: "file_added", file: "f1", records: 1 }, "contacts-2.csv added", "File contacts-2.csv added, 1 record"],
  [{ kind: "file_processed", file: "f1", records: 8000 }, "contacts-2.csv processed", "File contacts-2.csv processed, 8,000 records"],
  [{ kind: "file_stuck", file: "f1", since: at - 12 * minute }, "contacts-2.csv stuck", "File contacts-2.csv stuck: no record read since 13:53"],
  [{ kind: "file_removed", file: "f1" }, "contacts-2.csv gone", "File contacts-2.csv gone: Talkover reports it no longer"],
  [{ kind: "status_changed", from: status("active"), to: status("paused") }, "Paused", "Paused; was active"],
  [{ kind: "status_changed", from: status("paused"), to: status("active") }, "Resumed", "Resumed: paused became active"],
  [{ kind: "status_changed", from: status("scheduled"), to: status("active") }, "Started", "Started: scheduled became active"],
  [{ kind: "status_changed", from: status("active"), to: status("completed") }, "Finished", "Finished; was active"],
  [{ kind: "status_changed", from: status("active"), to: { kind: "unknown", word: "on_hold" } }, "“On hold”", "“On hold”; was active"],
  [{ kind: "schedule_changed" }, "Hours changed", "Calling hours, time zone or dates were changed"],
  [{ kind: "concurrency_changed", from: 5, to: 10 }, "5 → 10 at a time", "Calls at a time were changed from 5 to 10"],
  [{ kind: "statistics_fell", figure: "contacts_done", from: 2300, to: 40 }, "Contacts done fell", "Contacts done went back from 2,300 to 40"],
  [{ kind: "calls_vanished", count: 12 }, "12 calls vanished", "12 calls vanished from the list"],
  [{ kind: "failure_rate_jumped", from: 0.047, to: 0.314, calls: 120 }, "Failures 4.7\u202f% → 31\u202f%", "Failure rate jumped from 4.7\u202f% to 31\u202f%, over 120 finished calls"],
  [{ kind: "unreachable", code: "timeout" }, "Not readable", "Talkover did not answer in time"],
  [{ kind: "reachable_again", since: at - 12 * minute }, "Readable again", "Talkover could be read again, after 12\u202fmin"],
  [{ kind: "stalled", since: at - 25 * minute }, "Stalled", "Stalled: nothing moved since 13:40, inside calling hours"],
  [{ kind: "moves_again", since: at - 25 * minute }, "Moves again", "Moves again, after 25\u202fmin of standing still"],
];

test.each(worded)("%j", (change, short, text) => {
  expect(wordChange(change, context)).toEqual({ short, text });
});

test("a time is one where Callboard watched, and two where nobody did", () => {
  expect(wordTime({ at, after: at - minute }, zone)).toBe("14:05");
  expect(isBetween({ at, after: at - 5 * minute })).toBe(false);
  expect(wordTime({ at, after: at - 115 * minute }, zone)).toBe("between 12:10 and 14:05");
  expect(wordTime({ at, after: at - 20 * 60 * minute }, zone)).toBe("between Tue 13 Oct 18:05 and 14:05");
});

test("files are called by their own name, else by the one they were given", () => {
  const none = { reported: false } as const;
  const named = (value: string) => ({ reported: true, value, source: "" }) as const;
  const file = { state: { kind: "processed", word: "processed" }, totalRecords: none, processedRecords: none, rejectedRecords: none, stuckSince: undefined } as const;
  const files = [
    { ...file, id: "a", originalName: named("a.csv"), processedName: named("x") },
    { ...file, id: "b", originalName: none, processedName: named("y") },
    { ...file, id: "c", originalName: none, processedName: none },
  ];
  expect(fileNames({ reported: true, value: files, source: "" })).toEqual([["a", "a.csv"], ["b", "y"]]);
  expect(fileNames(none)).toEqual([]);
});
