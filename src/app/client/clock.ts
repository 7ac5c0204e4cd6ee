import { useCallback, useSyncExternalStore } from "react";
import type { Instant } from "#campaign/campaign.ts";
import { createPulse } from "./pulse.ts";
import { serviceClock } from "./service-clock.ts";

export const pulse = createPulse(
  () => serviceClock.now(),
  () => Date.now(),
);

/** The service's clock, renewed every `stepMilliseconds` (250 at the least); one timer serves all readers. */
export function useNow(stepMilliseconds: number): Instant {
  return useSyncExternalStore(
    pulse.subscribe,
    useCallback(() => pulse.read(stepMilliseconds), [stepMilliseconds]),
  );
}
