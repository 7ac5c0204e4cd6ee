type Rows = Iterator<string> | AsyncIterator<string>;
type Open = { rows: Rows; idle: NodeJS.Timeout };

/** An export nobody takes rows of for this long is over. Longer than the host gives a reader who stalls, so that it ends by that. */
const mostIdleMilliseconds = 5 * 60_000;

/** Exports under way, by the question that began them. Each holds the calls of its campaign as they were then, so none is kept for ever. */
export class OpenExports {
  readonly #open = new Map<number, Open>();

  get size(): number {
    return this.#open.size;
  }

  begin(id: number, chunks: Iterable<string> | AsyncIterable<string>): void {
    const rows = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
    const idle = setTimeout(() => this.end(id), mostIdleMilliseconds);
    // Nobody's thread lives on for it.
    idle.unref();
    this.#open.set(id, { rows, idle });
  }

  /** The next chunk, `undefined` after the last. Rejects where the export is over: half of one must not look whole. */
  async next(id: number): Promise<string | undefined> {
    const open = this.#open.get(id);
    if (open === undefined) throw new Error("This export is over: nobody took its rows for too long");
    open.idle.refresh();
    const next = await open.rows.next();
    if (next.done !== true) return next.value;
    this.end(id);
    return undefined;
  }

  end(id: number): void {
    const open = this.#open.get(id);
    this.#open.delete(id);
    if (open === undefined) return;
    clearTimeout(open.idle);
    void open.rows.return?.();
  }
}
