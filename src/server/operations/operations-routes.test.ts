import { expect, test } from "vitest";
import { Metrics } from "./metrics.ts";
import { operationsRoutes } from "./operations-routes.ts";

const routes = (more: Partial<Parameters<typeof operationsRoutes>[0]>) =>
  operationsRoutes({ obstacle: async () => undefined, metrics: new Metrics("test"), refresh: async () => {}, metricsFor: "everybody", ...more });

test("what keeps it from answering is said, with a status that supervisors understand", async () => {
  const app = routes({ obstacle: async () => "draining" });
  const answer = await app.request("/readyz");
  expect([answer.status, await answer.text()]).toEqual([503, "draining"]);
  expect((await app.request("/healthz")).status).toBe(200);
});

test.each<[Parameters<typeof operationsRoutes>[0]["metricsFor"], string | undefined, number]>([
  ["everybody", undefined, 200],
  ["nobody", undefined, 404],
  ["nobody", "Bearer x", 404],
  [{ secret: "right" }, undefined, 401],
  [{ secret: "right" }, "Bearer wrong", 401],
  [{ secret: "right" }, "Basic right", 401],
  [{ secret: "right" }, "Bearer right", 200],
])("metrics for %j, asked with %s: %i", async (metricsFor, authorization, status) => {
  const answer = await routes({ metricsFor }).request("/metrics", authorization === undefined ? {} : { headers: { authorization } });
  expect(answer.status).toBe(status);
  expect((await answer.text()).includes("callboard_build_info")).toBe(status === 200);
});
