import type { CampaignReading, HeaderSource, ProviderRequest, WireResult } from "#providers/provider.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import { digestOf } from "./digest.ts";
import { parseBody, readUpstream } from "./read-upstream.ts";
import { sleep } from "./sleep.ts";
import type { Failure } from "./upstream-problem.ts";

/** A header that was read; `reading` is `undefined` when its bytes are those accepted last. */
export type Header =
  | { ok: true; reading: CampaignReading | undefined; digest: string; workMilliseconds: number }
  | { ok: false; failure: Failure };

/** More pages of a list than this are not searched for one campaign. */
const mostPages = 50;

type Options = { source: HeaderSource; connection: Connection; gate: ConnectionGate; clock: Clock };

/** Reads a campaign's own fields, wherever its platform answers them. Identical bytes are not parsed again. */
export class HeaderReader {
  readonly #options: Options;
  #accepted = "";
  /** The page of the list the campaign was last found on. */
  #page = 1;

  constructor(options: Options) {
    this.#options = options;
  }

  /** What `digest` names is what is shown: the same bytes need no parsing from now on. */
  accept(digest: string): void {
    this.#accepted = digest;
  }

  /** One request whose token was taken already; further ones wait for theirs. `anyway`: parse known bytes too. */
  async read(anyway: boolean): Promise<Header> {
    const { source } = this.#options;
    if (source.kind === "one") {
      const header = await this.#fetch(source.request, source.read, anyway);
      return header.ok ? { ...header, reading: header.value } : header;
    }
    return this.#search(source, anyway);
  }

  async #search(source: Extract<HeaderSource, { kind: "listed" }>, anyway: boolean): Promise<Header> {
    const { connection, gate, clock } = this.#options;
    const looked = new Set<number>();
    for (let page = this.#page; !looked.has(page) && looked.size < mostPages; ) {
      for (let wait = looked.size === 0 ? 0 : gate.take(clock.now()); wait > 0; wait = gate.take(clock.now())) await sleep(clock, wait);
      const header = await this.#fetch(source.request(page), source.read, anyway);
      if (!header.ok) return header;
      if (header.value === undefined || header.value.reading !== undefined) {
        this.#page = page;
        return { ...header, reading: header.value?.reading };
      }
      looked.add(page);
      // On from where it was last, and round to the pages before.
      page = page >= header.value.lastPage ? 1 : page + 1;
    }
    this.#page = 1;
    const detail = `${connection.provider.name} lists no campaign of this id`;
    return { ok: false, failure: { code: "not_found", status: undefined, detail } };
  }

  async #fetch<T>(request: ProviderRequest, read: (body: unknown) => WireResult<T>, anyway: boolean) {
    const { connection, clock } = this.#options;
    const body = await readUpstream(connection, request, clock.now());
    if (!body.ok) return body;
    // Without If-None-Match there is no 304, so the bytes are there.
    const bytes = body.bytes ?? new Uint8Array();
    const arrived = clock.now();
    const digest = digestOf(bytes);
    if (digest === this.#accepted && !anyway) return { ok: true as const, value: undefined, digest, workMilliseconds: 0 };
    const parsed = parseBody(bytes, read);
    return parsed.ok ? { ok: true as const, value: parsed.value, digest, workMilliseconds: clock.now() - arrived } : parsed;
  }
}
