import type { Service, UpstreamFetch } from "#service/ports.ts";
import type { Hono } from "hono";
import type { Configuration } from "../configuration/configuration.ts";
import { type DisplayCounts, openDisplays } from "../displays/open-displays.ts";
import { openPairingRoutes } from "../displays/pairing-routes.ts";
import { createHandoffs, type Handoffs } from "../handoff/handoffs.ts";
import { handoffRoutes } from "../handoff/handoff-routes.ts";
import { spentIds } from "../store/spent-ids.ts";
import { accessRoutes } from "./access-routes.ts";
import { proxyViewers } from "./proxy-viewers.ts";
import { createSessions } from "./sessions.ts";
import { Signer } from "./signed.ts";
import { shownBy, tokenViewers } from "./token-viewers.ts";
import { openToAll, type Viewers } from "./viewers.ts";

export type Access = {
  viewers: Viewers;
  /** Routes below `/api/v1` that need no viewer. */
  routes: Hono | undefined;
  /** Frames whose host signs who is looking; `undefined` where no host does. */
  handoffs?: Handoffs | undefined;
  /** Whether displays are paired here. */
  pairsDisplays: boolean;
  /** The service, and beside it what viewers ask of access itself. */
  beside(service: Service): Service;
  displayCounts(): Promise<DisplayCounts>;
  /** Whether what it needs answers. */
  isWell(): Promise<boolean>;
  close(): Promise<void>;
};

type Settings = Pick<Configuration, "access" | "trustedProxies" | "database" | "connections">;

/** Who may look, as the configuration says. Rejects with a sentence where what it needs cannot be opened. `fetch`: reads keys of hosts that sign. */
export async function openAccess({ access, trustedProxies, database: place, connections }: Settings, { now, fetch }: { now: () => number; fetch: UpstreamFetch }): Promise<Access> {
  if (access.mode === "open") {
    const displayCounts = async (): Promise<DisplayCounts> => ({ on: 0, off: 0 });
    return { viewers: openToAll, routes: openPairingRoutes(), pairsDisplays: false, beside: (service) => service, displayCounts, isWell: async () => true, close: async () => {} };
  }
  // Its native code is not loaded where nothing is kept.
  const { openDatabase, wellnessOf } = await import("../store/database.ts");
  const database = await openDatabase(place);
  const isWell = await wellnessOf(place, database);
  const names = connections?.map(({ name }) => name);
  const common = { pairsDisplays: true, isWell, close: () => database.destroy() };
  if (access.mode === "proxy") {
    const displays = openDisplays(database, { viewers: proxyViewers({ ...access, trustedProxies }), showsAnother: () => false, connections: names, now });
    return { ...common, ...displays, displayCounts: displays.counts };
  }
  const parts = { signer: new Signer(access.secrets, now), spent: spentIds(database, now), now };
  const { handoff } = access;
  const handoffs = handoff && createHandoffs({ ...parts, configuration: handoff, fetch });
  const isHost = (name: string): boolean => handoffs?.parameterOf(name) !== undefined;
  const displays = openDisplays(database, { viewers: tokenViewers({ ...parts, isHost }), showsAnother: (incoming) => shownBy(incoming) !== undefined, connections: names, now });
  const sessions = createSessions({ ...parts, sessionHours: access.sessionHours });
  const routes = accessRoutes({ ...parts, viewers: displays.viewers, sessions, issuers: access.issuers });
  if (handoffs !== undefined) routes.route("/", handoffRoutes(handoffs));
  return { ...common, ...displays, routes: routes.route("/", displays.routes), handoffs, displayCounts: displays.counts };
}
