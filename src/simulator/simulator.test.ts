import { SignJWT } from "jose";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { simulations } from "#providers/registry.ts";
import { createSimulator, type SimulatorOptions } from "./simulator.ts";
import { keys, tinyPlatform } from "./testing/tiny-platform.ts";

const Seen = z.object({ rows: z.array(z.string()), first: z.string() });

const start = Date.parse("2026-10-14T15:20:00Z");
const [north = "", south = ""] = keys;

/** A simulator of the made-up platform whose clock the test holds. */
function world(options: Partial<SimulatorOptions> = {}) {
  let now = start;
  const simulator = createSimulator({ seed: 7, now: () => now, platforms: [tinyPlatform()], ...options });
  const send = (path: string, headers: Record<string, string> = { "x-key": north }, init: RequestInit = {}): Promise<Response> =>
    simulator.fetch(new Request(`http://simulator.invalid${path}`, { headers, ...init }));
  return {
    simulator,
    send,
    /** Switches a fault on. */
    play: (fault: object) => send("/_faults", {}, { method: "POST", body: JSON.stringify(fault) }),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe("a platform's part", () => {
  test("is given the path below its own, the query, the body and the account", async () => {
    const { send } = world();
    const asked = await send("/tiny/campaign/one?page=2&page=3", { "x-key": south }, { method: "POST", body: '{"limit":5}' });
    expect(await asked.json()).toMatchObject({ method: "POST", path: "/campaign/one", query: { page: "3" }, body: { limit: 5 }, office: "south", now: start });
    const plain = await (await send("/tiny/a%2Fb%00/", undefined, { method: "POST", body: "{" })).json();
    expect(plain).toMatchObject({ path: "/a%2Fb%00/", query: {}, office: "north" });
    expect(plain).not.toHaveProperty("body");
    expect(await (await send("/tiny")).json()).toMatchObject({ path: "/" });
  });

  test("sees the rows it wrote, and numbers of contacts not called yet", async () => {
    const { rows, first } = Seen.parse(await (await world().send("/tiny/campaign/one")).json());
    expect(rows.length).toBe(2);
    expect(rows[0]).toBe(JSON.stringify(["one", first]));
  });

  test("has its big campaign where one is asked for", async () => {
    expect((await world().send("/tiny/campaign/big")).status).toBe(404);
    expect((await world({ calls: 3 }).send("/tiny/campaign/big")).status).toBe(200);
  });

  test("keeps its status, headers and empty bodies", async () => {
    const unchanged = await world().send("/tiny/", { "x-key": north, "if-none-match": '"1"' });
    expect([unchanged.status, unchanged.headers.get("etag"), await unchanged.text()]).toEqual([304, '"1"', ""]);
  });

  test("that throws answers its own 500", async () => {
    const response = await world().send("/tiny/broken");
    expect([response.status, await response.json()]).toEqual([500, { tiny: 500 }]);
  });

  test("is not asked below other paths", async () => {
    const { send } = world();
    expect((await send("/other/campaign/one")).status).toBe(404);
    expect((await send("/tinycampaign/one")).status).toBe(404);
    expect((await send("/")).status).toBe(404);
  });
});

describe("credentials", () => {
  test.each([{}, { "x-key": "wrong" }])("401 for %o", async (headers) => {
    const response = await world().send("/tiny/", headers);
    expect([response.status, await response.json()]).toEqual([401, { tiny: 401 }]);
  });

  const signed = async (secret: string, claims: object, issuedAt = start): Promise<number> => {
    const jwt = new SignJWT({ ...claims }).setProtectedHeader({ alg: "HS256" }).setExpirationTime(new Date(issuedAt + 60_000));
    const token = await jwt.sign(new TextEncoder().encode(secret));
    return (await world({ platforms: [tinyPlatform(true)] }).send("/tiny/", { "x-key": token })).status;
  };

  test("a token is its account's when that account's secret signed its claims, and it has not expired", async () => {
    expect(await signed(north, { office: "north" })).toBe(200);
    expect(await signed(south, { office: "south", iat: 5 })).toBe(200);
    expect(await signed(south, { office: "north" })).toBe(401);
    expect(await signed(`${north}!`, { office: "north" })).toBe(401);
    expect(await signed(north, {})).toBe(401);
    expect(await signed(north, { office: "north" }, start - 3_600_000)).toBe(401);
  });

  test("a token that is none is nobody's", async () => {
    const { send } = world({ platforms: [tinyPlatform(true)] });
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"office":"north"}')}.`.replaceAll("=", "");
    for (const token of ["", "a.b.c", unsigned]) expect((await send("/tiny/", { "x-key": token })).status).toBe(401);
  });
});

describe("the rate limit", () => {
  test("holds for each account by itself, with the wait, until the minute is over", async () => {
    const { send, pass } = world();
    for (let index = 0; index < 3; index += 1) expect((await send("/tiny/")).status).toBe(200);
    pass(18_500);
    const refused = await send("/tiny/");
    expect([refused.status, refused.headers.get("retry-after"), await refused.json()]).toEqual([429, "42", { tiny: 429 }]);
    expect((await send("/tiny/", { "x-key": south })).status).toBe(200);
    pass(41_500);
    expect((await send("/tiny/")).status).toBe(200);
  });

  test("is another where it is given", async () => {
    const { send } = world({ requestsPerMinute: 1 });
    expect([(await send("/tiny/")).status, (await send("/tiny/")).status]).toEqual([200, 429]);
  });
});

describe("faults", () => {
  test("of the answer are played in the platform's own words", async () => {
    const { send, play } = world({ controls: true });
    await play({ fault: "status", status: 503, times: 1 });
    const response = await send("/tiny/");
    expect([response.status, response.headers.get("retry-after"), await response.json()]).toEqual([503, "7", { tiny: 503 }]);
    expect((await send("/tiny/")).status).toBe(200);
  });

  test("spare no asker who has the answer already, and no other platform", async () => {
    const { send, play } = world({ controls: true });
    await play({ fault: "truncate", provider: "tiny", times: 1 });
    await play({ fault: "status", provider: "another" });
    const response = await send("/tiny/", { "x-key": north, "if-none-match": '"1"' });
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test("of data that a platform does not play leave it as it is; old-answer shows any platform's past", async () => {
    const { send, play } = world({ controls: true, requestsPerMinute: 100 });
    const before: unknown = await (await send("/tiny/campaign/one")).json();
    await play({ fault: "bad-rows", campaign: "one", times: 1 });
    expect(await (await send("/tiny/campaign/one")).json()).toEqual(before);
    await play({ fault: "old-answer", milliseconds: 1_000, times: 1 });
    expect(await (await send("/tiny/campaign/one")).json()).toMatchObject({ now: start - 1_000 });
  });
});

describe("connections", () => {
  test("are every account of every platform, each by the address that answers it", async () => {
    const { simulator } = world();
    expect(simulator.connections.map(({ name, label, providerId, account }) => ({ name, label, providerId, account }))).toEqual([
      { name: "north", label: "Tiny north", providerId: "tiny", account: { office: "north" } },
      { name: "south", label: "Tiny south", providerId: "tiny", account: { office: "south" } },
    ]);
    for (const { baseUrl, token, account } of simulator.connections) {
      const response = await simulator.fetch(new Request(`${baseUrl}/campaign/one`, { headers: { "x-key": token } }));
      expect(await response.json()).toMatchObject({ path: "/campaign/one", ...account });
    }
  });

  test("of the registry have names and labels of their own; Talkover's is the demo", () => {
    const { connections, platforms } = createSimulator({ seed: 7, now: () => start });
    expect(connections[0]).toMatchObject({ name: "demo", label: "Talkover demo", providerId: "talkover", baseUrl: "http://simulator.invalid/talkover" });
    for (const key of ["name", "label"] as const) expect(new Set(connections.map((connection) => connection[key])).size).toBe(connections.length);
    expect(platforms.map(({ providerId }) => providerId)).toEqual([...simulations.keys()]);
    expect(platforms.filter(({ campaigns }) => campaigns.length < 2)).toEqual([]);
  });
});

test("other origins are refused unless the simulator was told otherwise", async () => {
  const headers = { origin: "http://page.example", "access-control-request-method": "POST", "access-control-request-headers": "x-key" };
  const ask = (crossOrigin: boolean): Promise<Response> => world({ crossOrigin }).send("/tiny/", headers, { method: "OPTIONS" });
  expect((await ask(false)).headers.get("access-control-allow-origin")).toBeNull();
  const allowed = (await ask(true)).headers;
  expect([allowed.get("access-control-allow-origin"), allowed.get("access-control-allow-headers")]).toEqual(["*", "x-key"]);
});
