import fc from "fast-check";
import { expect, test } from "vitest";
import { outcomes } from "#campaign/outcome.ts";
import { callSorts } from "#service/api.ts";
import { defaultView, parametersOf, type View, viewOf } from "./view.ts";

const instants = fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }), { nil: undefined });

const views: fc.Arbitrary<View> = fc.record({
  theme: fc.constantFrom("system", "light", "dark"),
  zone: fc.constantFrom("campaign", "mine", "utc"),
  range: fc.constantFrom("today", "days"),
  columns: fc.option(fc.uniqueArray(fc.constantFrom("to", "outcome", "retries", "createdAt", "call-id"), { minLength: 1 }), { nil: undefined }),
  group: fc.constantFrom("number", "call"),
  outcome: fc.uniqueArray(fc.constantFrom(...outcomes)),
  q: fc.string({ unit: "binary", maxLength: 50 }).filter((q) => (q.match(/\p{Nd}/gu)?.length ?? 0) < 7),
  retries: fc.uniqueArray(fc.nat(9_999)),
  since: instants,
  until: instants,
  slot: fc.option(
    fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(23)).map(([day, hour]) => `${day}-${hour}`),
    { nil: undefined },
  ),
  sort: fc.constantFrom(...callSorts),
  descending: fc.boolean(),
});

test("a view comes back from its own link", () => {
  fc.assert(
    fc.property(views, (view) => {
      expect(viewOf(new URLSearchParams(parametersOf(view)))).toEqual(view);
    }),
  );
});

test("any parameters give a valid view", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.keys(defaultView)), fc.string())), (pairs) => {
      const view = viewOf(new URLSearchParams(pairs));
      expect(viewOf(new URLSearchParams(parametersOf(view)))).toEqual(view);
    }),
  );
});

test("defaults are left out and lists stay readable", () => {
  expect(parametersOf(defaultView)).toBe("");
  const view: View = { ...defaultView, group: "call", outcome: ["failed", "busy"], retries: [2, 3], sort: "retries" };
  expect(parametersOf(view)).toBe("group=call&outcome=failed,busy&retries=2,3&sort=-retries");
});

test("what is unknown or malformed is ignored", () => {
  const text = "outcome=failed,exploded&retries=2,-1,x,1e3&since=soon&slot=8-25&sort=-colour&theme=pink&nonsense=1&columns=a%3Cb";
  expect(viewOf(new URLSearchParams(text))).toEqual({ ...defaultView, outcome: ["failed"], retries: [2] });
});

test.each(["+1 (415) 555-0134", "4155550", "٤١٥٥٥٥٠١"])("the search %s may be a number and stands in no link", (q) => {
  expect(parametersOf({ ...defaultView, q })).toBe("");
  expect(viewOf(new URLSearchParams({ q })).q).toBe("");
});
