import type { Provider } from "#providers/provider.ts";
import type { Connection } from "#service/ports.ts";
import { createSimulator } from "#simulator/simulator.ts";

/** The same campaigns at every start, moving from now on. */
const seed = 7;

/** Connections to a simulator inside this process: what is shown where none are configured. */
export function demoConnections(providers: ReadonlyMap<string, Provider>): Connection[] {
  const simulator = createSimulator({ seed, now: Date.now });
  return simulator.connections.flatMap(({ name, label, providerId, baseUrl, token, account }) => {
    const provider = providers.get(providerId);
    if (provider === undefined) return [];
    return {
      name,
      label,
      provider,
      baseUrl,
      token,
      account,
      demo: true,
      consoleUrl: undefined,
      stated: { timeZone: undefined, callingHours: undefined },
      maxBodyBytes: 256 * 1024 * 1024,
      deadlineMilliseconds: 30_000,
      fetch: (url, init) => simulator.fetch(new Request(url, init)),
    };
  });
}
