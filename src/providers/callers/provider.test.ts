import { expect, test } from "vitest";
import type { CampaignListFilter } from "../provider.ts";
import { callers } from "./provider.ts";

const organization = "65f1c0ffee65f1c0ffee65f1";
const everything: CampaignListFilter = { page: 1, search: undefined };

function readList(body: unknown, filter: Partial<CampaignListFilter> = {}) {
  const [list] = callers.lists({ organizationId: organization });
  const result = list?.read(body, { ...everything, ...filter });
  if (!result?.ok) throw new Error(result === undefined ? "no list" : `${result.problem.path}: ${result.problem.expected}`);
  return result.value;
}

const item = (id: string, name: string, more = {}) => ({ id, name, active: true, emailParams: { subject: "Hello" }, ...more });

test("requests: the key as it is, the sub-organization beside it, the organization in the list's query", () => {
  expect(callers.auth).toEqual({ kind: "header", name: "authorization" });
  expect(callers.headers({})).toEqual({});
  expect(callers.headers({ organizationId: "o", subOrganizationId: "s" })).toEqual({ "x-sub-organization-id": "s" });
  expect(callers.campaign("65f1", {}).header).toMatchObject({ request: { method: "GET", path: "/campaigns/65f1" } });
  expect(callers.lists({ organizationId: organization }).map((list) => list.request(everything))).toEqual([
    { method: "GET", path: `/campaigns?organizationId=${organization}` },
  ]);
});

test("without an organization there is no list", () => {
  expect(callers.lists({})).toEqual([]);
  expect(callers.lists({ subOrganizationId: "s" })).toEqual([]);
});

test("the list: a bare array, with the status each item gives evidence of", () => {
  const { campaigns, ...rest } = readList([
    item("a", "A"),
    item("b", "B", { active: false }),
    item("c", "C", { completedAt: "2024-01-01T00:00:00Z" }),
    { name: "without an id" },
    null,
  ]);
  expect(campaigns.map(({ id, name, status }) => [id, name, status.kind])).toEqual([
    ["a", "A", "active"],
    ["b", "B", "inactive"],
    ["c", "C", "completed"],
  ]);
  expect(rest).toEqual({
    setAside: [{ index: 3, reason: "id: expected string" }, { index: 4, reason: "body: expected object" }],
    page: 1,
    lastPage: 1,
    total: 5,
  });
});

test("pages of 20 are cut from the whole", () => {
  const all = Array.from({ length: 45 }, (_, index) => item(`c${index}`, `Campaign ${index}`));
  const page = (number: number) => readList(all, { page: number });
  expect(page(1).campaigns.map(({ id }) => id)).toEqual(all.slice(0, 20).map(({ id }) => id));
  expect(page(3)).toMatchObject({ page: 3, lastPage: 3, total: 45 });
  expect(page(3).campaigns.map(({ id }) => id)).toEqual(["c40", "c41", "c42", "c43", "c44"]);
  expect(page(4).campaigns).toEqual([]);
  expect(readList([])).toEqual({ campaigns: [], setAside: [], page: 1, lastPage: 1, total: 0 });
});

test("a search finds names and ids in any case, through all pages", () => {
  const all = [...Array.from({ length: 30 }, (_, index) => item(`c${index}`, "Other")), item("ABC", "Spring"), { id: 7 }, item("x", "abc (2)")];
  expect(readList(all, { search: " abc " })).toMatchObject({ total: 2, lastPage: 1, setAside: [], campaigns: [{ id: "ABC" }, { id: "x" }] });
  expect(readList(all, { search: "nothing" })).toMatchObject({ total: 0, lastPage: 1, campaigns: [] });
  expect(readList(all, { search: "  " }).total).toBe(33);
});

test("a body of the wrong shape says where", () => {
  const [list] = callers.lists({ organizationId: organization });
  expect(list?.read({ data: [] }, everything)).toEqual({ ok: false, problem: { path: "body", expected: "array" } });
  const { header } = callers.campaign("c", {});
  expect(header.read([])).toEqual({ ok: false, problem: { path: "body", expected: "object" } });
  expect(header.read({ id: "c", name: null })).toEqual({ ok: false, problem: { path: "name", expected: "string" } });
  expect(header.read({ status: "error", message: "No", data: [] })).toEqual({ ok: false, problem: { path: "id", expected: "string" } });
});

test.each([
  [{ status: "error", message: "Invalid campaign id", data: [] }, "Invalid campaign id"],
  [{ message: "Forbidden" }, "Forbidden"],
  [{ status: "error", message: ["a"], data: [] }, undefined],
  [[], undefined],
  ["<html>", undefined],
  [null, undefined],
])("the error in %j", (body, message) => {
  expect(callers.readError(body)).toEqual({ code: undefined, message });
});
