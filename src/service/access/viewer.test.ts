import fc from "fast-check";
import { expect, test } from "vitest";
import { operator, viewerWith } from "./viewer.ts";

const viewer = (campaigns: Record<string, string[]>) => viewerWith({ campaigns, surface: "page", numbers: "masked", permissions: [] }, { key: "k", label: "l" });

test("a scope lets in the campaigns it names, and no others", () => {
  const { mayRead, mayReadSome, mayReadAll } = viewer({ acme: ["c1", "spring-*", "*-eu-*"], all: ["*"] });
  expect(["c1", "spring-", "spring-9", "x-eu-y"].map((id) => mayRead("acme", id))).toEqual([true, true, true, true]);
  expect(["c11", "C1", "spring", "-eu", ""].map((id) => mayRead("acme", id))).toEqual([false, false, false, false, false]);
  expect([mayReadSome("acme"), mayReadSome("other"), mayReadAll("acme"), mayReadAll("all")]).toEqual([true, false, false, true]);
});

test("names of every object's members are no connections", () => {
  for (const name of ["__proto__", "constructor", "toString"]) expect(viewer({ acme: ["*"] }).mayReadSome(name)).toBe(false);
});

test("the operator reads everything", () => {
  expect([operator.mayRead("any", "thing"), operator.mayReadAll("any"), operator.numbers]).toEqual([true, true, "full"]);
});

test("a pattern fits as the same regular expression does, in time that does not explode", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "-"), maxLength: 12 });
  fc.assert(
    fc.property(letters.filter((pattern) => pattern !== ""), letters, (pattern, text) => {
      const id = text.replaceAll("*", "");
      const expression = new RegExp(`^${pattern.replaceAll(/[-]/g, "\\-").replaceAll("*", ".*")}$`);
      expect(viewer({ acme: [pattern] }).mayRead("acme", id)).toBe(expression.test(id));
    }),
    { numRuns: 2_000 },
  );
  expect(viewer({ acme: ["*a".repeat(100)] }).mayRead("acme", `${"a".repeat(5_000)}b`)).toBe(false);
});
