import { expect, test } from "vitest";
import { changesBetween } from "./changes.ts";
import type { Observation } from "./observation.ts";

const active = { kind: "active", word: "active" } as const;
const paused = { kind: "paused", word: "paused" } as const;
const seen: Observation = { at: 0, status: active, calls: 1_000, done: 500, maxConcurrentCalls: 10, schedule: "a", files: [{ id: "f1", kind: "processing", read: 10, total: 100 }] };

test.each<[string, Partial<Observation>, unknown[]]>([
  ["what only grows", { calls: 1_100, done: 600, files: [{ id: "f1", kind: "processing", read: 90, total: 100 }] }, []],
  ["a status", { status: paused }, [{ kind: "status_changed", from: active, to: paused }]],
  ["a schedule", { schedule: "b" }, [{ kind: "schedule_changed" }]],
  ["a schedule that is not reported for once", { schedule: undefined }, []],
  ["a cap", { maxConcurrentCalls: 20 }, [{ kind: "concurrency_changed", from: 10, to: 20 }]],
  ["a file read to its end", { files: [{ id: "f1", kind: "processed", read: 97, total: 100 }] }, [{ kind: "file_processed", file: "f1", records: 97 }]],
  ["a file that failed", { files: [{ id: "f1", kind: "failed", read: 40, total: 100 }] }, [{ kind: "file_failed", file: "f1", read: 40, records: 100 }]],
  ["a file more, which has failed", { files: [...(seen.files ?? []), { id: "f2", kind: "failed" }] }, [{ kind: "file_added", file: "f2" }, { kind: "file_failed", file: "f2" }]],
  ["a file less", { files: [] }, [{ kind: "file_removed", file: "f1" }]],
  ["files that are not reported for once", { files: undefined }, []],
  ["counts that fell", { calls: 900, done: 400 }, [{ kind: "statistics_fell", figure: "calls", from: 1_000, to: 900 }, { kind: "statistics_fell", figure: "contacts_done", from: 500, to: 400 }]],
  ["counts a little short", { calls: 991, done: 496 }, []],
  ["calls that vanished", { vanished: 3 }, [{ kind: "calls_vanished", count: 3 }]],
])("%s", (_, after, changes) => {
  expect(changesBetween(seen, { ...seen, at: 5_000, ...after })).toEqual(changes);
});

test("a count that began anew with a process is no vanishing", () => {
  expect(changesBetween({ ...seen, vanished: 9 }, { ...seen, vanished: 0 })).toEqual([]);
});
