import type { Service } from "#service/ports.ts";
import type { Viewer } from "#service/access/viewer.ts";
import type { Hono } from "hono";
import type { IncomingMessage } from "node:http";
import type { Viewers } from "../access/viewers.ts";
import { displaysRoute } from "../operations/routes.ts";
import type { Database } from "../store/database.ts";
import { displays as storedDisplays } from "../store/displays.ts";
import { pairings as storedPairings } from "../store/pairings.ts";
import { displayRoutes } from "./display-routes.ts";
import { withDisplays } from "./display-viewers.ts";
import { pairingRoutes } from "./pairing-routes.ts";

/** A display that was seen so lately is on. */
const onMilliseconds = 5 * 60_000;

export type DisplayCounts = { on: number; off: number };

/** Paired displays, as a host has them. */
export type OpenDisplays = {
  viewers: Viewers;
  /** For who is not paired, below `/api/v1`. */
  routes: Hono;
  /** The service, and beside it what is asked of displays. */
  beside(service: Service): Service;
  counts(): Promise<DisplayCounts>;
};

type Options = { viewers: Viewers; showsAnother: (incoming: IncomingMessage) => boolean; connections: readonly string[] | undefined; now: () => number };

/** Displays that are kept in the database, let in beside the viewers of an access mode. */
export function openDisplays(database: Database, { viewers: others, showsAnother, connections, now }: Options): OpenDisplays {
  const displays = storedDisplays(database, now);
  const pairings = storedPairings(database, now);
  const viewers = withDisplays(others, { displays, showsAnother, now });
  const routes = displayRoutes({ pairings, displays, connections, onRevoked: () => viewers.forget(), now });
  return {
    viewers,
    routes: pairingRoutes({ pairings, displays, now }),
    beside: (service) => ({
      ...service,
      fetch: async (request: Request, viewer: Viewer) => (isOfDisplays(request) ? routes.fetch(request, { viewer }) : service.fetch(request, viewer)),
    }),
    async counts() {
      const known = (await displays.list()).filter(({ revokedAt, seenAt }) => revokedAt === undefined && seenAt !== undefined);
      const on = known.filter(({ seenAt = 0 }) => now() - seenAt < onMilliseconds).length;
      return { on, off: known.length - on };
    },
  };
}

function isOfDisplays({ url }: Request): boolean {
  const { pathname } = new URL(url);
  return pathname === displaysRoute || pathname.startsWith(`${displaysRoute}/`);
}
