import { providers } from "#providers/registry.ts";
import { createSimulator } from "#simulator/simulator.ts";
import type { Connection } from "../ports.ts";

/** An account on a simulated platform, as the connection `acme`. Throws where there is no such platform. */
export function simulatedAccount(providerId: string, now: () => number): Connection {
  const simulator = createSimulator({ seed: 7, now });
  const account = simulator.connections.find((connection) => connection.providerId === providerId);
  const provider = providers.get(providerId);
  if (account === undefined || provider === undefined) throw new Error(`no ${providerId}`);
  return {
    ...account,
    name: "acme",
    provider,
    demo: true,
    consoleUrl: undefined,
    stated: { timeZone: undefined, callingHours: undefined },
    maxBodyBytes: 2 ** 28,
    deadlineMilliseconds: 5_000,
    fetch: async (url, init) => simulator.fetch(new Request(url, init)),
  };
}
