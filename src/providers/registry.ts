import { callers } from "./callers/provider.ts";
import { callersSimulation } from "./callers/simulate.ts";
import { dialnexa } from "./dialnexa/provider.ts";
import { dialnexaSimulation } from "./dialnexa/simulate.ts";
import { kore } from "./kore/provider.ts";
import { koreSimulation } from "./kore/simulate.ts";
import type { Provider } from "./provider.ts";
import type { Simulation } from "./simulation.ts";
import { talkover } from "./talkover/provider.ts";
import { talkoverSimulation } from "./talkover/simulate.ts";

/** One line a platform: how it is read, and how the simulator plays it. */
const platforms: readonly (readonly [Provider, Simulation])[] = [
  [talkover, talkoverSimulation],
  [dialnexa, dialnexaSimulation],
  [callers, callersSimulation],
  [kore, koreSimulation],
];

/** Every platform Callboard reads, by its id. */
export const providers: ReadonlyMap<string, Provider> = new Map(platforms.map(([provider]) => [provider.id, provider]));

/** Every platform's part of the simulator, by the provider's id. */
export const simulations: ReadonlyMap<string, Simulation> = new Map(
  platforms.map(([provider, simulation]) => [provider.id, simulation]),
);
