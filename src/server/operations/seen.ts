import { keepNewest } from "#service/keep-newest.ts";

const forgottenAfterMilliseconds = 60_000;
const most = 10_000;

/** Who asked in the last minute, by key. */
export class Seen {
  readonly #at = new Map<string, number>();

  /** `now` in milliseconds of any clock that does not go back. */
  note(key: string, now: number): void {
    this.#at.set(key, now);
    if (this.#at.size > most) this.#forget(now);
  }

  count(now: number): number {
    this.#forget(now);
    return this.#at.size;
  }

  #forget(now: number): void {
    for (const [key, at] of this.#at) if (now - at > forgottenAfterMilliseconds) this.#at.delete(key);
    if (this.#at.size <= most) return;
    // More in a minute are not all kept; half go at once, so that this is seldom.
    keepNewest(this.#at, most / 2);
  }
}
