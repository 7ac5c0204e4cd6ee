import { keepNewest } from "#service/keep-newest.ts";
import { digestOf } from "../store/digest.ts";

/** How long a credential is taken at its word before its time and its revocation are looked at again. */
const trustedMilliseconds = 5_000;
const most = 10_000;

/** What credentials led to a moment ago; by digest, so that no memory holds one that works. */
export class Remembered<T> {
  readonly #known = new Map<string, { value: T; until: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  recall(credential: string): T | undefined {
    const digest = digestOf(credential);
    const known = this.#known.get(digest);
    if (known !== undefined && this.#now() < known.until) return known.value;
    this.#known.delete(digest);
    return undefined;
  }

  /** `expiresAt`: epoch ms at which the credential itself is over. */
  remember(credential: string, value: T, expiresAt = Number.POSITIVE_INFINITY): void {
    this.#known.set(digestOf(credential), { value, until: Math.min(expiresAt, this.#now() + trustedMilliseconds) });
    keepNewest(this.#known, most);
  }

  /** Something was revoked: every credential is looked at again. */
  forget(): void {
    this.#known.clear();
  }
}
