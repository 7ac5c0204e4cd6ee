import type { CampaignReading, HeaderSource, ProviderRequest, WireResult } from "#providers/provider.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ListedCalls } from "./columns/listed-calls.ts";
import { parseBody, readUpstream, readValue } from "./read-upstream.ts";
import { RowReader } from "./rereading/row-reader.ts";
import { areSameBytes } from "./rereading/same-bytes.ts";
import type { Failure } from "./upstream-problem.ts";

/**
 * A header that was read; `reading` is `undefined` when its bytes are those accepted last. `listed`:
 * the calls of its body, where they were read row by row; they are not in `reading` then.
 */
export type Header =
  | { ok: true; reading: CampaignReading | undefined; listed?: ListedCalls | undefined; bytes: Uint8Array; workMilliseconds: number }
  | { ok: false; failure: Failure };

/** More pages of a list than this are not searched for one campaign. */
const mostPages = 50;

type Read<T> = { ok: true; value: T } | { ok: false; failure: Failure };

type Options = { source: HeaderSource; connection: Connection; clock: Clock };
/** Waits for one more request; `false`: the connection may send nothing now. */
export type Turn = () => Promise<boolean>;

/** Reads a campaign's own fields, wherever its platform answers them. Identical bytes are not parsed again. */
export class HeaderReader {
  readonly #options: Options;
  readonly #rows: RowReader | undefined;
  #accepted: Uint8Array | undefined;
  /** The page of the list the campaign was last found on. */
  #page = 1;

  constructor(options: Options) {
    this.#options = options;
    const { source } = options;
    this.#rows = source.kind === "one" && source.rows !== undefined ? new RowReader(source.rows) : undefined;
  }

  /** These bytes are what is shown: the same ones need no reading from now on. */
  accept(bytes: Uint8Array): void {
    this.#accepted = bytes;
  }

  /** One request whose token was taken already; further ones wait for their turn, and `undefined`: there was none. `anyway`: parse known bytes too. */
  async read(anyway: boolean, turn: Turn): Promise<Header | undefined> {
    const { source } = this.#options;
    if (source.kind === "one") {
      const header = await this.#fetch(source.request, (bytes) => this.#readOne(bytes, source.read), anyway);
      return header.ok ? { ...header, ...header.value, reading: header.value?.reading } : header;
    }
    return this.#search(source, anyway, turn);
  }

  async #search(source: Extract<HeaderSource, { kind: "listed" }>, anyway: boolean, turn: Turn): Promise<Header | undefined> {
    const { connection } = this.#options;
    const looked = new Set<number>();
    for (let page = this.#page; !looked.has(page) && looked.size < mostPages; ) {
      if (looked.size > 0 && !(await turn())) return undefined;
      const header = await this.#fetch(source.request(page), (bytes) => parseBody(bytes, source.read), anyway);
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

  /** The calls row by row where that is possible, else everything at once. */
  #readOne(bytes: Uint8Array, read: (body: unknown) => WireResult<CampaignReading>): Read<{ reading: CampaignReading; listed?: ListedCalls }> {
    const rows = this.#rows?.read(bytes);
    const whole = rows === undefined ? parseBody(bytes, read) : readValue(rows.envelope, read);
    if (!whole.ok) return whole;
    const reading = whole.value;
    if (rows === undefined) return { ok: true, value: { reading } };
    const { calls: listed, setAside } = rows;
    return { ok: true, value: { reading: { ...reading, calls: undefined, setAside: { ...reading.setAside, calls: [...setAside] } }, listed } };
  }

  async #fetch<T>(request: ProviderRequest, read: (bytes: Uint8Array) => Read<T>, anyway: boolean) {
    const { connection, clock } = this.#options;
    const body = await readUpstream(connection, request, clock.now());
    if (!body.ok) return body;
    // Without If-None-Match there is no 304, so the bytes are there.
    const bytes = body.bytes ?? new Uint8Array();
    const arrived = clock.now();
    if (!anyway && this.#accepted !== undefined && areSameBytes(bytes, this.#accepted)) {
      return { ok: true as const, value: undefined, bytes, workMilliseconds: 0 };
    }
    const parsed = read(bytes);
    return parsed.ok ? { ok: true as const, value: parsed.value, bytes, workMilliseconds: clock.now() - arrived } : parsed;
  }
}
