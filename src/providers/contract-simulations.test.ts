import { describe, expect, test } from "vitest";
import { simulations } from "./registry.ts";
import type { SimulatedRequest } from "./simulation.ts";
import { cases } from "./testing/cases.ts";

const parts = cases.map(({ id, provider }) => ({ id, provider, simulation: simulations.get(id) }));

test("every platform is played, and no two accounts share a name", () => {
  expect(parts.filter(({ simulation }) => simulation === undefined).map(({ id }) => id)).toEqual([]);
  const names = parts.flatMap(({ simulation }) => simulation?.accounts.map(({ name }) => name) ?? []);
  expect(new Set(names).size).toBe(names.length);
});

const played = parts.flatMap(({ simulation, ...rest }) => (simulation === undefined ? [] : [{ ...rest, simulation }]));

describe.each(played)("$id", ({ provider, simulation }) => {
  test("its accounts are ones that could be configured", () => {
    expect(simulation.accounts).not.toEqual([]);
    for (const { account, token } of simulation.accounts) {
      expect(token).not.toBe("");
      const unknown = Object.keys(account).filter((name) => !provider.account.some((field) => field.name === name));
      const unfit = provider.account.filter(({ name, pattern, required }) => {
        const value = account[name];
        return value === undefined ? required : !pattern.test(value);
      });
      expect([unknown, unfit.map(({ name }) => name)]).toEqual([[], []]);
    }
  });

  test("its campaigns have ids that may stand in a path, each once", () => {
    const ids = [...simulation.campaigns, simulation.bigCampaign(1000)].map(({ id }) => id);
    expect(ids.filter((id) => !provider.campaignId.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("a request about one campaign is told by its id, whichever the platform's route", () => {
    for (const { account } of simulation.accounts) {
      const { header, calls } = provider.campaign("some-campaign", account);
      const own = [...(header.kind === "one" ? [header.request] : []), ...(calls ? [calls.request(1)] : [])];
      const told = own.map((request) => {
        const { pathname, searchParams } = new URL(`http://simulator.invalid${request.path}`);
        const asked: SimulatedRequest = {
          method: request.method,
          path: pathname,
          query: Object.fromEntries(searchParams),
          header: () => undefined,
          body: request.body,
        };
        return simulation.campaignOf(asked);
      });
      expect(told).toEqual(own.map(() => "some-campaign"));
    }
  });

  test.each([400, 401, 403, 404, 422, 429, 500, 502, 503])("error %i is an error the provider can read", (status) => {
    const answer = simulation.error(status);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(provider.readError(JSON.parse(answer.text)).message).toMatch(/\w/);
  });
});
