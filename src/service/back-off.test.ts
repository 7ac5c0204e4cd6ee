import { afterEach, beforeEach, expect, test } from "vitest";
import type { Problem } from "./api.ts";
import { campaignPath, type Hosted } from "./testing/hosted.ts";
import { type Handler, json, startUpstream, type Upstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* How long a platform that fails again and again is left alone. Jitter is at its middle. */
let upstream: Upstream;
let host: Hosted;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 9, 1, 16);
  upstream = await startUpstream(json(503, {}));
  host = await startValueHost({ baseUrl: upstream.baseUrl, now: () => now });
});
afterEach(() => upstream.close());

/** The seconds until each next try, each taken as soon as it is due and not before. */
async function waits(handler: Handler, count: number): Promise<number[]> {
  upstream.answer(handler);
  const found: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const { retryAt = Number.NaN } = (await (await host.ask(`${campaignPath}/c1`)).json()) as Problem;
    found.push((retryAt - now) / 1_000);
    const asked = upstream.requests.length;
    now = retryAt - 1;
    await host.ask(`${campaignPath}/c1`);
    expect(upstream.requests).toHaveLength(asked);
    now = retryAt;
  }
  return found;
}

test("[fault: 500 and 503] twice as long each time, a minute at the most", async () => {
  expect(await waits(json(503, {}), 6)).toEqual([2.5, 5, 10, 20, 30, 30]);
});

test("[fault: 429 bare] from half a minute to five at the most", async () => {
  expect(await waits(json(429, {}), 6)).toEqual([15, 30, 60, 120, 150, 150]);
});

test("[fault: upstream 401] a minute at the least, five at the most", async () => {
  expect(await waits(json(401, {}), 5)).toEqual([60, 60, 120, 150, 150]);
});

test("[fault: upstream 403] not tried again but every five minutes", async () => {
  expect(await waits(json(403, {}), 3)).toEqual([300, 300, 300]);
});

test("[fault: upstream 404] confirmed once, then looked for every minute", async () => {
  expect(await waits(json(404, {}), 3)).toEqual([60, 60, 60]);
  expect(upstream.requests).toHaveLength(4);
});
