import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Account, Provider, ProviderRequest } from "./provider.ts";
import { anyText } from "./testing/any-text.ts";
import { cases } from "./testing/cases.ts";

const pages = fc.integer({ min: 1, max: 1_000_000 });

/** A text that only holds what may stand in a header's value. */
const inHeader = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

function accountsOf({ account }: Provider): fc.Arbitrary<Account> {
  const fields = account.map(({ name, pattern }) => [name, fc.stringMatching(pattern)] as const);
  const required = account.filter((field) => field.required).map(({ name }) => name);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required }).map((fitting) => ({ ...fitting }));
}

function requestsOf(provider: Provider, id: string, account: Account, page: number, search: string | undefined): ProviderRequest[] {
  const { header, calls } = provider.campaign(id, account);
  return [
    header.kind === "one" ? header.request : header.request(page),
    ...(calls ? [calls.request(page)] : []),
    ...provider.lists(account).map((list) => list.request({ page, search })),
  ];
}

/** The path part of a request, as a URL parser takes it when it stands below a base. */
function parsedPath({ path }: ProviderRequest): { whole: string; parsed: string } {
  const url = new URL(`http://platform.invalid/base${path}`);
  return { whole: `/base${path}`, parsed: `${url.pathname}${url.search}` };
}

describe.each(cases)("$id", ({ provider, contract }) => {
  test("a campaign id that could be more than a name in a path is refused", () => {
    const bad = [
      "", ".", "..", "../a", "..%2fa", "a/b", "//host", "a\\b", "a%00", "%61", "a:id", "@host", "a\r\nX: y", "a\n", "\na", "a b",
      "a?b", "a#b", "a&b", "․․", "é", "\uD83D", "a".repeat(129),
    ];
    expect(bad.filter((id) => provider.campaignId.test(id))).toEqual([]);
    fc.assert(
      fc.property(anyText, (id) => !provider.campaignId.test(id) || (encodeURIComponent(id) === id && !/^\.*$/.test(id))),
    );
  });

  test("whatever is asked, a path stays a path: no //, no .., nothing that a URL parser would change", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.stringMatching(provider.campaignId), fc.constantFrom(...contract.campaigns.map(({ id }) => id))),
        accountsOf(provider),
        pages,
        fc.option(anyText, { nil: undefined }),
        (id, account, page, search) => {
          for (const request of requestsOf(provider, id, account, page, search)) {
            const { whole, parsed } = parsedPath(request);
            expect(request.path).toMatch(/^\/[\x21-\x7e]+$/);
            expect(request.path.split("?")[0]).not.toMatch(/\/\/|\.\.|\/$/);
            expect(parsed).toBe(whole);
            expect(JSON.parse(JSON.stringify(request.body ?? {}))).toEqual(request.body ?? {});
          }
        },
      ),
    );
  });

  test("account, headers and claims hold nothing a header could not", () => {
    fc.assert(
      fc.property(accountsOf(provider), (account) => {
        const headers = Object.entries(provider.headers(account));
        expect(headers.filter(([name, value]) => !/^[A-Za-z][A-Za-z-]*$/.test(name) || !inHeader.test(value))).toEqual([]);
        const claims = provider.auth.kind === "hs256-jwt" ? Object.values(provider.auth.claims(account)) : [];
        expect(claims.filter((claim) => claim === "")).toEqual([]);
      }),
    );
  });

  test.each(provider.account)("account field $name: its sentence, its label, its pattern", ({ name, label, must, pattern }) => {
    expect(name).toMatch(/^[a-z][A-Za-z0-9]*$/);
    expect(label).toMatch(/^[A-Z].*[^.:]$/);
    // "organizationId must be …": the rest of one sentence, whose full stop is not its own.
    expect(`${name} ${must}`).toMatch(/^\w+ must [a-z][^\n]*[^\s.!?]$/);
    expect(`${contract.account[name]}`).toMatch(pattern);
    expect(["", " ", "a\n", "a\r\nb", "\0", "é", "\uD83D"].filter((value) => pattern.test(value))).toEqual([]);
    fc.assert(fc.property(anyText, (value) => !pattern.test(value) || inHeader.test(value)));
  });

  test("field names, and patterns that remember nothing from one test to the next", () => {
    const { account, campaignId } = provider;
    expect(new Set(account.map(({ name }) => name)).size).toBe(account.length);
    expect(Object.keys(contract.account).sort()).toEqual(account.map(({ name }) => name).sort());
    expect([campaignId, ...account.map(({ pattern }) => pattern)].filter(({ flags }) => /[gy]/.test(flags))).toEqual([]);
  });

  test("an address, a limit, and words for what it is", () => {
    const { defaultBaseUrl, requestsPerMinute, name, credential } = provider;
    expect(defaultBaseUrl ?? "https://any.invalid").toMatch(/^https:\/\/[^/]+(?:\/[^/]+)*$/);
    expect(requestsPerMinute).toBeGreaterThan(0);
    expect([name, credential].filter((word) => word.trim() !== word || word === "")).toEqual([]);
  });

  test.each(contract.campaigns)("what is said of $id can be named, sorted and linked to", ({ id }) => {
    const { reports, dimensions, calls, header } = provider.campaign(id, contract.account);
    const ids = dimensions.map((dimension) => dimension.id);
    expect(ids.filter((dimension) => !/^[a-z]+(?:_[a-z]+)*$/.test(dimension))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(dimensions.filter(({ title, source }) => !/^[A-Z]/.test(title) || source === "")).toEqual([]);
    // Without calls there is nothing to say of them; with pages of them there is.
    const ofCalls = [reports.callTimes, reports.callIds, reports.numbers, reports.durations, reports.recordings, reports.retries, reports.inProgress];
    expect(reports.calls || (calls === undefined && !ofCalls.includes(true) && ids.length === 0)).toBe(true);
    expect(calls?.order === "newest_first" && !reports.callTimes).toBe(false);
    expect(header.kind === "listed" && header.request(2).path === header.request(1).path && header.request(2).body === undefined).toBe(false);
  });
});
