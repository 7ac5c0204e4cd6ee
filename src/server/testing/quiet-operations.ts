import { openToAll } from "../access/viewers.ts";
import { createLimits } from "../operations/limits.ts";
import { createLog } from "../operations/log.ts";
import { Metrics } from "../operations/metrics.ts";
import { operationsRoutes } from "../operations/operations-routes.ts";
import { Operations } from "../operations/operations.ts";

/** What operators need, for a host in a test: no limits, always ready; its log goes where it is told, or nowhere. */
export function quietOperations(basePath: string, write?: (line: string) => void) {
  const metrics = new Metrics("test");
  const log = createLog(write === undefined ? "silent" : "debug", { write: write ?? (() => {}) });
  const limits = createLimits({ rate: undefined, trustedProxies: [] });
  const operations = new Operations({ log, metrics, limits, basePath });
  return { operations, operationsRoutes: operationsRoutes({ obstacle: async () => undefined, metrics, refresh: async () => {}, metricsSecret: undefined, operations }) };
}

/** Access for a host in a test: everybody's, of which nothing is stored. */
export const openAccess = { viewers: openToAll, routes: undefined, isWell: async () => true };
