import type { Clock } from "../../ports.ts";

/** More turns than any answer takes; beyond them something waits for what never comes. */
const mostTurns = 20_000;

type Sleeper = { at: number; wake: () => void };

/**
 * A clock that stands still until a test moves it: whoever sleeps on it is woken in order, and minutes
 * of waiting cost no time.
 */
export class VirtualTime implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ at: this.#now + milliseconds, wake });
    });
  }

  /** Lets so much time pass; what falls due meanwhile happens. */
  async elapse(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    await turn();
    for (let turns = 0; this.#wakeNext(until); turns += 1) {
      if (turns > mostTurns) throw new Error(`It sleeps again and again: ${mostTurns} times within ${milliseconds} ms`);
      await turn();
    }
    this.#now = until;
  }

  /** What a promise comes to; time passes only while nothing else happens. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false;
    const settled = promise.finally(() => {
      isSettled = true;
    });
    // Its rejection is for whoever awaits the result.
    settled.catch(() => undefined);
    for (let turns = 0; turns < mostTurns; turns += 1) {
      await turn();
      if (isSettled) return settled;
      this.#wakeNext(Number.POSITIVE_INFINITY);
    }
    throw new Error(`No answer after ${mostTurns} turns`);
  }

  #wakeNext(until: number): boolean {
    let next = -1;
    this.#sleepers.forEach(({ at }, index) => {
      if (at <= until && (next === -1 || at < (this.#sleepers[next]?.at ?? 0))) next = index;
    });
    const [sleeper] = next === -1 ? [] : this.#sleepers.splice(next, 1);
    if (sleeper === undefined) return false;
    this.#now = Math.max(this.#now, sleeper.at);
    sleeper.wake();
    return true;
  }
}

/** Everything that waits for nothing but its turn has had it. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
