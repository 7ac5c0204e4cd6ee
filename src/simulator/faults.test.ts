import { describe, expect, test } from "vitest";
import { readCampaign } from "#providers/talkover/testing/read.ts";
import { faults } from "./fault.ts";
import { createSimulator } from "./simulator.ts";

const start = Date.parse("2026-10-14T15:20:00Z");
const campaign = "/talkover/api/v1/campaigns/renewal-reminders";
const authorization = "Bearer talq_demo";

function world(controls = true) {
  const simulator = createSimulator({ seed: 7, now: () => start, controls });
  const send = (path: string, init: RequestInit = {}): Promise<Response> =>
    simulator.fetch(new Request(`http://simulator.invalid${path}`, { headers: { authorization }, ...init }));
  const post = (path: string, body: unknown): Promise<Response> => send(path, { method: "POST", body: JSON.stringify(body) });
  const read = async () => {
    const result = readCampaign(await (await send(campaign)).json());
    return result.ok ? result.value : undefined;
  };
  return { send, post, read, get: () => send(campaign) };
}

/** A world with one fault switched on. */
async function faulty(fault: (typeof faults)[number], more: object = {}) {
  const made = world();
  expect((await made.post("/_faults", { fault, ...more })).status).toBe(201);
  return made;
}

describe("controls", () => {
  test("are not there unless asked for", async () => {
    const { post, send, get } = world(false);
    expect((await post("/_faults", { fault: "status" })).status).toBe(404);
    expect((await post("/_clock", { advanceMilliseconds: 1 })).status).toBe(404);
    expect((await send("/_faults", { method: "DELETE" })).status).toBe(404);
    expect((await get()).status).toBe(200);
  });

  test.each([{ fault: "no-such-fault" }, { fault: "status", stauts: 500 }, { fault: "status", times: 0 }, "text"])("refuse %o", async (body) => {
    const response = await world().post("/_faults", body);
    expect(response.status).toBe(400);
    expect(await response.text()).toMatch(/^\{"problems":\["✖ .+"\]\}$/);
  });

  test("a fault holds for its campaign, as many times as it says, until all are cleared", async () => {
    const { post, send, get } = world();
    await post("/_faults", { fault: "status", campaign: "renewal-reminders", times: 2 });
    expect((await send("/talkover/api/v1/campaigns/paused")).status).toBe(200);
    expect((await send("/talkover/api/v1/campaigns")).status).toBe(200);
    expect([(await get()).status, (await get()).status, (await get()).status]).toEqual([500, 500, 200]);
    await post("/_faults", { fault: "html-502" });
    expect((await send("/talkover/api/v1/campaigns")).status).toBe(502);
    expect((await send("/_faults", { method: "DELETE" })).status).toBe(204);
    expect((await get()).status).toBe(200);
  });

  test("the clock moves the world", async () => {
    const { post, read } = world();
    const before = (await read())?.calls?.length ?? 0;
    const moved = await post("/_clock", { advanceMilliseconds: 3_600_000 });
    expect(await moved.json()).toEqual({ now: start + 3_600_000 });
    expect((await read())?.calls?.length).toBeGreaterThan(before + 50);
  });
});

describe("answers", () => {
  test.each([
    [401, { success: false, message: "Unauthorized" }],
    [404, { success: false, message: "Campaign not found" }],
    [500, { success: false, message: "Internal server error." }],
    [503, { success: false, message: "Error 503" }],
  ])("status %i", async (status, body) => {
    const response = await (await faulty("status", { status })).get();
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual(body);
  });

  test.each(["0", "120", "Wed, 14 Oct 2026 15:21:00 GMT", "soon", "1000000000", undefined])("a 429 with Retry-After %s", async (retryAfter) => {
    const response = await (await faulty("status", { status: 429, retryAfter })).get();
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe(retryAfter ?? null);
  });

  test("html-502, redirect", async () => {
    const page = await (await faulty("html-502")).get();
    expect([page.status, page.headers.get("content-type")]).toEqual([502, "text/html"]);
    const moved = await (await faulty("redirect")).get();
    expect([moved.status, moved.headers.get("location")]).toEqual([302, "/elsewhere"]);
  });

  test("slow and stalled answers take their time, and end when the request is given up", async () => {
    const slow = await (await faulty("slow", { milliseconds: 30 })).get();
    expect(slow.status).toBe(200);
    const late = await (await faulty("stall-headers", { milliseconds: 30 })).get();
    expect(late.status).toBe(504);
    for (const fault of ["slow", "stall-headers"] as const) {
      const { send } = await faulty(fault, { milliseconds: 3_600_000 });
      await expect(send(campaign, { signal: AbortSignal.timeout(20) })).rejects.toMatchObject({ name: "TimeoutError" });
    }
  });

  test("stall-body sends half, then nothing, then breaks off", async () => {
    const whole = await (await world().get()).text();
    const response = await (await faulty("stall-body", { milliseconds: 30 })).get();
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.length).toBe(Math.floor(whole.length / 2));
    await expect(reader?.read()).rejects.toThrow("broke off");
  });

  test.each(["truncate", "not-json"] as const)("%s cannot be parsed", async (fault) => {
    const response = await (await faulty(fault)).get();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test.each([
    ["socket-destroy", "destroy"],
    ["socket-half-close", "half-close"],
    ["socket-broken-gzip", "broken-gzip"],
  ] as const)("%s asks the listener for it", async (fault, word) => {
    const response = await (await faulty(fault)).get();
    expect(response.headers.get("simulator-socket")).toBe(word);
    expect(await response.json()).toMatchObject({ success: true });
  });
});

describe("bodies", () => {
  test("wrong-shape is refused by the provider", async () => {
    expect(await (await faulty("wrong-shape")).read()).toBeUndefined();
  });

  test("large-body is larger", async () => {
    const response = await (await faulty("large-body", { count: 3_000_000 })).get();
    expect((await response.text()).length).toBeGreaterThan(3_000_000);
  });

  test("drop-calls, duplicate-calls and old-answer", async () => {
    const calls = (await world().read())?.calls ?? [];
    const fewer = await (await faulty("drop-calls", { count: 3 })).read();
    expect(fewer?.calls).toEqual(calls.slice(0, -3));
    const more = await (await faulty("duplicate-calls", { count: 3 })).read();
    expect(more?.calls?.slice(0, -3)).toEqual(calls);
    expect(more?.calls?.slice(-3).map(({ id }) => id)).toEqual(calls.slice(-3).map(({ id }) => id));
    expect(more?.calls?.slice(-3)).not.toEqual(calls.slice(-3));
    const old = await (await faulty("old-answer", { milliseconds: 3_600_000, times: 1 })).read();
    expect(old?.calls?.length).toBeLessThan(calls.length - 50);
  });

  test("bad-rows are set aside one by one", async () => {
    const calls = (await world().read())?.calls;
    const reading = await (await faulty("bad-rows", { count: 7 })).read();
    expect(reading?.setAside.calls.length).toBe(7);
    expect(reading?.setAside.files.length).toBe(1);
    expect(reading?.calls).toEqual(calls);
  });

  test("odd-fields are accepted, and reach no prototype", async () => {
    const { get, read } = await faulty("odd-fields");
    expect(await (await get()).text()).toContain('"__proto__"');
    expect((await read())?.calls).toEqual((await world().read())?.calls);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("stats-ahead counts calls that are not listed", async () => {
    const reading = await (await faulty("stats-ahead", { count: 2 })).read();
    expect(reading?.campaign.statistics.totalCalls).toMatchObject({ value: (reading?.calls?.length ?? 0) + 2 });
  });
});
