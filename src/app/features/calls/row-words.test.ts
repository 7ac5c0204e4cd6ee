import { describe, expect, it } from "vitest";
import type { AttemptsAnswer, CallRow } from "#service/api.ts";
import { attemptsWords, createdWords, resultWords } from "./row-words.ts";

const row: CallRow = { id: "a", to: "+1", outcome: "busy", word: "busy", retries: 2, attempts: 3, createdAt: 0, state: "to_retry" };
const answer: AttemptsAnswer = { to: "+1", rows: [row], attempts: 3, earlierNotReported: 2 };

it("keeps the platform's own word for an outcome we have none for", () => {
  expect(resultWords({ outcome: "no_answer", word: "no-answer" })).toBe("No answer");
  expect(resultWords({ outcome: "unknown", word: "ringback_timeout" })).toBe("ringback_timeout");
  expect(resultWords({ outcome: "unknown", word: "" })).toBe("Unknown");
});

it("gives seconds, and today by name", () => {
  const sense = { zone: "America/New_York", now: Date.parse("2026-10-14T18:46:00Z") };
  expect(createdWords(Date.parse("2026-10-14T18:42:45Z"), sense)).toEqual({ day: "Today", clock: "14:42:45" });
  expect(createdWords(Date.parse("2026-10-12T14:14:09Z"), sense)).toEqual({ day: "Mon 12 Oct", clock: "10:14:09" });
});

describe("attemptsWords", () => {
  it("says which attempts are not listed and what is left", () => {
    expect(attemptsWords(answer, 3)).toEqual(["2 earlier attempts, results not reported.", "To be tried again: 1 retry left."]);
    expect(attemptsWords({ ...answer, earlierNotReported: 1 }, undefined)).toEqual([
      "1 earlier attempt, its result not reported.",
      "To be tried again.",
    ]);
  });
  it("says when no retry is left, but not of one that was reached", () => {
    expect(attemptsWords({ ...answer, earlierNotReported: 0, rows: [{ ...row, state: "done" }] }, 2)).toEqual(["No retry left."]);
    expect(attemptsWords({ ...answer, earlierNotReported: 0, rows: [{ ...row, state: "done", outcome: "completed" }] }, 2)).toEqual([]);
  });
  it("does not guess what is not reported", () => {
    expect(attemptsWords({ ...answer, earlierNotReported: 0, rows: [{ ...row, state: "undetermined" }] }, undefined)).toEqual([
      "Whether it will be tried again is not reported.",
    ]);
  });
});
