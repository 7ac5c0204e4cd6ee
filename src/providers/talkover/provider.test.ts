import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Campaign } from "#campaign/campaign.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { talkover } from "./provider.ts";
import { campaignList, readCampaign, readList } from "./testing/read.ts";

test("requests", () => {
  const campaignRequest = (id: string) => {
    const { header } = talkover.campaign(id, {});
    return header.kind === "one" ? header.request : undefined;
  };
  expect(campaignRequest("campaign-uuid-1")).toEqual({ method: "GET", path: "/api/v1/campaigns/campaign-uuid-1" });
  expect(campaignRequest("../a?b")?.path).toBe("/api/v1/campaigns/..%2Fa%3Fb");
  expect(campaignList().request({ page: 3, search: undefined }).path).toBe("/api/v1/campaigns?per_page=20&page=3");
  expect(campaignList().request({ page: 1, search: "  " }).path).toBe("/api/v1/campaigns?per_page=20&page=1");
  expect(campaignList().request({ page: 1, search: " ä&page=9\uD83D" }).path).toBe(
    "/api/v1/campaigns?per_page=20&page=1&search=%C3%A4%26page%3D9%EF%BF%BD",
  );
});

test("ids that could be more than a name in a path are refused", () => {
  const good = ["campaign-uuid-1", "9b2e1c1e-3d55-4f0a-8b7c-2f6c1d0e9a77", "sales_2024", "7", "a".repeat(128)];
  const bad = [
    "", ".", "..", "a.b", "../a", "..%2fa", "a/b", "//host", "a%00", "%61", "a:id", "@host", "a\r\nX: y", "a\n", "a b",
    "a?b", "a#b", "․․", "é", "a".repeat(129),
  ];
  expect(good.filter((id) => !talkover.campaignId.test(id))).toEqual([]);
  expect(bad.filter((id) => talkover.campaignId.test(id))).toEqual([]);
});

test("the list: rows with what they report, a bad row set aside, paging", () => {
  const result = readList({
    success: true,
    data: [
      {
        id: "a",
        name: "A",
        status: "paused",
        campaign_type: "sales",
        agent: { label: "Agent" },
        stats: { total_calls: 10, completed_calls: 4, failed_calls: 1, success_rate: 80 },
      },
      { id: "b", name: null, status: "active" },
      { id: "c", name: "C", status: "new" },
    ],
    pagination: { current_page: 1, last_page: 2, per_page: 20, total: 23, from: 1, to: 20 },
  });
  expect(result).toEqual({
    ok: true,
    value: {
      campaigns: [
        {
          id: "a",
          name: "A",
          status: { kind: "paused", word: "paused" },
          type: reported("sales", "campaign_type"),
          agentLabel: reported("Agent", "agent.label"),
          contacts: notReported,
          firstCallsSent: notReported,
          totalCalls: reported(10, "stats.total_calls"),
          completedCalls: reported(4, "stats.completed_calls"),
        },
        {
          id: "c",
          name: "C",
          status: { kind: "unknown", word: "new" },
          type: notReported,
          agentLabel: notReported,
          contacts: notReported,
          firstCallsSent: notReported,
          totalCalls: notReported,
          completedCalls: notReported,
        },
      ],
      setAside: [{ index: 1, reason: "name: expected string" }],
      page: 1,
      lastPage: 2,
      total: 23,
    },
  });
});

test("a list of the wrong shape says where", () => {
  const pagination = { current_page: 1, last_page: 1, total: 0 };
  const problem = (body: unknown) => {
    const result = readList(body);
    return result.ok ? undefined : result.problem;
  };
  expect(problem([])).toEqual({ path: "body", expected: "object" });
  expect(problem({ success: true, data: {}, pagination })).toEqual({ path: "data", expected: "array" });
  expect(problem({ success: true, data: [] })).toEqual({ path: "pagination", expected: "object" });
  expect(problem({ success: true, data: [], pagination: { ...pagination, total: -1 } })).toEqual({
    path: "pagination.total",
    expected: "at least 0",
  });
});

test.each([
  [{ success: false, message: "Unauthorized" }, undefined, "Unauthorized"],
  [{ success: false, error: { code: "VALIDATION_ERROR", message: "Bad page", details: {} } }, "VALIDATION_ERROR", "Bad page"],
  [{ message: "Outer", error: { code: "X" } }, "X", "Outer"],
  [{ error: "text", message: 5 }, undefined, undefined],
  [{ error: null }, undefined, undefined],
  [null, undefined, undefined],
  ["<html>", undefined, undefined],
  [[], undefined, undefined],
])("the error in %j", (body, code, message) => {
  expect(talkover.readError(body)).toEqual({ code, message });
});

const campaignSample = readFileSync(new URL("./samples/talkover-campaign.json", import.meta.url), "utf8");

/** Every place in a JSON value, as a path of keys. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))];
}

function put(value: unknown, [key, ...rest]: string[], replacement: unknown): unknown {
  if (key === undefined || typeof value !== "object" || value === null) return replacement;
  const entries: [string, unknown][] = Object.entries(value);
  const changed = entries.map(([name, part]): [string, unknown] => [name, name === key ? put(part, rest, replacement) : part]);
  return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries<unknown>(changed);
}

test("no payload, however mutated, makes a reader throw or yield what is no campaign", () => {
  const sample: unknown = JSON.parse(campaignSample);
  const mutation = fc.tuple(fc.constantFrom(...placesIn(sample)), fc.oneof(fc.jsonValue(), fc.constant(undefined)));
  let readable = 0;
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
      const body = mutations.reduce<unknown>((whole, [place, part]) => put(whole, place, part), sample);
      const result = readCampaign(body);
      if (result.ok) readable += 1;
      const sound = result.ok
        ? Campaign.safeParse(result.value.campaign).success
        : result.problem.expected !== "another shape";
      expect(sound).toBe(true);
      readList(body);
      talkover.readError(body);
    }),
    { numRuns: 1000 },
  );
  expect(readable).toBeGreaterThan(100);
});
