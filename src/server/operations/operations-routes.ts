import { problemResponse } from "#service/front/problems.ts";
import { Hono } from "hono";
import { bearerOf, isSecret } from "../access/shown-secret.ts";
import type { Metrics } from "./metrics.ts";

type Options = {
  /** What keeps this host from answering well, in a word; `undefined`: nothing. */
  obstacle: () => Promise<string | undefined>;
  metrics: Metrics;
  /** Brings the metrics up to date. */
  refresh: () => Promise<void>;
  /** Who may read metrics: everybody, nobody, or who shows the secret. */
  metricsFor: "everybody" | "nobody" | { secret: string };
};

/** Routes for supervisors and Prometheus. They ask no platform anything. */
export function operationsRoutes({ obstacle, metrics, refresh, metricsFor }: Options): Hono {
  const app = new Hono();
  const uncached = { "cache-control": "no-store" };
  app.get("/healthz", (context) => context.text("ok", 200, uncached));
  app.get("/readyz", async (context) => {
    const found = await obstacle();
    return found === undefined ? context.text("ok", 200, uncached) : context.text(found, 503, uncached);
  });
  app.get("/metrics", async (context) => {
    if (metricsFor === "nobody") return context.notFound();
    if (metricsFor !== "everybody" && !isSecret(bearerOf(context.req.header("authorization")), metricsFor.secret)) {
      return problemResponse("not_signed_in", "Metrics are read with the secret of the configuration: Authorization: Bearer <secret>", {}, { "www-authenticate": "Bearer" });
    }
    await refresh();
    const { text, contentType } = await metrics.text();
    return context.body(text, 200, { ...uncached, "content-type": contentType });
  });
  return app;
}
