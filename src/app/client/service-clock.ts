import type { Instant } from "#campaign/campaign.ts";

type LocalClocks = { monotonic(): number; wall(): number };

/** The service's clock, told from its last answer and the time passed here since. */
export type ServiceClock = {
  /** Takes over what the service says its time is, at this moment. */
  set(serviceNow: Instant): void;
  /** Before the first answer: this machine's own time. */
  now(): Instant;
};

/**
 * Only time *passed* is read from this machine, so its clock may be wrong. The
 * larger of both measures counts: the monotonic one stands still while some
 * machines sleep, and data must never look younger than it is.
 */
export function createServiceClock(local: LocalClocks): ServiceClock {
  let anchor: { instant: Instant; monotonic: number; wall: number } | undefined;
  return {
    set(instant) {
      anchor = { instant, monotonic: local.monotonic(), wall: local.wall() };
    },
    now() {
      if (anchor === undefined) return local.wall();
      return anchor.instant + Math.max(local.monotonic() - anchor.monotonic, local.wall() - anchor.wall, 0);
    },
  };
}

export const serviceClock = createServiceClock({
  monotonic: () => performance.now(),
  wall: () => Date.now(),
});
