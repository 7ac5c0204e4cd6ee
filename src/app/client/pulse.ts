import type { Instant } from "#campaign/campaign.ts";

const tickMilliseconds = 250;
/** A gap between ticks that means the machine slept; hidden tabs tick once a minute at worst. */
const sleepMilliseconds = 90_000;

/** One timer for everything on screen that tells the time; it runs while somebody reads. */
export type Pulse = {
  subscribe(listener: () => void): () => void;
  /** The instant readers of this step agree on; it moves when a whole step has passed. */
  read(stepMilliseconds: number): Instant;
  /** Calls back on the first tick after the machine slept. */
  onWake(listener: () => void): void;
};

export function createPulse(now: () => Instant, wall: () => number): Pulse {
  const listeners = new Set<() => void>();
  const wakeListeners = new Set<() => void>();
  const shown = new Map<number, Instant>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let lastTick = 0;

  function refresh(stepMilliseconds: number): Instant {
    const instant = now();
    const before = shown.get(stepMilliseconds);
    // A step back happens when the service's clock was learnt or corrected.
    if (before !== undefined && instant >= before && instant - before < stepMilliseconds) return before;
    shown.set(stepMilliseconds, instant);
    return instant;
  }

  function tick(): void {
    for (const step of shown.keys()) refresh(step);
    const slept = wall() - lastTick > sleepMilliseconds;
    lastTick = wall();
    if (slept) for (const listener of wakeListeners) listener();
    for (const listener of listeners) listener();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      if (timer === undefined) {
        lastTick = wall();
        timer = setInterval(tick, tickMilliseconds);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    read(stepMilliseconds) {
      // While the timer runs the value moves on ticks only, so that all readers agree.
      const instant = timer === undefined ? undefined : shown.get(stepMilliseconds);
      return instant ?? refresh(stepMilliseconds);
    },
    onWake(listener) {
      wakeListeners.add(listener);
    },
  };
}
