import "./zod-without-eval.ts";
import { providers } from "#providers/registry.ts";
import { createService } from "#service/service.ts";
import { version } from "../../package.json" with { type: "json" };
import { demoConnections, ownConnection, siteConnection } from "./connections.ts";
import { explainUnreachable } from "./explain.ts";
import { createHost } from "./host.ts";
import type { ToWorker } from "./protocol.ts";
import { createSiteService, fetchSiteConfiguration, siteConfigurationAddress } from "./site-service.ts";

const address = siteConfigurationAddress(self.location.href);
const readSite = () => fetchSiteConfiguration({ address, fetch: (url, init) => fetch(url, init), platforms: [...providers.values()] });

const host = createHost({
  serve: (own) => {
    const typedIn = own === undefined ? [] : [ownConnection(own)];
    const service = createSiteService(readSite, (site) =>
      createService({
        host: { kind: "browser", version },
        connections: [...typedIn, ...(site?.map(siteConnection) ?? demoConnections())],
        clock: { now: Date.now },
        platforms: [...providers.values()],
      }),
    );
    return explainUnreachable(service);
  },
  post: (message, transfer) => self.postMessage(message, { transfer }),
  origin: self.location.origin,
});

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => host.receive(data));
