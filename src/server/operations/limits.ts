import type { IncomingMessage } from "node:http";
import { AtOnce } from "./at-once.ts";
import { Buckets, type Rate } from "./buckets.ts";
import { remoteAddresses } from "./remote-address.ts";

/** Signing in, renewing and minting, for each address; a backend mints for all its people from one. */
const accessRate: Rate = { perSecond: 50, burst: 500 };
/** Those of them that were refused: what guessing may do. */
const refusedRate: Rate = { perSecond: 1, burst: 20 };
/** Codes for displays, for each address: many may stand behind one, and each asks once in ten minutes. */
const pairingRate: Rate = { perSecond: 0.2, burst: 30 };
/** An export of a large campaign holds its engine for seconds. */
const exportsOfOne = 3;
const exportsTogether = 20;

/** What may be asked of this host. Waits are whole seconds, 0: go on. */
export type Limits = {
  /** For each viewer, by key. */
  viewer(key: string): number;
  /** Sign-in and tokens, for each remote address. */
  access(incoming: IncomingMessage): number;
  /** A sign-in or token that was refused: how long to wait where there were too many of them. Who is let in never waits for those who are not. */
  accessRefused(incoming: IncomingMessage): number;
  /** A code for a display, for each remote address. */
  pairing(incoming: IncomingMessage): number;
  /** Call what it gives when the export is over; `undefined`: there are enough. */
  beginExport(key: string): (() => void) | undefined;
};

type Options = {
  /** For each viewer; `undefined`: no limit, and one viewer as good as all. */
  rate: Rate | undefined;
  trustedProxies: readonly string[];
  now?: () => number;
};

export function createLimits({ rate, trustedProxies, now = () => performance.now() }: Options): Limits {
  const viewers = rate && new Buckets(rate, now);
  const accesses = new Buckets(accessRate, now);
  const refused = new Buckets(refusedRate, now);
  const pairings = new Buckets(pairingRate, now);
  const exports = new AtOnce({ each: rate === undefined ? exportsTogether : exportsOfOne, together: exportsTogether });
  const addressOf = remoteAddresses(trustedProxies);
  return {
    viewer: (key) => viewers?.take(key) ?? 0,
    access: (incoming) => accesses.take(addressOf(incoming)),
    accessRefused: (incoming) => refused.take(addressOf(incoming)),
    pairing: (incoming) => pairings.take(addressOf(incoming)),
    beginExport: (key) => exports.begin(key),
  };
}
