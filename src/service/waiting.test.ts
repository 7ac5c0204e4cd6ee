import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clockHeaders, refreshHeader } from "./api.ts";
import { campaignBody, someCalls } from "./testing/campaign-body.ts";
import { campaignPath, type Hosted } from "./testing/hosted.ts";
import { type Handler, json, startUpstream, type Upstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* Who waits while a campaign is being read, and who does not. */
let upstream: Upstream;
let host: Hosted;
let now: number;
/** Lets the platform answer what it was asked. */
let release: () => void;

const body = (calls: number) => json(200, campaignBody(someCalls(calls)));
const poll = (init?: RequestInit) => host.ask(`${campaignPath}/c1`, init);
const held = (calls: number): Handler => (...asked) => {
  release = () => body(calls)(...asked);
};

/** A first reading that took three seconds, and a second one that began `later` and is still on its way. */
async function beginReading(later: number): Promise<{ etag: string | null; first: Promise<Response> }> {
  upstream.answer((...asked) => {
    now += 3_000;
    body(20)(...asked);
  });
  const etag = (await poll()).headers.get("etag");
  now += later;
  upstream.answer(held(21));
  const first = poll();
  await vi.waitFor(() => expect(upstream.requests).toHaveLength(2));
  return { etag, first };
}

beforeEach(async () => {
  now = Date.UTC(2026, 9, 1, 16);
  upstream = await startUpstream(body(20));
  host = await startValueHost({ baseUrl: upstream.baseUrl, now: () => now });
});
afterEach(() => upstream.close());

test("a reading that another began is not waited for; its end is told", async () => {
  const { etag, first } = await beginReading(5_000);
  now += 1_000;
  const other = await poll();
  expect(other.headers.get("etag")).toBe(etag);
  expect(other.headers.get(clockHeaders.nextPoll)).toBe("2000");
  // It takes longer than the last one did.
  now += 5_000;
  expect((await poll()).headers.get(clockHeaders.nextPoll)).toBe("500");
  release();
  expect((await first).headers.get("etag")).not.toBe(etag);
  expect(upstream.requests).toHaveLength(2);
});

test("the calls of a campaign that is being read are answered at once too", async () => {
  const { first } = await beginReading(5_000);
  expect(await (await host.ask(`${campaignPath}/c1/calls`)).json()).toMatchObject({ total: 20 });
  release();
  await first;
  expect(await (await host.ask(`${campaignPath}/c1/calls`)).json()).toMatchObject({ total: 21 });
});

test.each([
  ["asks for fresh data", 5_000, { headers: { [refreshHeader]: "now" } }],
  ["would be shown what is long out of date", 60_000, {}],
])("who %s waits for a reading that another began", async (_, later, init) => {
  const { etag, first } = await beginReading(later);
  const other = poll(init);
  release();
  const tags = [(await first).headers.get("etag"), (await other).headers.get("etag")];
  expect(tags[0]).toBe(tags[1]);
  expect(tags).not.toContain(etag);
});
