import { expect, test } from "vitest";
import { reported } from "#campaign/reported.ts";
import type { FileAnswer } from "#service/api.ts";
import { attentionFirst, barOf, remarkOf, wordFilePace } from "./file-model.ts";

function file(id: string, kind: FileAnswer["state"]["kind"], processed: number, total: number, stuckSince?: number): FileAnswer {
  return {
    id,
    originalName: reported(`${id}.csv`, "original_filename"),
    processedName: { reported: false },
    state: { kind, word: kind },
    totalRecords: reported(total, "total_records"),
    processedRecords: reported(processed, "processed_records"),
    rejectedRecords: kind === "processed" ? reported(Math.max(0, total - processed), "") : { reported: false },
    stuckSince,
  };
}

test("what needs a look comes first; the rest keeps the platform's order", () => {
  const files = [file("a", "processed", 5, 5), file("b", "processing", 1, 5), file("c", "failed", 0, 5), file("d", "processing", 1, 5, 1), file("e", "processed", 5, 5)];
  expect(attentionFirst(files).map(({ id }) => id)).toEqual(["c", "d", "b", "a", "e"]);
});

test("a bar is never over full, whatever the counters say", () => {
  expect(barOf(file("a", "processed", 950, 1000))).toEqual({ read: 950, rejected: 50, rest: 0 });
  expect(barOf(file("a", "processing", 600, 500))).toEqual({ read: 500, rejected: 0, rest: 0 });
});

test("stuck is said only from what Callboard saw", () => {
  expect(remarkOf(file("a", "processing", 1, 5), "Talkover", 0)).toBeUndefined();
  expect(remarkOf(file("a", "processing", 1, 5, 0), "Talkover", 12 * 60_000)).toBe("Stuck: no record read for 12\u202fmin, as Callboard saw it.");
});

test("a file's speed is by the minute, or by the hour where it is slow", () => {
  expect(wordFilePace({ file: "a", perMinute: 48.2, minutesLeft: 11.5 })).toBe("48 records/min, as observed; about 12\u202fmin left at that speed");
  expect(wordFilePace({ file: "a", perMinute: 0.5, minutesLeft: undefined })).toBe("30 records/h, as observed");
});
