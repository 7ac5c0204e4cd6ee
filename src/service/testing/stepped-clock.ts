const stepMilliseconds = 250;

/** A clock that moves only when told to; who sleeps by it is woken as it passes. */
export class SteppedClock {
  readonly #sleeping = new Set<{ until: number; wake: () => void }>();
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now = (): number => this.#now;

  sleep = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      this.#sleeping.add({ until: this.#now + milliseconds, wake });
    });

  /** Moves on in steps; `settle` gives what is on its way over real sockets the time to arrive, and is called after each. */
  async pass(milliseconds: number, settle: () => Promise<void>): Promise<void> {
    const end = this.#now + milliseconds;
    while (this.#now < end) {
      this.#now = Math.min(end, this.#now + stepMilliseconds);
      for (const sleeper of this.#sleeping) {
        if (sleeper.until > this.#now) continue;
        this.#sleeping.delete(sleeper);
        sleeper.wake();
      }
      await settle();
    }
  }
}
