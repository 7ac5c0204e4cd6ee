import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Campaign } from "#campaign/campaign.ts";
import { Outcome } from "#campaign/outcome.ts";
import { notReported } from "#campaign/reported.ts";
import { kore } from "./provider.ts";

const account = { clientId: "cs-1", streamId: "st-2f3", accountId: "64ab" };
const base = "/campaign/api/v2/public/st-2f3/campaign";

function parts(id: string) {
  const { header, calls } = kore.campaign(id, account);
  const [list] = kore.lists(account);
  if (header.kind !== "one" || calls === undefined || list === undefined) throw new Error("Kore.ai has all three");
  return { header, calls, list };
}

test("requests: the campaign, a page of its contacts, a page of the list", () => {
  const { header, calls, list } = parts("cd-1");
  expect(header.request).toEqual({ method: "GET", path: `${base}/cd-1?accountId=64ab` });
  expect(calls.request(3)).toEqual({
    method: "POST",
    path: `${base}/cd-1/status?view=contacts&accountId=64ab`,
    body: { page: 3, limit: 100 },
  });
  expect(list.request({ page: 2, search: "spring" })).toMatchObject({
    method: "POST",
    path: `${base}/getAllCampaignDetails?accountId=64ab`,
    body: { type: "voice", limit: 20, page: 2 },
  });
});

test("what stands in a path is always a name", () => {
  const odd = { streamId: "st-1/..?", accountId: "a&b=#" };
  const { header } = kore.campaign("../x?", { ...account, ...odd });
  expect(header.kind === "one" && header.request.path).toBe("/campaign/api/v2/public/st-1%2F..%3F/campaign/..%2Fx%3F?accountId=a%26b%3D%23");
  expect(["cd-9e14b72-88cc-4544-9a98-7aee9b7xxxxx", "7", "a".repeat(128)].every((id) => kore.campaignId.test(id))).toBe(true);
  const bad = ["", ".", "..", "a/b", "a%2fb", "a b", "a?b", "a\n", "é", "a".repeat(129)];
  expect(bad.filter((id) => kore.campaignId.test(id))).toEqual([]);
});

test("the credential signs subject and client id; app and account go in headers", () => {
  if (kore.auth.kind !== "hs256-jwt") throw new Error("Kore.ai wants a signed token");
  expect(kore.auth.name).toBe("auth");
  expect(kore.auth.claims(account)).toEqual({ sub: "callboard", appId: "cs-1" });
  expect(kore.auth.claims({ ...account, subject: "ops@example.com" })).toEqual({ sub: "ops@example.com", appId: "cs-1" });
  expect(kore.headers(account)).toEqual({ iid: "st-2f3", accountId: "64ab" });
});

test.each([
  ["clientId", ["cs-1f0e", "a"], ["", "a b", "a\nb"]],
  ["streamId", ["st-0c4d-11"], ["", "st-", "cs-1", "st-a/b", "st-a\r\nX: y"]],
  ["accountId", ["64ab12"], ["", "64 ab", "é"]],
  ["subject", ["ops@example.com", "callboard"], ["", "two words", "a\nb"]],
])("the account's %s is checked", (name, good, bad) => {
  const field = kore.account.find((candidate) => candidate.name === name);
  expect(good.filter((text) => field?.pattern.test(text))).toEqual(good);
  expect(bad.filter((text) => field?.pattern.test(text))).toEqual([]);
  expect(field?.required).toBe(name !== "subject");
});

const row = (fields: Record<string, unknown>) => ({ name: "Spring", status: "Paused", ...fields });
const listBody = { status: "success", data: { results: [] as unknown[], skip: 20, limit: 20, hasMore: true, totalPages: 3, totalResults: 45 } };

function readList(results: unknown[], search?: string) {
  return parts("c").list.read({ ...listBody, data: { ...listBody.data, results } }, { page: 2, search });
}

