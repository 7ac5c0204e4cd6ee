import type { DatabasePlace } from "../configuration/configuration.ts";
import { SharedHomes } from "./shared-homes.ts";

/**
 * Of several hosts with one database, one is the home of a connection: it alone reads what is watched
 * there, and keeps its history.
 */
export type Homes = {
  /** Whether this host is the connection's home now. */
  isHome(connection: string): boolean;
  /** Somebody looks at the connection through this host: its home should be here, where nobody looks through the one it has. */
  viewed(connection: string): void;
  /** Calls back as homes come and go; at first none is here, unless `isHome` says so already. */
  onChange(listener: (connection: string, isHome: boolean) => void): void;
  close(): Promise<void>;
};

/** A host that shares its database with nobody is everybody's home. */
const atHome: Homes = { isHome: () => true, viewed: () => {}, onChange: () => {}, close: async () => {} };

/** Homes of the connections, as the database decides. One that cannot be reached is tried again and again. */
export function createHomes(place: DatabasePlace, connections: readonly string[]): Homes {
  if (place.kind === "file") return atHome;
  return new SharedHomes(connections, async (events) => (await import("../store/lock-session.ts")).openLockSession(place.url, events));
}
