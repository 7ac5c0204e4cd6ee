import { providers } from "#providers/registry.ts";
import type { Connection, UpstreamFetch } from "#service/ports.ts";
import { createSimulator } from "#simulator/simulator.ts";
import type { OwnConnection } from "./protocol.ts";

/** The same campaigns in every browser, moving from now on. */
const seed = 7;

const common = {
  consoleUrl: undefined,
  stated: { timeZone: undefined, callingHours: undefined },
  maxBodyBytes: 256 * 1024 * 1024,
  deadlineMilliseconds: 30_000,
};

/** Connections to a simulator inside this worker. */
export function demoConnections(): Connection[] {
  const simulator = createSimulator({ seed, now: Date.now });
  const fetch: UpstreamFetch = (url, init) => simulator.fetch(new Request(url, init));
  return simulator.connections.flatMap(({ providerId, ...connection }) => {
    const provider = providers.get(providerId);
    return provider === undefined ? [] : { ...common, ...connection, provider, demo: true, fetch };
  });
}

/** A real account, read by this browser itself. Throws when no platform has this id. */
export function ownConnection({ providerId, ...connection }: OwnConnection): Connection {
  const provider = providers.get(providerId);
  if (provider === undefined) throw new Error(`Callboard reads no platform called "${providerId}".`);
  return {
    ...common,
    ...connection,
    provider,
    demo: false,
    fetch: (url, init) => fetch(url, { ...init, credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" }),
  };
}
