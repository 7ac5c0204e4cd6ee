import { fileURLToPath } from "node:url";
import { CachedEngine } from "#service/front/cached-engine.ts";
import { createFront } from "#service/front/front.ts";
import type { Service } from "#service/ports.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { openConnections } from "../connections.ts";
import { startEngines } from "../engines/engine-pool.ts";
import { gzipOnce } from "../gzip-once.ts";
import { createHost } from "../host.ts";
import { listen } from "../listen.ts";
import { outgoingFetch } from "../outgoing-fetch.ts";
import { version } from "../version.ts";
import { configured, wrongConfiguration } from "./configured.ts";
import { openHistory } from "../watch/open-history.ts";
import { untilSignal } from "./until-signal.ts";
import { openAccess } from "../access/open-access.ts";
import { operate } from "../operations/operate.ts";
import type { Operations } from "../operations/operations.ts";

const drainMilliseconds = 10_000;
/** The built client lies beside the built server. */
const clientDirectory = fileURLToPath(new URL("../client", import.meta.url));

/** Serves until a signal ends it. Resolves with the exit code. */
export async function serve(args: readonly string[]): Promise<number> {
  const configuration = configured(args);
  if (configuration === undefined) return wrongConfiguration;
  try {
    return await serveUntilSignal(configuration);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return wrongConfiguration;
  }
}

async function serveUntilSignal(configuration: Configuration): Promise<number> {
  const outgoing = outgoingFetch(configuration);
  const access = await openAccess(configuration, { now: Date.now, fetch: outgoing.fetch });
  const { connections, close } = openConnections(configuration);
  const { operations, log, oversee } = operate(configuration, version);
  reportStrayErrors(operations);
  const names = connections.map(({ name }) => name);
  const history = openHistory(configuration, names, {
    tried: (outcome) => operations.webhook(outcome),
    counted: (kept, lost) => operations.history(kept, lost),
    state: (failure) => (failure === undefined ? log.historyGoesOn() : operations.failed("history", new Error(failure))),
    failed: (error) => operations.failed("history", error),
    missing: (connection) => log.missing(connection),
  });
  const engines = startEngines(configuration, names, { report: (error) => operations.failed("engine", error), sees: history.sees });
  history.begin(engines.watch);
  const ending = new AbortController();
  const operationsRoutes = oversee({ engines, isStoreWell: access.isWell, displayCounts: access.displayCounts, isHome: history.isHome, ending: ending.signal });
  const campaign: typeof engines.campaign = (connection, ...asked) => {
    history.viewed(connection);
    return engines.campaign(connection, ...asked);
  };
  const engine = new CachedEngine({ ...engines, campaign }, Date);
  const packing = gzipOnce();
  const report = (error: unknown): void => operations.failed("answer", error);
  const front = createFront({ host: { kind: "node", version }, pairsDisplays: access.pairsDisplays, history, connections, clock: Date, packing, report }, engine);
  const service: Service = access.beside({ fetch: async (request, viewer) => front.fetch(request, { viewer }) });
  const frameAncestors = new Map((configuration.connections ?? []).map(({ name, frameAncestors: origins }) => [name, origins]));
  const listening = await listen(createHost({ ...configuration, frameAncestors, service, atHand: { engine, packing }, clientDirectory, access, operations, operationsRoutes }), configuration);
  console.log(`Callboard listening on ${listening.origin}${configuration.basePath}`);
  if (configuration.connections === undefined) {
    console.log("It shows demo data; callboard.config.json says which campaigns to show instead (see README.md).");
  }
  await untilSignal();
  ending.abort();
  log.draining();
  await listening.drain(drainMilliseconds);
  engines.close();
  await history.close();
  await close();
  await access.close();
  await outgoing.close();
  return 0;
}

/** One line each. A rejection nobody awaited costs one answer; after an exception nothing is sure, so it ends. */
function reportStrayErrors(operations: Operations): void {
  process.on("unhandledRejection", (error) => operations.failed("process", error));
  process.on("uncaughtException", (error) => {
    operations.failed("process", error);
    process.exit(1);
  });
}
