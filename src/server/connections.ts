import { providers } from "#providers/registry.ts";
import type { Provider } from "#providers/provider.ts";
import type { Connection, UpstreamFetch } from "#service/ports.ts";
import type { Configuration, ConnectionConfiguration } from "./configuration/configuration.ts";
import { demoConnections } from "./demo.ts";
import { outgoingFetch } from "./outgoing-fetch.ts";

/** The configured accounts as the service sees them, or the demo where none are; `close` ends their sockets. */
export function openConnections(configuration: Configuration): { connections: Connection[]; close(): Promise<void> } {
  if (configuration.connections === undefined) {
    return { connections: demoConnections(providers), close: async () => {} };
  }
  const outgoing = outgoingFetch(configuration);
  const connections = configuration.connections.flatMap((configured) => {
    const provider = providers.get(configured.provider);
    return provider === undefined ? [] : toConnection(configured, provider, outgoing.fetch);
  });
  return { connections, close: outgoing.close };
}

function toConnection(configured: ConnectionConfiguration, provider: Provider, fetch: UpstreamFetch): Connection {
  const { name, label, token, account, consoleUrl, timeZone, callingHours, maxBodyBytes, deadlineMilliseconds, requestsPerMinute } = configured;
  return {
    name,
    label,
    provider,
    // The configuration names an address wherever the platform has none of its own.
    baseUrl: configured.baseUrl ?? provider.defaultBaseUrl ?? "",
    token,
    account,
    demo: false,
    consoleUrl,
    stated: { timeZone, callingHours },
    maxBodyBytes,
    deadlineMilliseconds,
    requestsPerMinute,
    fetch,
  };
}
