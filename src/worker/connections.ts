import { providers } from "#providers/registry.ts";
import type { Provider } from "#providers/provider.ts";
import type { Connection, UpstreamFetch } from "#service/ports.ts";
import { accountMistakes } from "#service/configuration/platform-keys.ts";
import { createSimulator } from "#simulator/simulator.ts";
import type { OwnConnection } from "./protocol.ts";
import type { SiteConnection } from "./site-configuration.ts";

/** The same campaigns in every browser, moving from now on. */
const seed = 7;

const common = {
  consoleUrl: undefined,
  stated: { timeZone: undefined, callingHours: undefined },
  maxBodyBytes: 256 * 1024 * 1024,
  deadlineMilliseconds: 30_000,
};

let demo: Connection[] | undefined;

/** Connections to a simulator inside this worker, the same ones at every call. */
export function demoConnections(): Connection[] {
  demo ??= startDemo();
  return demo;
}

function startDemo(): Connection[] {
  const simulator = createSimulator({ seed, now: Date.now });
  const simulate: UpstreamFetch = (url, init) => simulator.fetch(new Request(url, init));
  return simulator.connections.map(({ providerId, ...connection }) => {
    return { ...common, ...connection, provider: providerOf(providerId), demo: true, fetch: simulate };
  });
}

/** A real account, read by this browser itself. Throws a sentence for the person who typed it where it cannot be used. */
export function ownConnection({ providerId, ...connection }: OwnConnection): Connection {
  const provider = providerOf(providerId);
  const [mistake] = accountMistakes(provider, connection.account);
  if (mistake !== undefined) {
    const label = provider.account.find(({ name }) => name === mistake.field)?.label ?? mistake.field;
    throw new Error(`${label} ${mistake.says}.`);
  }
  return { ...common, ...connection, provider, demo: false, fetch: fetchWith("omit") };
}

/** An account of the site's configuration: whoever is signed in to the site may be asked for that by the way there. */
export function siteConnection({ provider, timeZone, callingHours, ...connection }: SiteConnection): Connection {
  return {
    ...connection,
    provider: providerOf(provider),
    token: undefined,
    stated: { timeZone, callingHours },
    demo: false,
    fetch: fetchWith("same-origin"),
  };
}

function fetchWith(credentials: RequestCredentials): UpstreamFetch {
  return (url, init) => fetch(url, { ...init, credentials, cache: "no-store", referrerPolicy: "no-referrer" });
}

function providerOf(id: string): Provider {
  const provider = providers.get(id);
  if (provider === undefined) throw new Error(`Callboard reads no platform called "${id}".`);
  return provider;
}
