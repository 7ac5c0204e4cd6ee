import { expect, test } from "vitest";
import { outcomes } from "#campaign/outcome.ts";
import { isOutcome, outcomeOrder } from "./outcomes.ts";

test("the order is the vocabulary's own", () => {
  expect(outcomeOrder).toEqual(outcomes);
});

test("knows the vocabulary, and no name that objects happen to have", () => {
  expect(["busy", "lost", "toString"].map(isOutcome)).toEqual([true, false, false]);
});
