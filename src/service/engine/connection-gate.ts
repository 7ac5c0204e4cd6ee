import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamProblem } from "../api.ts";
import type { Clock, Connection } from "../ports.ts";
import { backOffMilliseconds } from "./back-off.ts";
import { Bucket } from "./bucket.ts";
import { extraShare, Extras } from "./extras.ts";
import { sleep } from "./sleep.ts";
import { type Failure, problemOf } from "./upstream-problem.ts";

const bareRateLimit = { first: 30_000, most: 5 * 60_000 };
const refusedCredential = { first: 60_000, most: 5 * 60_000 };
/** What polls of campaigns on show may need of the flow while nothing else asks: the bucket fills up all the same. */
const pollShareAlone = 0.95;
/** What asked so lately asks again. */
const latelyMilliseconds = 60_000;

/**
 * What holds for a whole connection, whichever campaign asks: the platform's
 * rate limit, its Retry-After, and a credential it refuses.
 */
export class ConnectionGate {
  readonly #random: () => number;
  readonly #bucket: Bucket;
  /** Requests that are no due poll of a campaign on show. */
  readonly extras: Extras;
  #blocked: UpstreamProblem | undefined;
  #blocks = 0;
  /** When a further page of a history was wanted last. */
  #pagedAt: Instant | undefined;

  constructor({ provider, requestsPerMinute = provider.requestsPerMinute }: Pick<Connection, "provider" | "requestsPerMinute">, now: Instant, random: () => number) {
    // What flows in over a minute and what may go at once stay below the limit in any minute,
    // and a twentieth is left for others who use the same account.
    this.#bucket = new Bucket({ perMinute: 0.8 * requestsPerMinute, atOnce: 0.15 * requestsPerMinute }, now);
    this.extras = new Extras({ all: this.#bucket, isBlocked: (at) => this.problem(at) !== undefined, now, platform: provider.name });
    this.#random = random;
  }

  /** Milliseconds between polls of each of `campaigns` on show that the rate limit carries. */
  leastInterval(campaigns: number, now: Instant): number {
    const isShared = [this.#pagedAt, this.extras.askedAt].some((at) => at !== undefined && now - at < latelyMilliseconds);
    return (campaigns * 60_000) / ((isShared ? 1 - extraShare : pollShareAlone) * this.#bucket.perMinute);
  }

  /** The problem all campaigns of this connection share now, if any. */
  problem(now: Instant): UpstreamProblem | undefined {
    const blocked = this.#blocked;
    return blocked?.retryAt !== undefined && now < blocked.retryAt ? blocked : undefined;
  }

  /**
   * Takes one request for a campaign on show, or says in how many milliseconds there will be one.
   * What can wait leaves `reserve` requests to what somebody waits for.
   */
  take(now: Instant, reserve = 0): number {
    if (reserve > 0) this.#pagedAt = now;
    const wait = this.#bucket.wait(now, reserve);
    if (wait === 0) this.#bucket.take();
    return wait;
  }

  /** Takes one request for a campaign on show as soon as there is one; `false`: the platform refuses the connection meanwhile. */
  async enter(clock: Clock): Promise<boolean> {
    for (;;) {
      const now = clock.now();
      if (this.problem(now) !== undefined) return false;
      const wait = this.take(now);
      if (wait === 0) return true;
      await sleep(clock, wait);
    }
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
