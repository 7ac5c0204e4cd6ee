import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { choicesOf, retriesChoices } from "./choices.ts";

function offered(maxRetries?: number): Parameters<typeof choicesOf>[0] {
  const rules = { maxRetries: maxRetries === undefined ? notReported : reported(maxRetries, "max_retries"), cooldownMinutes: notReported };
  return { campaign: { retryRules: rules }, charts: notReported, dimensions: [{ id: "mood", title: "Mood", source: "mood" }] };
}

const day = { date: "2026-10-14", start: 0, end: 86_400_000 };
const zero = zeroOutcomes();

function drawn(calls: number): Parameters<typeof choicesOf>[0] {
  const counts = { ...zero, completed: calls };
  const charts = {
    outcomesByNumber: counts,
    outcomesByCall: counts,
    retries: [{ retries: 4, contacts: calls, completed: 0 }],
    dimensions: [{ id: "mood", values: [{ value: "glad", calls }], others: { words: 0, calls: 0 }, without: 0 }],
    time: reported({ zone: "UTC", days: [{ ...day, counts, closed: zero, hours: [] }], earlierCalls: 0, undatedCalls: 0 }, "counted"),
    answerRate: { kind: "withheld" as const, reason: "no_hours" as const, insideShare: undefined },
  };
  return { ...offered(2), charts: reported(charts, "counted") };
}

test("days, retries and words that calls have are offered, however many calls", () => {
  expect(choicesOf(drawn(7))).toEqual({ days: [day], daysZone: "UTC", mostRetries: 4, words: [{ id: "mood", title: "Mood", used: ["glad"] }] });
  expect(choicesOf(drawn(8))).toEqual(choicesOf(drawn(7)));
});

test("as many retries are offered as the rules allow, some where they are not reported, and whatever the link chose", () => {
  expect(retriesChoices(choicesOf(offered(3)).mostRetries, [])).toEqual([0, 1, 2, 3]);
  expect(retriesChoices(choicesOf(offered()).mostRetries, [7])).toEqual([0, 1, 7]);
  expect(retriesChoices(choicesOf(offered(1_000_000)).mostRetries, []).length).toBeLessThan(30);
});
