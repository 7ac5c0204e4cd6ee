import { describe, expect, it } from "vitest";
import { outcomes } from "#campaign/outcome.ts";
import { countWords, filterWords, orderWords, outcomeWords, retriesWords, slotWords, timeWords } from "./filter-words.ts";

const at = (text: string) => Date.parse(text);
const sense = { zone: "America/New_York", now: at("2026-10-14T18:46:00Z") };

it("names the outcomes, or the few left out", () => {
  expect(outcomeWords(["failed", "busy"], outcomes)).toBe("Failed, Busy");
  expect(outcomeWords(outcomes.filter((outcome) => outcome !== "queued"), outcomes)).toBe("All but Queued");
  expect(outcomeWords(outcomes, outcomes)).toMatch(/^Completed, .*Unknown$/);
});

it("names the retries", () => {
  expect(retriesWords([0])).toBe("No retries");
  expect(retriesWords([1])).toBe("1 retry");
  expect(retriesWords([2, 3])).toBe("2 or 3 retries");
  expect(retriesWords([0, 1])).toBe("0 or 1 retries");
  expect(retriesWords([0, 1, 3])).toBe("0, 1 or 3 retries");
});

it("names a slot of the week", () => {
  expect(slotWords("2-11")).toBe("Tuesdays 11:00–12:00");
  expect(slotWords("7-23")).toBe("Sundays 23:00–24:00");
  expect(slotWords("nonsense")).toBe("nonsense");
});

describe("timeWords", () => {
  const midnight = at("2026-10-14T04:00:00Z");
  const day = 86_400_000;
  it("names a day by its date", () => {
    expect(timeWords(midnight, midnight + day, sense)).toBe("Today");
    expect(timeWords(midnight, undefined, sense)).toBe("Today");
    expect(timeWords(midnight - day, midnight, sense)).toBe("Tue 13 Oct");
    expect(timeWords(midnight - 2 * day, midnight, sense)).toBe("Mon 12 Oct – Tue 13 Oct");
  });
  it("names an hour, an open end and an open beginning", () => {
    expect(timeWords(at("2026-10-14T18:00:00Z"), at("2026-10-14T19:00:00Z"), sense)).toBe("Today 14:00–15:00");
    expect(timeWords(at("2026-10-14T17:45:00Z"), undefined, sense)).toBe("Since today 13:45");
    expect(timeWords(midnight - day, undefined, sense)).toBe("Since Tue 13 Oct");
    expect(timeWords(undefined, midnight, sense)).toBe("Before today");
    expect(timeWords(at("2026-10-13T18:00:00Z"), at("2026-10-14T17:00:00Z"), sense)).toBe("Tue 13 Oct 14:00 – today 13:00");
  });
  it("keeps a day of 25 hours one day", () => {
    expect(timeWords(at("2026-11-01T04:00:00Z"), at("2026-11-02T05:00:00Z"), sense)).toBe("Sun 1 Nov");
  });
  it("gives the year where it is another", () => {
    expect(timeWords(at("2023-12-31T05:00:00Z"), at("2024-01-01T05:00:00Z"), sense)).toBe("Sun 31 Dec 2023");
  });
});

const order = { idsReported: true, dimensions: [{ id: "end_reason", title: "End reason", source: "end_reason" }] };

it("says the order", () => {
  expect(orderWords({ sort: "created", descending: true }, order)).toBe("newest created first");
  expect(orderWords({ sort: "id", descending: false }, { ...order, idsReported: false })).toBe("in the order of the list");
  expect(orderWords({ sort: "by.end_reason", descending: true }, order)).toBe("by end reason, descending");
  expect(orderWords({ sort: "duration", descending: true }, order)).toBe("longest first");
  expect(orderWords({ sort: "retries", descending: true }, order)).toBe("most retries first");
});

it("names every set filter, and nothing when none is", () => {
  const none = { group: "number", outcome: [], q: undefined, retries: [], since: undefined, until: undefined, slot: undefined, dimensions: {}, sort: "created", descending: true } as const;
  expect(filterWords({ ...none, outcome: [], retries: [] }, outcomes, sense)).toEqual([]);
  expect(filterWords({ ...none, outcome: ["busy"], retries: [2], q: "555", slot: "1-9", dimensions: { end_reason: ["user_busy", "System Generated"] } }, outcomes, sense)).toEqual([
    "Busy",
    "2 retries",
    "Mondays 09:00–10:00",
    "User busy, System Generated",
    "containing “555”",
  ]);
});

it("counts in the words of the grouping", () => {
  expect(countWords(1, "number", String)).toBe("1 number");
  expect(countWords(0, "call", String)).toBe("0 calls");
});
