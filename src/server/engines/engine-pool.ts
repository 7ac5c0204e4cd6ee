import { availableParallelism } from "node:os";
import type { EnginePort } from "#service/engine/port.ts";
import type { Sighting } from "#service/sighting.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { Formerly } from "./protocol.ts";
import { EngineThread } from "./thread-port.ts";
import type { ThreadVitals } from "./told.ts";

export type EnginePool = EnginePort & {
  /** How all are doing; what was told since the last time, told once. Rejects where a thread ends meanwhile. */
  vitals(): Promise<ThreadVitals>;
  /** Whose campaigns are read as the configuration's `watch` says though nobody asks. */
  watch(connections: readonly string[], formerly: Formerly): void;
  close(): void;
};

type Told = { report: (error: Error) => void; sees?: (sighting: Sighting) => void };

/**
 * Engines on threads, one core left to the thread that listens. A connection is
 * pinned to one engine, because its rate limit and Retry-After have one home.
 */
export function startEngines(configuration: Configuration, connectionNames: readonly string[], told: Told): EnginePool {
  const size = Math.max(1, Math.min(connectionNames.length, availableParallelism() - 1));
  const threads = Array.from({ length: size }, () => new EngineThread(configuration, told));
  const byConnection = new Map(connectionNames.map((name, index) => [name, threads[index % size]]));
  const of = (connection: string): EngineThread => {
    const thread = byConnection.get(connection);
    if (thread === undefined) throw new Error(`No connection ${connection} in these engines`);
    return thread;
  };
  return {
    campaigns: async (connection, question) => of(connection).campaigns(connection, question),
    campaign: async (connection, ...asked) => of(connection).campaign(connection, ...asked),
    calls: async (connection, ...asked) => of(connection).calls(connection, ...asked),
    attempts: async (connection, ...asked) => of(connection).attempts(connection, ...asked),
    csv: async (connection, ...asked) => of(connection).csv(connection, ...asked),
    async vitals() {
      const all = await Promise.all(threads.map((thread) => thread.vitals()));
      return {
        // Every thread knows every connection; the one it is pinned to speaks for it.
        connections: all.flatMap(({ connections }, index) => connections.filter(({ connection }) => byConnection.get(connection) === threads[index])),
        requests: all.flatMap(({ requests }) => requests),
        polls: all.flatMap(({ polls }) => polls),
      };
    },
    watch(connections, formerly) {
      for (const thread of threads) thread.watch(connections.filter((name) => byConnection.get(name) === thread && name in configuration.watch), formerly);
    },
    close: () => threads.forEach((thread) => thread.close()),
  };
}
