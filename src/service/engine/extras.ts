import type { Instant } from "#campaign/campaign.ts";
import type { HeldBack } from "../api.ts";
import type { Clock } from "../ports.ts";
import { Bucket } from "./bucket.ts";
import { sleep } from "./sleep.ts";

/** What flows in for extras however much is on show; polls of what is on show may need the rest. */
export const extraShare = 0.25;
/** Requests an extra leaves in the bucket to polls that are due. */
const reserve = 2;
/** Readings of extras under way or waiting at once, each with one request in the line: as many as have their turn within half a minute, as pages wait no longer than that. */
const places = { least: 6, most: 20, perMinute: 0.5 };
/** Asking again costs the platform nothing. */
const longestHoldMilliseconds = 10_000;

type Options = { all: Bucket; isBlocked: (now: Instant) => boolean; now: Instant; platform: string };

/**
 * The requests of a connection that are no due poll of a campaign on show: lists, first readings,
 * first pages, readings before their time. They have a quarter of the flow, and what others leave
 * while the bucket is more than half full; they go in the order they came.
 */
export class Extras {
  readonly #options: Options;
  readonly #share: Bucket;
  #line: Promise<void> = Promise.resolve();
  #inLine = 0;
  readonly #mostPlaces: number;
  #places = 0;
  /** When one was wanted last. */
  askedAt: Instant | undefined;

  constructor(options: Options) {
    this.#options = options;
    const { perMinute, atOnce } = options.all;
    this.#share = new Bucket({ perMinute: extraShare * perMinute, atOnce: extraShare * atOnce }, options.now);
    this.#mostPlaces = Math.min(places.most, Math.max(places.least, Math.round(places.perMinute * this.#share.perMinute)));
  }

  /** A place for one reading; `undefined`: all are taken. Call what it gives when the reading is over. */
  begin(): (() => void) | undefined {
    if (this.#places >= this.#mostPlaces) return undefined;
    this.#places += 1;
    return () => {
      this.#places -= 1;
    };
  }

  /** What is said to who is not let wait. */
  heldBack(now: Instant, because = "campaigns on show are read first, and many others wait already"): HeldBack {
    const line = (Math.max(1, this.#inLine) * 60_000) / this.#share.perMinute;
    const detail = `Callboard stays within the limit of ${this.#options.platform}: ${because}`;
    return { code: "too_many_requests", detail, since: now, retryAt: now + Math.min(Math.ceil(line), longestHoldMilliseconds) };
  }

  /** Takes one request if there is one and nobody waits for it. */
  takeNow(now: Instant): boolean {
    return this.#inLine === 0 && this.#take(now) === 0;
  }

  /** Takes one request when those before have theirs; `false`: the platform refuses the connection meanwhile, and nothing may be sent. */
  async enter(clock: Clock): Promise<boolean> {
    const before = this.#line;
    let leave = (): void => {};
    this.#line = new Promise((resolve) => {
      leave = resolve;
    });
    this.#inLine += 1;
    await before;
    const may = await this.#turn(clock);
    this.#inLine -= 1;
    leave();
    return may;
  }

  async #turn(clock: Clock): Promise<boolean> {
    for (;;) {
      const now = clock.now();
      if (this.#options.isBlocked(now)) return false;
      const wait = this.#take(now);
      if (wait === 0) return true;
      await sleep(clock, wait);
    }
  }

  #take(now: Instant): number {
    this.askedAt = now;
    const { all } = this.#options;
    const untilSpare = all.wait(now, all.atOnce / 2);
    const untilShare = Math.max(this.#share.wait(now), all.wait(now, reserve));
    if (untilSpare > 0 && untilShare > 0) return Math.min(untilSpare, untilShare);
    if (untilSpare > 0) this.#share.take();
    all.take();
    return 0;
  }
}
