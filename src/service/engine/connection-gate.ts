import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamProblem } from "../api.ts";
import type { Clock, Connection } from "../ports.ts";
import { backOffMilliseconds } from "./back-off.ts";
import { sleep } from "./sleep.ts";
import { type Failure, problemOf } from "./upstream-problem.ts";

const bareRateLimit = { first: 30_000, most: 5 * 60_000 };
const refusedCredential = { first: 60_000, most: 5 * 60_000 };

/**
 * What holds for a whole connection, whichever campaign asks: the platform's
 * rate limit, its Retry-After, and a credential it refuses.
 */
export class ConnectionGate {
  readonly #requestsPerMinute: number;
  readonly #random: () => number;
  readonly #atOnce: number;
  #tokens: number;
  #filledAt: Instant;
  #blocked: UpstreamProblem | undefined;
  #blocks = 0;

  constructor({ provider, requestsPerMinute = provider.requestsPerMinute }: Connection, now: Instant, random: () => number) {
    // What flows in over a minute and what may go at once stay below the limit in any minute,
    // and a twentieth is left for others who use the same account.
    this.#requestsPerMinute = 0.8 * requestsPerMinute;
    this.#atOnce = Math.max(1, 0.15 * requestsPerMinute);
    this.#tokens = this.#atOnce;
    this.#filledAt = now;
    this.#random = random;
  }

  /** Milliseconds between polls of each of `campaigns` that the rate limit carries. */
  leastInterval(campaigns: number): number {
    return (campaigns * 60_000) / this.#requestsPerMinute;
  }

  /** The problem all campaigns of this connection share now, if any. */
  problem(now: Instant): UpstreamProblem | undefined {
    const blocked = this.#blocked;
    return blocked?.retryAt !== undefined && now < blocked.retryAt ? blocked : undefined;
  }

  /**
   * Takes one request from the bucket, or says in how many milliseconds there will be one.
   * What can wait leaves `reserve` requests to what somebody waits for.
   */
  take(now: Instant, reserve = 0): number {
    const most = this.#atOnce;
    this.#tokens = Math.min(most, this.#tokens + (Math.max(0, now - this.#filledAt) * this.#requestsPerMinute) / 60_000);
    this.#filledAt = now;
    const wanted = 1 + Math.min(reserve, most - 1);
    if (this.#tokens >= wanted) {
      this.#tokens -= 1;
      return 0;
    }
    return Math.ceil(((wanted - this.#tokens) * 60_000) / this.#requestsPerMinute);
  }

  /** Takes one request as soon as there is one. */
  async enter(clock: Clock): Promise<void> {
    for (let wait = this.take(clock.now()); wait > 0; wait = this.take(clock.now())) await sleep(clock, wait);
  }

  /** Learns from a failure; returns the problem when it concerns the whole connection. */
  failed(failure: Failure, now: Instant): UpstreamProblem | undefined {
    const wait = this.#waitAfter(failure);
    if (wait === undefined) return undefined;
    const since = this.#blocked?.code === failure.code ? this.#blocked.since : now;
    this.#blocked = problemOf(failure, since, now + wait);
    return this.#blocked;
  }

  succeeded(): void {
    this.#blocked = undefined;
    this.#blocks = 0;
  }

  #waitAfter(failure: Failure): number | undefined {
    switch (failure.code) {
      case "credential_refused":
        this.#blocks += 1;
        return Math.max(refusedCredential.first, backOffMilliseconds(this.#blocks, refusedCredential, this.#random));
      case "rate_limited":
        this.#blocks += 1;
        return failure.retryAfterMilliseconds ?? backOffMilliseconds(this.#blocks, bareRateLimit, this.#random);
      default:
        return undefined;
    }
  }
}
