import type { HttpBindings } from "@hono/node-server";
import { problemResponse } from "#service/front/problems.ts";
import { Hono } from "hono";
import { bearerOf, isSecret } from "../access/shown-secret.ts";
import { refusedAccess } from "./access-guard.ts";
import type { Metrics } from "./metrics.ts";
import type { Operations } from "./operations.ts";

type Options = {
  /** What keeps this host from answering well, in a word; `undefined`: nothing. */
  obstacle: () => Promise<string | undefined>;
  metrics: Metrics;
  /** Brings the metrics up to date. */
  refresh: () => Promise<void>;
  /**
   * What metrics are read with; `undefined`: by nobody, in every access mode. That a request comes
   * from this machine says nothing, since a proxy in front may send it for the whole world.
   */
  metricsSecret: string | undefined;
  operations: Operations;
};

/** Routes for supervisors and Prometheus. They ask no platform anything. */
export function operationsRoutes({ obstacle, metrics, refresh, metricsSecret, operations }: Options): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const uncached = { "cache-control": "no-store" };
  app.get("/healthz", (context) => context.text("ok", 200, uncached));
  app.get("/readyz", async (context) => {
    const found = await obstacle();
    return found === undefined ? context.text("ok", 200, uncached) : context.text(found, 503, uncached);
  });
  app.get("/metrics", async (context) => {
    if (metricsSecret === undefined) return context.notFound();
    if (!isSecret(bearerOf(context.req.header("authorization")), metricsSecret)) {
      const refusal = problemResponse("not_signed_in", "Metrics are read with the secret of the configuration: Authorization: Bearer <secret>", {}, { "www-authenticate": "Bearer" });
      return refusedAccess(operations, context.env, refusal);
    }
    await refresh();
    const { text, contentType } = await metrics.text();
    return context.body(text, 200, { ...uncached, "content-type": contentType });
  });
  return app;
}
