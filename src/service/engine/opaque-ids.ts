import { keepNewest } from "../keep-newest.ts";

/** Ids given out and still understood; whoever comes back with an older one is told that there is no such call. */
const mostKept = 20_000;
const encoder = new TextEncoder();

/**
 * Ids to give in place of others, which may be made of a number: the same for the same id as long
 * as this process lives, and telling nothing of it to those who do not hold its key.
 */
export class OpaqueIds {
  readonly #key = crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  readonly #ids = new Map<string, string>();

  /** A name for what is not asked for by it. */
  async nameOf(text: string): Promise<string> {
    const digest = await crypto.subtle.sign("HMAC", await this.#key, encoder.encode(text));
    return Array.from(new Uint8Array(digest, 0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** A name that `behind` knows again. */
  async give(id: string): Promise<string> {
    const opaque = await this.nameOf(id);
    this.#ids.delete(opaque);
    this.#ids.set(opaque, id);
    keepNewest(this.#ids, mostKept);
    return opaque;
  }

  /** The id that this one was given for. */
  behind(opaque: string): string | undefined {
    return this.#ids.get(opaque);
  }
}
