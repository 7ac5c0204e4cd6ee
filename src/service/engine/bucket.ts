import type { Instant } from "#campaign/campaign.ts";

/** A token bucket: so many requests flow in over a minute, and so many may go at once. */
export class Bucket {
  readonly perMinute: number;
  readonly atOnce: number;
  #tokens: number;
  #filledAt: Instant;

  constructor({ perMinute, atOnce }: { perMinute: number; atOnce: number }, now: Instant) {
    this.perMinute = perMinute;
    this.atOnce = Math.max(1, atOnce);
    this.#tokens = this.atOnce;
    this.#filledAt = now;
  }

  /** Milliseconds until there is a request to take that leaves `reserve` behind it, as far as the bucket holds as many; 0: now. */
  wait(now: Instant, reserve = 0): number {
    this.#tokens = Math.min(this.atOnce, this.#tokens + (Math.max(0, now - this.#filledAt) * this.perMinute) / 60_000);
    this.#filledAt = now;
    const lacking = 1 + Math.min(reserve, this.atOnce - 1) - this.#tokens;
    return lacking <= 0 ? 0 : Math.ceil((lacking * 60_000) / this.perMinute);
  }

  /** Takes one request, which `wait` said is there. */
  take(): void {
    this.#tokens -= 1;
  }
}