test("the list: rows by either name of the id, a bad row set aside, paging", () => {
  expect(readList([row({ _id: "cd-1" }), row({}), row({ id: "cd-2", _id: null, status: "Rerun" })])).toEqual({
    ok: true,
    value: {
      campaigns: [["cd-1", "paused", "Paused"], ["cd-2", "unknown", "Rerun"]].map(([id, kind, word]) => ({
        id,
        name: "Spring",
        status: { kind, word },
        type: notReported,
        agentLabel: notReported,
        totalCalls: notReported,
        completedCalls: notReported,
        contacts: notReported,
        firstCallsSent: notReported,
      })),
      setAside: [{ index: 1, reason: "id: expected string" }],
      page: 2,
      lastPage: 3,
      total: 45,
    },
  });
});

test.each([
  ["spr", ["cd-1"]],
  [" CD-2 ", ["cd-2"]],
  ["  ", ["cd-1", "cd-2"]],
  ["winter", []],
])("a search for %j looks through the page", (search, ids) => {
  const result = readList([row({ _id: "cd-1" }), row({ _id: "cd-2", name: "Autumn" })], search);
  expect(result.ok && result.value.campaigns.map(({ id }) => id)).toEqual(ids);
});

test("a list of the wrong shape says where", () => {
  const problem = (body: unknown) => {
    const result = parts("c").list.read(body, { page: 1, search: undefined });
    return result.ok ? undefined : result.problem;
  };
  expect(problem({ ...listBody, status: "error" })).toEqual({ path: "status", expected: "success" });
  expect(problem({ ...listBody, data: [] })).toEqual({ path: "data", expected: "object" });
  expect(problem({ status: "success", data: { results: [], totalPages: 1 } })).toEqual({ path: "data.totalResults", expected: "number" });
});

test.each([
  [{ status: "error", message: "Unauthorized" }, undefined, "Unauthorized"],
  [{ status: "failure", message: "Campaign not found" }, undefined, "Campaign not found"],
  [{ errors: [{ msg: "Invalid token", code: 4001 }] }, "4001", "Invalid token"],
  [{ errors: [{ message: "No such app", code: "E_APP" }, { msg: "other" }] }, "E_APP", "No such app"],
  [{ message: "Outer", errors: [{ msg: "Inner", code: 40 }] }, "40", "Outer"],
  [{ message: 5, errors: [] }, undefined, undefined],
  [{ errors: "none" }, undefined, undefined],
  [null, undefined, undefined],
  ["<html>", undefined, undefined],
  [[], undefined, undefined],
])("the error in %j", (body, code, message) => {
  expect(kore.readError(body)).toEqual({ code, message });
});

/** A JSON value with one of its leaves or branches replaced. */
function mutations(sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample !== "object" || sample === null) return fc.jsonValue();
  const put = (key: string, value: unknown): unknown =>
    Array.isArray(sample) ? sample.map((part: unknown, index) => (String(index) === key ? value : part)) : { ...sample, [key]: value };
  const within = Object.entries(sample).map(([key, part]) => mutations(part).map((value) => put(key, value)));
  return fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 20, arbitrary: fc.oneof(fc.constant(sample), ...within) });
}

test.each(["kore-campaign", "kore-contacts"])("no mutation of %s makes a reader throw or yield what is none", (name) => {
  const sample: unknown = JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), "utf8"));
  const { header, calls: contacts, list } = parts("c");
  let readable = 0;
  fc.assert(
    fc.property(mutations(sample), (body) => {
      const campaign = header.read(body);
      const page = contacts.read(body);
      if (campaign.ok || page.ok) readable += 1;
      const calls = page.ok ? page.value.calls : [];
      expect([campaign, page].every((result) => result.ok || result.problem.expected !== "another shape")).toBe(true);
      expect(campaign.ok ? Campaign.safeParse(campaign.value.campaign).success : true).toBe(true);
      expect(calls.every(({ id, outcome }) => id !== "" && Outcome.safeParse(outcome).success)).toBe(true);
      list.read(body, { page: 1, search: "x" });
      kore.readError(body);
    }),
    { numRuns: 1000 },
  );
  expect(readable).toBeGreaterThan(100);
});
