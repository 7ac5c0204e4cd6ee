import { expect, test, vi } from "vitest";
import { EngineThread } from "./thread-port.ts";
import { whole } from "#service/access/projection.ts";
import { sampleQuery } from "#service/engine/calls/testing/sample-calls.ts";

const configuration = {
  host: "127.0.0.1",
  port: 0,
  basePath: "/",
  trustedProxies: [],
  extraCa: undefined,
  proxyUrl: undefined,
  access: { mode: "open" as const }, logLevel: "info" as const, limits: { requestsPerSecond: 20, burst: 100 }, metricsSecret: undefined, publicOrigin: undefined, database: { kind: "file" as const, file: ":memory:" }, history: { keptMilliseconds: 1, wholeMilliseconds: 1 }, watch: {}, webhooks: [], cadence: { calling: 5_000, outsideHours: 60_000, finished: 300_000 },
  connections: undefined,
};
const mortal = new URL("./testing/mortal-thread.mjs", import.meta.url);

test.each(["exit", "throw"])("a thread that ends by %s fails what was asked; the next question starts another", async (end) => {
  const report = vi.fn<(error: Error) => void>();
  const engine = new EngineThread(configuration, { report }, mortal);
  expect(await engine.campaign("acme", "c1", whole, false)).toMatchObject({ etag: "1" });
  expect(await engine.campaign("acme", "c1", whole, false)).toMatchObject({ etag: "2" });
  const [dying, caughtUp] = await Promise.allSettled([engine.campaign("acme", end, whole, false), engine.calls("acme", end, whole, anyQuery)]);
  expect([dying.status, caughtUp.status]).toEqual(["rejected", "rejected"]);
  expect(await engine.campaign("acme", "c1", whole, false)).toMatchObject({ etag: "1" });
  expect(report).toHaveBeenCalledTimes(end === "throw" ? 1 : 0);
  await expect(engine.campaign("acme", "exit", whole, false)).rejects.toThrow("ended before it answered");
});

test("what an engine refuses rejects with its reason", async () => {
  const engine = new EngineThread(configuration, { report: () => {} }, mortal);
  await expect(engine.campaign("lost", "refuse", whole, false)).rejects.toThrow("No connection lost");
  await expect(engine.campaign("acme", "exit", whole, false)).rejects.toThrow();
});

const anyQuery = sampleQuery({ limit: 1 });
