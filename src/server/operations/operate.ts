import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import type { Configuration } from "../configuration/configuration.ts";
import type { EnginePool } from "../engines/engine-pool.ts";
import { createLimits } from "./limits.ts";
import { createLog, type Log } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { operationsRoutes } from "./operations-routes.ts";
import { Operations } from "./operations.ts";
import { UpstreamWatch } from "./upstream-watch.ts";

const lookMilliseconds = 5_000;

type Overseen = { engines: Pick<EnginePool, "vitals">; isStoreWell: () => Promise<boolean>; displayCounts: () => Promise<{ on: number; off: number }>; isHome: (connection: string) => boolean; ending: AbortSignal };

export type Operating = {
  operations: Operations;
  log: Log;
  /** Looks after what answers until the signal, and gives the routes that tell how it is. */
  oversee(overseen: Overseen): Hono<{ Bindings: HttpBindings }>;
};

/** All that operators need of one process, as the configuration says. */
export function operate({ logLevel, limits, metricsSecret, access: { mode }, basePath, trustedProxies, connections }: Configuration, version: string): Operating {
  const log = createLog(logLevel);
  const names = (connections ?? []).map(({ name }) => name);
  const metrics = new Metrics(version).withProcess();
  const rate = mode === "open" ? undefined : { perSecond: limits.requestsPerSecond, burst: limits.burst };
  const operations = new Operations({ log, metrics, limits: createLimits({ rate, trustedProxies }), basePath });
  return {
    operations,
    log,
    oversee({ engines, isStoreWell, displayCounts, isHome, ending }) {
      const watch = new UpstreamWatch({ ask: () => engines.vitals(), log, metrics: metrics.upstream });
      watch.every(lookMilliseconds, ending);
      const obstacle = async (): Promise<string | undefined> => {
        if (ending.aborted) return "draining";
        if (!(await isStoreWell())) return "the database does not answer";
        return (await watch.isWell()) ? undefined : "an engine does not answer";
      };
      const refresh = async (): Promise<void> => {
        // A database that does not answer is told by /readyz; the other figures count without it.
        const [counts] = await Promise.all([displayCounts().catch(() => undefined), watch.look()]);
        metrics.displays(counts);
        for (const name of names) metrics.home(name, isHome(name));
      };
      return operationsRoutes({ obstacle, metrics, refresh, metricsSecret, operations });
    },
  };
}
