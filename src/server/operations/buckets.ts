import { keepNewest } from "#service/keep-newest.ts";

export type Rate = { perSecond: number; burst: number };

const most = 10_000;

/**
 * A token bucket for each key. Of a bucket only the moment is kept at which it will be full again
 * (GCRA): one number a key, none for a key that asked nothing lately.
 */
export class Buckets {
  readonly #fullAt = new Map<string, number>();
  readonly #eachMilliseconds: number;
  readonly #burstMilliseconds: number;
  readonly #now: () => number;

  /** `now` in milliseconds of any clock that does not go back. */
  constructor({ perSecond, burst }: Rate, now: () => number) {
    this.#eachMilliseconds = 1_000 / perSecond;
    this.#burstMilliseconds = (burst - 1) * this.#eachMilliseconds;
    this.#now = now;
  }

  /** Keys remembered. */
  get size(): number {
    return this.#fullAt.size;
  }

  /** Takes one; or says in how many whole seconds there will be one. */
  take(key: string): number {
    const now = this.#now();
    const fullAt = Math.max(now, this.#fullAt.get(key) ?? 0);
    const wait = fullAt - now - this.#burstMilliseconds;
    if (wait > 0) return Math.ceil(wait / 1_000);
    this.#fullAt.set(key, fullAt + this.#eachMilliseconds);
    if (this.#fullAt.size > most) this.#forget(now);
    return 0;
  }

  /** Full buckets are as good as none. Where too many are not full, those known longest are forgotten. */
  #forget(now: number): void {
    for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key);
    keepNewest(this.#fullAt, most / 2);
  }
}
