import { expect, test } from "vitest";
import { unreportedCampaign } from "./campaign.ts";
import { figuresOf } from "./figures.ts";
import { notReported, reported } from "./reported.ts";
import { emptyTally } from "./tally.ts";

const { statistics } = unreportedCampaign;
const tally = {
  ...emptyTally(),
  rows: 4,
  numbers: 3,
  attempts: 6,
  rowOutcomes: { ...emptyTally().rowOutcomes, completed: 2, failed: 1, in_progress: 1 },
  contacts: { ...emptyTally().contacts, done: { ...emptyTally().rowOutcomes, completed: 2, failed: 1 } },
  durations: { calls: 2, seconds: 250 },
};
const calls = { rowsAre: "calls", numbers: true } as const;

test("calls are counted from the list where the platform counts none", () => {
  const figures = figuresOf(statistics, tally, { reports: calls, listing: undefined });
  expect(figures.totalCalls.shown).toEqual(reported(4, "counted from 4 listed calls"));
  expect(figures.completedCalls.shown).toMatchObject({ value: 2 });
  expect(figures.successRatePercent.shown).toMatchObject({ source: "completed ÷ 3 contacts with a result" });
  expect(figures.averageDurationSeconds.shown).toEqual(reported(125, "counted from 2 calls that lasted"));
});

test("a history in pages says how many calls there are before all are read", () => {
  const listing = { listed: 4, total: 5_000, complete: false };
  expect(figuresOf(statistics, tally, { reports: calls, listing }).totalCalls.shown).toMatchObject({ value: 5_000 });
});

test("rows that are contacts count attempts, never calls", () => {
  const figures = figuresOf(statistics, tally, { reports: { rowsAre: "contacts", numbers: true }, listing: undefined });
  expect(figures.totalCalls.shown).toEqual(reported(6, "attempts of 4 contacts"));
  expect(figures.completedCalls.shown).toEqual(notReported);
  expect(figures.failedCalls.shown).toEqual(notReported);
  expect(figures.successRatePercent.shown).toMatchObject({ source: "completed ÷ 3 contacts with a result" });
});

test("nothing is made of nothing", () => {
  const figures = figuresOf(statistics, undefined, { reports: calls, listing: undefined });
  expect(Object.values(figures).every(({ shown, other }) => !shown.reported && !other.reported)).toBe(true);
});
