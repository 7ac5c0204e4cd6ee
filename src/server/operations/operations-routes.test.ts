import { afterEach, expect, test } from "vitest";
import { getRequestListener } from "@hono/node-server";
import { listen, type Listening } from "../listen.ts";
import { ask } from "../testing/ask.ts";
import { createLimits } from "./limits.ts";
import { createLog } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { operationsRoutes } from "./operations-routes.ts";
import { Operations } from "./operations.ts";

let running: Listening | undefined;
const logged: string[] = [];
afterEach(async () => {
  await running?.drain(100);
  logged.length = 0;
});

async function routes(more: Partial<Parameters<typeof operationsRoutes>[0]>) {
  const metrics = new Metrics("test");
  const log = createLog("info", { write: (line) => logged.push(line) });
  const operations = new Operations({ log, metrics, limits: createLimits({ rate: undefined, trustedProxies: ["127.0.0.1"] }), basePath: "/" });
  const app = operationsRoutes({ obstacle: async () => undefined, metrics, refresh: async () => {}, metricsSecret: undefined, operations, ...more });
  const listener = getRequestListener(app.fetch);
  const listening = await listen(
    (incoming, outgoing) => {
      operations.begin(incoming, outgoing);
      void listener(incoming, outgoing);
    },
    { host: "127.0.0.1", port: 0 },
  );
  running = listening;
  return (path: string, headers: Record<string, string> = {}) => ask(listening.origin, path, headers);
}

test("what keeps it from answering is said, with a status that supervisors understand", async () => {
  const get = await routes({ obstacle: async () => "draining" });
  const answer = await get("/readyz");
  expect([answer.status, answer.body.toString()]).toEqual([503, "draining"]);
  expect((await get("/healthz")).status).toBe(200);
});

test.each<[string | undefined, string | undefined, number]>([
  [undefined, undefined, 404],
  [undefined, "Bearer x", 404],
  ["right", undefined, 401],
  ["right", "Bearer wrong", 401],
  ["right", "Basic right", 401],
  ["right", "Bearer right", 200],
])("metrics read with %s, asked with %s: %i", async (metricsSecret, authorization, status) => {
  const answer = await (await routes({ metricsSecret }))("/metrics", authorization === undefined ? {} : { authorization });
  expect(answer.status).toBe(status);
  expect(answer.body.toString().includes("callboard_build_info")).toBe(status === 200);
});

test("guessing at the secret of metrics is logged and slowed, for its address alone, and keeps nobody out who has it", async () => {
  const get = await routes({ metricsSecret: "right" });
  const guess = (address: string) => get("/metrics", { authorization: "Bearer wrong", "x-forwarded-for": address });
  const statuses: number[] = [];
  for (let tries = 0; tries < 30; tries += 1) statuses.push((await guess("203.0.113.7")).status);
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
  expect(statuses.slice(22)).toEqual(Array.from({ length: 8 }, () => 429));
  expect(Number((await guess("203.0.113.7")).headers["retry-after"])).toBeGreaterThan(0);
  expect((await guess("203.0.113.8")).status).toBe(401);
  expect((await get("/metrics", { authorization: "Bearer right", "x-forwarded-for": "203.0.113.7" })).status).toBe(200);
  expect(logged.filter((line) => line.includes('"refused"') && line.includes("/metrics")).length).toBeGreaterThanOrEqual(21);
  expect(logged.join()).toContain('"limited"');
});
