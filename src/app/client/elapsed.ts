import { useSyncExternalStore } from "react";
import { pulse } from "./clock.ts";

const step = 1_000;

/** Milliseconds since the page was loaded, in whole seconds: for turns and signs of life, which no clock that is set may hold up. */
export function useElapsed(): number {
  return useSyncExternalStore(pulse.subscribe, () => Math.floor(performance.now() / step) * step);
}
