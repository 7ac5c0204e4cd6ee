import { environmentManager, focusManager, QueryObserver } from "@tanstack/react-query";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clockHeaders, refreshHeader } from "#service/api.ts";
import { callsQuery } from "./calls-queries.ts";
import { campaignQuery, refreshNow } from "./queries.ts";
import { queryClient } from "./query-client.ts";
import { sampleQuery } from "#service/engine/calls/testing/sample-calls.ts";

const firstWindow = sampleQuery();

// Tests have no `window`, which stands for a server here: then nothing would be polled.
environmentManager.setIsServer(() => false);

/** What was asked of the service, in order. */
let asked: string[] = [];
let version = 1;
const stops: (() => void)[] = [];

beforeEach(() => {
  asked = [];
  version = 1;
  const clock = { [clockHeaders.now]: "1000", [clockHeaders.readAt]: "1000", [clockHeaders.nextPoll]: "500", [clockHeaders.interval]: "5000" };
  const app = new Hono().basePath("/api/v1/connections/acme/campaigns/one");
  app.get("/", (c) => {
    asked.push(c.req.header(refreshHeader) === "now" ? "campaign now" : "campaign");
    const etag = `"${version}"`;
    if (c.req.header("if-none-match") === etag) return c.body(null, 304, { ...clock, etag });
    return c.json({ progress: version, upstream: { state: "ok" } }, 200, { ...clock, etag });
  });
  app.get("/calls", (c) => {
    asked.push("calls");
    return c.json({ asOf: "a", total: version });
  });
  vi.stubGlobal("document", { querySelector: () => ({ getAttribute: () => "node" }) });
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => app.request(path, { method: init.method ?? "GET", headers: new Headers(init.headers) }));
});

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  queryClient.clear();
  focusManager.setFocused(undefined);
  vi.unstubAllGlobals();
});

function look() {
  const campaign = new QueryObserver(queryClient, campaignQuery("acme", "one"));
  const calls = new QueryObserver(queryClient, callsQuery("acme", "one", firstWindow));
  stops.push(
    campaign.subscribe(() => {}),
    calls.subscribe(() => {}),
  );
  return { campaign, calls };
}

const count = (what: string) => asked.filter((each) => each === what).length;

test("the campaign is polled as its answers say, and calls are asked for again only when its data changed", async () => {
  const { campaign, calls } = look();
  await vi.waitFor(() => expect(count("campaign")).toBe(3), { timeout: 3_000 });
  expect(count("calls")).toBe(1);
  const before = campaign.getCurrentResult().data;
  version = 2;
  await vi.waitFor(() => expect(calls.getCurrentResult().data?.total).toBe(2), { timeout: 3_000 });
  expect(count("calls")).toBe(2);
  expect(campaign.getCurrentResult().data).not.toBe(before);
});

test("reading now asks at once and says that it wants fresh data", async () => {
  const { campaign } = look();
  await vi.waitFor(() => expect(campaign.getCurrentResult().isSuccess).toBe(true));
  asked = [];
  refreshNow("acme", "one");
  await vi.waitFor(() => expect(asked).toEqual(["campaign now"]), { timeout: 400 });
});

test("a panel that mounts between two polls does not ask again", async () => {
  const { campaign } = look();
  await vi.waitFor(() => expect(campaign.getCurrentResult().isSuccess).toBe(true));
  asked = [];
  look();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toEqual([]);
});

test("[fault: hidden tab] a hidden tab asks nothing, and asks at once when it is shown", async () => {
  const { campaign } = look();
  await vi.waitFor(() => expect(campaign.getCurrentResult().isSuccess).toBe(true));
  queryClient.mount();
  stops.push(() => queryClient.unmount());
  focusManager.setFocused(false);
  asked = [];
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(asked).toEqual([]);
  focusManager.setFocused(true);
  await vi.waitFor(() => expect(asked).toEqual(["campaign"]), { timeout: 400 });
});
