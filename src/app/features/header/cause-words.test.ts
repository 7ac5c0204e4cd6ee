import { expect, test } from "vitest";
import type { Sentence } from "#campaign/sentence.ts";
import { wordCause } from "./cause-words.ts";

const now = Date.parse("2026-10-14T18:46:00Z");
const minute = 60_000;
const at = (time: string) => Date.parse(time);
const closesAt = at("2026-10-14T21:00:00Z");
const stalled = { kind: "stalled", unchangedSince: now - 22 * minute, closesAt } as const;
const reading: Sentence = { kind: "reading_contacts", records: 500, files: ["leads.csv"] };

const told: [Sentence, string | undefined][] = [
  [{ kind: "calling", closesAt, linesInUse: 10 }, "All 10 lines are in use"],
  [{ kind: "calling", closesAt, linesInUse: 1 }, "Its only line is in use"],
  [{ kind: "calling", closesAt }, undefined],
  [{ ...stalled, left: { waiting: 1234, onTheLine: 0 } }, "No call is on the line, 1,234 contacts wait to be called"],
  [{ ...stalled, left: { waiting: 1, onTheLine: undefined } }, "1 contact waits to be called"],
  [{ ...stalled, left: { waiting: 0, onTheLine: 2 } }, "2 calls are on the line"],
  [{ ...stalled, left: { waiting: 0, onTheLine: undefined } }, undefined],
  [
    { kind: "waiting_for_retries", toRetry: 312, cooldown: { first: at("2026-10-14T19:10:00Z"), last: at("2026-10-15T13:20:00Z") } },
    "All 312 remaining contacts are in cool-down, the first until today 15:10, the last until tomorrow 09:20 EDT",
  ],
  [
    { kind: "waiting_for_retries", toRetry: 2, cooldown: { first: at("2026-10-14T19:10:05Z"), last: at("2026-10-14T19:10:40Z") } },
    "All 2 remaining contacts are in cool-down until today 15:10 EDT",
  ],
  [
    { kind: "waiting_for_retries", toRetry: 1, cooldown: { first: at("2026-10-14T19:10:00Z"), last: at("2026-10-14T19:10:00Z") } },
    "The one remaining contact is in cool-down until today 15:10 EDT",
  ],
  [{ kind: "waiting_for_retries", toRetry: 312 }, undefined],
  [{ ...reading, stuckSince: now - 12 * minute }, "No record was read for 12 min"],
  [reading, undefined],
  [{ kind: "nothing_left" }, undefined],
];

test.each(told)("%j", (sentence, words) => {
  expect(wordCause(sentence, { now, zone: "America/New_York" })?.replaceAll("\u202f", " ")).toBe(words);
});

test("in two lines there is room for when it goes on", () => {
  const sentence = { kind: "waiting_for_retries", toRetry: 312, cooldown: { first: at("2026-10-14T19:10:00Z"), last: at("2026-10-15T13:20:00Z") } } as const;
  expect(wordCause(sentence, { now, zone: "America/New_York", brief: true })).toBe("All 312 in cool-down, the first until today 15:10");
});
