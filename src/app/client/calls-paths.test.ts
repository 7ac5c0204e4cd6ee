import { expect, test } from "vitest";
import type { CallsQuery } from "#service/api.ts";
import { callsQuestionOf, exportQuestionOf } from "./calls-paths.ts";
import { campaignPath } from "./paths.ts";

const query: CallsQuery = {
  group: "call",
  outcome: ["failed", "busy"],
  q: undefined,
  retries: [2, 3],
  since: 1_700_000_000_000,
  until: undefined,
  dimensions: {},
  slot: "2-11",
  sort: "created",
  descending: true,
  offset: 100,
  limit: 50,
  asOf: "v3",
};

test("ids are encoded", () => {
  expect(campaignPath("a/b", "../x?y#z")).toBe("/api/v1/connections/a%2Fb/campaigns/..%2Fx%3Fy%23z");
});

test("a window of calls is asked for in the forms the API documents", () => {
  const { path, body } = callsQuestionOf("acme", "one", query);
  expect(body).toBeUndefined();
  const url = new URL(path, "http://x");
  expect(url.pathname).toBe("/api/v1/connections/acme/campaigns/one/calls");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    group: "call",
    outcome: "failed,busy",
    retries: "2,3",
    since: "1700000000000",
    slot: "2-11",
    sort: "-created",
    offset: "100",
    limit: "50",
    asOf: "v3",
  });
});

test("a search that may be a number goes in a body, never in a URL", () => {
  const search = { ...query, q: "+1 415 555" };
  const { path, body } = callsQuestionOf("acme", "one", search);
  expect(path).toBe("/api/v1/connections/acme/campaigns/one/calls/query");
  expect(body).toMatchObject({ q: "+1 415 555", sort: "-created" });
  expect(exportQuestionOf("acme", "one", search).path).toBe("/api/v1/connections/acme/campaigns/one/calls.csv");
  expect(callsQuestionOf("acme", "one", { ...query, q: "415 555" }).body).toBeUndefined();
});

test("words of a dimension keep their commas, and go in a body where one may be a number", () => {
  const wanted = { ...query, dimensions: { disposition: ["Call back, later", "Done"] } };
  const url = new URL(callsQuestionOf("acme", "one", wanted).path, "http://x");
  expect(url.searchParams.get("by.disposition")).toBe("Call%20back%2C%20later,Done");
  const number = { ...query, dimensions: { disposition: ["4155550134"] } };
  expect(callsQuestionOf("acme", "one", number)).toMatchObject({ path: "/api/v1/connections/acme/campaigns/one/calls/query", body: { "by.disposition": "4155550134" } });
});
