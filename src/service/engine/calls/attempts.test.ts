import { expect, it } from "vitest";
import { attemptsOf } from "./attempts.ts";
import { sampleCall, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable } from "./table.ts";
import { fullSight } from "./sight.ts";

const build = (...calls: Parameters<typeof sampleCall>[0][]) => buildCallTable(calls.map(sampleCall), sampleRules, undefined);

it("lists the rows of the number, oldest first", () => {
  const table = build(
    { id: "third", createdAt: 3, retries: 2, outcome: "busy" },
    { id: "other", to: "+12025550199", createdAt: 2 },
    { id: "first", createdAt: 1, outcome: "failed" },
    { id: "second", createdAt: 2, retries: 1, outcome: "no_answer" },
  );
  for (const id of ["first", "second", "third"]) {
    const answer = attemptsOf(table, id, fullSight);
    expect(answer?.rows.map((row) => [row.id, row.retries])).toEqual([["first", 0], ["second", 1], ["third", 2]]);
    expect(answer).toMatchObject({ to: "+12025550100", attempts: 3, earlierNotReported: 0 });
  }
});

it("says how many earlier attempts are counted but not listed", () => {
  expect(attemptsOf(build({ id: "a", retries: 2 }), "a", fullSight)).toMatchObject({ attempts: 3, earlierNotReported: 2 });
});

it("keeps a call without a number to itself", () => {
  const table = build({ id: "a", to: undefined }, { id: "b", to: undefined });
  expect(attemptsOf(table, "b", fullSight)).toMatchObject({ to: undefined, rows: [{ id: "b" }], attempts: 1 });
});

it("has none for a call that is not listed", () => {
  expect(attemptsOf(build({ id: "a" }), "constructor", fullSight)).toBeUndefined();
});
