import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Instant } from "#campaign/campaign.ts";
import { providers, simulations } from "#providers/registry.ts";
import type { SimulatedAccount } from "#providers/simulation.ts";
import { anchorOf } from "./anchor.ts";
import { json } from "./answer.ts";
import { controlRoutes } from "./controls.ts";
import { createFaultBoard } from "./fault.ts";
import { hostPlatform, type Platform } from "./hosted-platform.ts";
import { createWorld } from "./world.ts";

export type SimulatorOptions = {
  /** The same seed, begun within the same four hours, is the same world. */
  seed: number;
  /** Size of one more campaign of each platform; without it there is none. */
  calls?: number;
  /** Epoch milliseconds. */
  now(): number;
  /** Of each account; each platform's own limit unless given. */
  requestsPerMinute?: number;
  /** Opens `/_faults` and `/_clock`, to anyone who reaches the simulator: for tests only. */
  controls?: boolean;
  /** Lets other origins read it; no platform documents CORS, so the default is not to. */
  crossOrigin?: boolean;
  /** The instant the world is laid out around; the start of the present four hours unless given. */
  anchor?: Instant;
  /** All of the registry unless given. */
  platforms?: readonly Platform[];
};

export type SimulatedPlatform = {
  providerId: string;
  /** Where its base URL lies below the simulator's. */
  path: string;
  accounts: readonly SimulatedAccount[];
  /** Ids, whichever account answers them. */
  campaigns: readonly string[];
};

export type SimulatedConnection = SimulatedAccount & { providerId: string; baseUrl: string };

export type Simulator = {
  /** Rejects as `fetch` does when the request is aborted. */
  fetch(request: Request): Promise<Response>;
  platforms: readonly SimulatedPlatform[];
  /** Every account of every platform, by an address that `fetch` answers. */
  connections: readonly SimulatedConnection[];
};

/**
 * A moving world of campaigns behind each platform's API, as a value: nothing listens.
 * A listener plays the faults that need a socket; see `socketHeader` in faulty-answer.ts.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  let offset = 0;
  const now = (): number => options.now() + offset;
  const faults = createFaultBoard();
  const laidOut = { seed: options.seed, calls: options.calls, anchor: options.anchor ?? anchorOf(now()) };

  const app = new Hono();
  if (options.controls) {
    const advance = (milliseconds: number): void => {
      offset += milliseconds;
    };
    app.route("/", controlRoutes(faults, { now, advance }));
  }
  const platforms = (options.platforms ?? registered()).map((platform): SimulatedPlatform => {
    const { provider, simulation } = platform;
    const world = createWorld(simulation, laidOut);
    const requestsPerMinute = options.requestsPerMinute ?? simulation.requestsPerMinute;
    const host = hostPlatform({ ...platform, world, faults, now, signedNow: options.now, requestsPerMinute });
    const path = `/${provider.id}`;
    // Any header may be asked for: each platform carries its credential in one of its own.
    if (options.crossOrigin) app.use(`${path}/*`, cors({ origin: "*", exposeHeaders: ["Retry-After", "ETag"] }));
    app.all(`${path}/*`, (c) => host(c.req.raw));
    return { providerId: provider.id, path, accounts: simulation.accounts, campaigns: world.campaigns };
  });
  app.notFound(() => json({ message: "No platform is simulated at this address." }, 404));

  return {
    fetch: (request) => untilAborted(request.signal, async () => app.fetch(request)),
    platforms,
    connections: platforms.flatMap(({ providerId, path, accounts }) =>
      accounts.map((account) => ({ ...account, providerId, baseUrl: `http://simulator.invalid${path}` })),
    ),
  };
}

function registered(): Platform[] {
  return [...providers.values()].flatMap((provider) => {
    const simulation = simulations.get(provider.id);
    return simulation === undefined ? [] : [{ provider, simulation }];
  });
}

async function untilAborted(signal: AbortSignal, answer: () => Promise<Response>): Promise<Response> {
  signal.throwIfAborted();
  const response = await answer();
  // Whatever was waiting stops waiting when the request is given up.
  signal.throwIfAborted();
  return response;
}
