import { expect, it } from "vitest";
import { notReported } from "#campaign/reported.ts";
import { retriesChoices } from "./retries-choices.ts";

function answer(maxRetries?: number): Parameters<typeof retriesChoices>[0] {
  const reported = maxRetries === undefined ? notReported : { reported: true as const, value: maxRetries, source: "max_retries" };
  return { campaign: { retryRules: { maxRetries: reported, cooldownMinutes: notReported } }, charts: notReported };
}

it("offers as many retries as the rules allow", () => {
  expect(retriesChoices(answer(3), [])).toEqual([0, 1, 2, 3]);
});

it("offers some where the rules are not reported, and whatever the link chose", () => {
  expect(retriesChoices(answer(), [7])).toEqual([0, 1, 7]);
});

it("does not offer without end", () => {
  expect(retriesChoices(answer(1_000_000), []).length).toBeLessThan(30);
});
