import { Engine } from "./engine/engine.ts";
import { createFront } from "./front/front.ts";
import type { Service, ServiceOptions } from "./ports.ts";

/** Callboard's API as a value: give it connections and a clock, and ask it. Nothing listens here. */
export function createService(options: ServiceOptions): Service {
  const engine = new Engine(options);
  const front = createFront(options, engine);
  return { fetch: async (request, viewer) => front.fetch(request, { viewer }), stop: () => engine.stop() };
}
