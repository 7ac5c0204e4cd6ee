import { problemResponse } from "#service/front/problems.ts";
import type { ConfigurablePlatform } from "#service/configuration/platform-keys.ts";
import type { Service } from "#service/ports.ts";
import { readSiteConfiguration, type SiteConnection, type SiteReading } from "./site-configuration.ts";

const fileName = "callboard.config.json";

type SiteFile = { address: string; fetch: typeof fetch; platforms: readonly ConfigurablePlatform[] };

/** Asks the file server for the site's configuration. One that is not there is an empty one. */
export async function fetchSiteConfiguration({ address, fetch, platforms }: SiteFile): Promise<SiteReading> {
  const answer = await fetch(address, { cache: "no-cache", credentials: "same-origin" }).catch(() => undefined);
  if (answer === undefined) return { ok: false, mistakes: ["It could not be read: the site's file server did not answer."] };
  if (answer.status === 404) return { ok: true, connections: undefined };
  if (!answer.ok) return { ok: false, mistakes: [`It could not be read: the site's file server answered ${answer.status}.`] };
  return readSiteConfiguration(await answer.text(), address, platforms);
}

/** Where the configuration lies: beside the page, whose scripts stand in `assets/`. */
export function siteConfigurationAddress(scriptAddress: string): string {
  return new URL(fileName, scriptAddress.replace(/assets\/[^/]*$/, "")).href;
}

/**
 * The service of a site whose connections are known once its configuration is
 * read. A mistaken one is the answer to every question, and read anew for the next.
 */
export function createSiteService(read: () => Promise<SiteReading>, serve: (connections: SiteConnection[] | undefined) => Service): Service {
  let starting: Promise<Service | string> | undefined;

  async function start(): Promise<Service | string> {
    const reading = await read();
    if (reading.ok) return serve(reading.connections);
    starting = undefined;
    return `${fileName}: ${reading.mistakes.join(" ")}`;
  }

  return {
    async fetch(request, viewer) {
      starting ??= start();
      const started = await starting;
      return typeof started === "string" ? problemResponse("misconfigured", started) : started.fetch(request, viewer);
    },
    stop() {
      void starting?.then((started) => (typeof started === "string" ? undefined : started.stop?.()));
    },
  };
}
