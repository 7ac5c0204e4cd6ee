import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Instant } from "#campaign/campaign.ts";
import { anchorOf } from "./anchor.ts";
import { json } from "./answer.ts";
import { controlRoutes } from "./controls.ts";
import { createFaultBoard } from "./fault.ts";
import { talkoverRoutes } from "./talkover-routes.ts";
import { createTalkoverWorld } from "./talkover-world.ts";

export type SimulatorOptions = {
  /** The same seed, begun within the same four hours, is the same world. */
  seed: number;
  /** Size of the `big` campaign; without it there is none. */
  calls?: number;
  /** Epoch milliseconds. */
  now(): number;
  token?: string;
  /** Talkover's documented Standard limit, 100, unless given. */
  requestsPerMinute?: number;
  /** Opens `/_faults` and `/_clock`, to anyone who reaches the simulator: for tests only. */
  controls?: boolean;
  /** Lets other origins read it; Talkover documents no CORS, so the default is not to. */
  crossOrigin?: boolean;
  /** The instant the world is laid out around; the start of the present four hours unless given. */
  anchor?: Instant;
};

export type SimulatedConnection = { name: string; label: string; providerId: string; baseUrl: string; token: string };

export type Simulator = {
  /** Rejects as `fetch` does when the request is aborted. */
  fetch(request: Request): Promise<Response>;
  connections: SimulatedConnection[];
};

/**
 * A moving world of campaigns behind Talkover's API, as a value: nothing listens.
 * A listener plays the faults that need a socket; see `socketHeader` in faulty-answer.ts.
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { seed, token = "talq_demo", requestsPerMinute = 100 } = options;
  let offset = 0;
  const now = (): number => options.now() + offset;
  const faults = createFaultBoard();
  const world = createTalkoverWorld({ seed, calls: options.calls, anchor: options.anchor ?? anchorOf(now()) });

  const app = new Hono();
  if (options.crossOrigin) app.use("/api/*", cors({ origin: "*", allowHeaders: ["Authorization"], exposeHeaders: ["Retry-After"] }));
  if (options.controls) {
    const advance = (milliseconds: number): void => {
      offset += milliseconds;
    };
    app.route("/", controlRoutes(faults, { now, advance }));
  }
  app.route("/", talkoverRoutes({ world, faults, now, token, requestsPerMinute }));
  app.notFound(() => json({ success: false, message: "Not Found" }, 404));

  return {
    fetch: (request) => untilAborted(request.signal, async () => app.fetch(request)),
    connections: [
      { name: "demo", label: "Demo", providerId: "talkover", baseUrl: "http://simulator.invalid", token },
    ],
  };
}

async function untilAborted(signal: AbortSignal, answer: () => Promise<Response>): Promise<Response> {
  signal.throwIfAborted();
  const response = await answer();
  // Whatever was waiting stops waiting when the request is given up.
  signal.throwIfAborted();
  return response;
}
