import type { Hono } from "hono";
import type { Configuration } from "../configuration/configuration.ts";
import { type SpentIds, spentIds } from "../store/spent-ids.ts";
import { accessRoutes } from "./access-routes.ts";
import { proxyViewers } from "./proxy-viewers.ts";
import { createSessions } from "./sessions.ts";
import { Signer } from "./signed.ts";
import { tokenViewers } from "./token-viewers.ts";
import { openToAll, type Viewers } from "./viewers.ts";

export type Access = {
  viewers: Viewers;
  /** Routes below `/api/v1` that need no viewer, where the mode has any. */
  routes: Hono | undefined;
  /** Whether what it needs answers. */
  isWell(): Promise<boolean>;
  close(): Promise<void>;
};

/** Who may look, as the configuration says. Rejects with a sentence where what it needs cannot be opened. */
export async function openAccess({ access, trustedProxies, databaseFile }: Pick<Configuration, "access" | "trustedProxies" | "databaseFile">, now: () => number): Promise<Access> {
  const close = async (): Promise<void> => {};
  const isWell = async (): Promise<boolean> => true;
  if (access.mode === "open") return { viewers: openToAll, routes: undefined, isWell, close };
  if (access.mode === "proxy") return { viewers: proxyViewers({ ...access, trustedProxies }), routes: undefined, isWell, close };
  // Its native code is not loaded where nothing is kept.
  const { openDatabase } = await import("../store/database.ts");
  const database = await openDatabase(databaseFile);
  const parts = { signer: new Signer(access.secrets, now), spent: spentIds(database, now), now };
  const viewers = tokenViewers(parts);
  const sessions = createSessions({ ...parts, sessionHours: access.sessionHours });
  return { viewers, routes: accessRoutes({ ...parts, viewers, sessions, issuers: access.issuers }), isWell: () => answers(parts.spent), close: () => database.destroy() };
}

/** Any question to the database will do. */
async function answers(spent: SpentIds): Promise<boolean> {
  return spent.has("").then(
    () => true,
    () => false,
  );
}
