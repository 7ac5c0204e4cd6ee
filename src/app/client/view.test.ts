import fc from "fast-check";
import { expect, test } from "vitest";
import { outcomes } from "#campaign/outcome.ts";
import { callSorts } from "#service/api.ts";
import { defaultView, parametersOf, type View, viewOf } from "./view.ts";

const instants = fc.option(fc.integer({ min: -8.64e15, max: 8.64e15 }), { nil: undefined });

const views: fc.Arbitrary<View> = fc.record({
  connection: fc.option(fc.constantFrom("acme", "kore-demo", "9"), { nil: undefined }),
  theme: fc.constantFrom("system", "light", "dark"),
  zone: fc.constantFrom("campaign", "mine", "utc"),
  range: fc.constantFrom("today", "days"),
  columns: fc.option(fc.uniqueArray(fc.constantFrom("to", "outcome", "retries", "createdAt", "call-id", "by.end_reason"), { minLength: 1 }), { nil: undefined }),
  group: fc.constantFrom("number", "call"),
  outcome: fc.uniqueArray(fc.constantFrom(...outcomes)),
  q: fc.string({ unit: "binary", maxLength: 50 }).filter((q) => (q.match(/\p{Nd}/gu)?.length ?? 0) < 7),
  contact: fc.constant(undefined),
  retries: fc.uniqueArray(fc.nat(9_999)),
  since: instants,
  until: instants,
  slot: fc.option(
    fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(23)).map(([day, hour]) => `${day}-${hour}`),
    { nil: undefined },
  ),
  by: fc
    .dictionary(
      fc.constantFrom("sentiment", "end_reason", "disposition"),
      fc.uniqueArray(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }).filter((word) => (word.match(/\p{Nd}/gu)?.length ?? 0) < 7), { minLength: 1, maxLength: 4 }),
      { maxKeys: 3, noNullPrototype: true },
    )
    .map((by) => Object.fromEntries(Object.entries(by).sort(([a], [b]) => (a < b ? -1 : 1)))),
  sort: fc.constantFrom(...callSorts, "by.sentiment" as const),
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
  expect(parametersOf({ ...defaultView, by: { sentiment: ["positive", "a, b"] }, sort: "by.sentiment" })).toBe("by.sentiment=positive,a%252C%2520b&sort=-by.sentiment");
  const view: View = { ...defaultView, group: "call", outcome: ["failed", "busy"], retries: [2, 3], sort: "retries" };
  expect(parametersOf(view)).toBe("group=call&outcome=failed,busy&retries=2,3&sort=-retries");
});

test("the column of a dimension is kept", () => {
  expect(viewOf(new URLSearchParams("columns=to,by.end_reason")).columns).toEqual(["to", "by.end_reason"]);
});

test("minus nothing is nothing", () => {
  expect(viewOf(new URLSearchParams("since=-0")).since).toBe(0);
});

test("what is unknown or malformed is ignored", () => {
  const text = "outcome=failed,exploded&retries=2,-1,x,1e3&since=soon&slot=8-25&sort=-colour&by.=x&by.Sentiment=x&by.sentiment=%25E0&theme=pink&nonsense=1&columns=a%3Cb";
  expect(viewOf(new URLSearchParams(text))).toEqual({ ...defaultView, outcome: ["failed"], retries: [2] });
});

test.each(["+1 (415) 555-0134", "4155550", "٤١٥٥٥٥٠١"])("the search %s may be a number and stands in no link", (q) => {
  expect(parametersOf({ ...defaultView, q })).toBe("");
  expect(viewOf(new URLSearchParams({ q })).q).toBe("");
});

test("a word that may be a number stands in no link either", () => {
  expect(parametersOf({ ...defaultView, by: { disposition: ["4155550134", "Call back"] } })).toBe("by.disposition=Call%2520back");
});

test("a contact never enters an address, and is never read from one", () => {
  expect(parametersOf({ ...defaultView, contact: "+14155550134" })).toBe("");
  expect(viewOf(new URLSearchParams({ contact: "+14155550134" })).contact).toBeUndefined();
});
