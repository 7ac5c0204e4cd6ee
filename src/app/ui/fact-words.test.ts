import { expect, test } from "vitest";
import { type FactShape, shownAtFirst, wordFact } from "./fact-words.ts";

const context = { now: Date.parse("2026-10-14T18:46:00Z"), zone: "America/New_York", phone: (number: string) => `tel ${number}` };

const told: [FactShape, string[]][] = [
  [{ kind: "text", text: "<b>as it came</b>" }, ["<b>as it came</b>"]],
  [{ kind: "list", items: ["DE", "FR"] }, ["DE", "FR"]],
  [{ kind: "phone", numbers: ["+1", "+2"] }, ["tel +1", "tel +2"]],
  [{ kind: "instant", at: Date.parse("2026-10-15T19:00:00Z") }, ["Thu 15 Oct 15:00 EDT"]],
  [{ kind: "instant", at: Date.parse("2024-01-01T00:00:00Z") }, ["Sun 31 Dec 2023 19:00 EST"]],
  [{ kind: "count", count: 12_400 }, ["12,400"]],
  [{ kind: "duration", seconds: 30 }, ["30\u202fs"]],
  [{ kind: "yes_no", yes: false }, ["No"]],
];

test.each(told)("%j", (value, words) => {
  expect(wordFact(value, context)).toEqual(words);
});

test("one item more is shown rather than counted", () => {
  expect([1, 2, 3, 4, 40].map((count) => shownAtFirst(count, 2))).toEqual([1, 2, 3, 2, 2]);
});
