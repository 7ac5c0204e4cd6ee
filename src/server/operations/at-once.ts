/** How much of a work goes on at once: for each key, and together. */
export class AtOnce {
  readonly #each: number;
  readonly #together: number;
  readonly #going = new Map<string, number>();
  #all = 0;

  constructor({ each, together }: { each: number; together: number }) {
    this.#each = each;
    this.#together = together;
  }

  /** Begins one; `undefined` where there are as many as there may be. Call what it gives once that one is over. */
  begin(key: string): (() => void) | undefined {
    const going = this.#going.get(key) ?? 0;
    if (going >= this.#each || this.#all >= this.#together) return undefined;
    this.#change(key, 1);
    return () => this.#change(key, -1);
  }

  #change(key: string, by: 1 | -1): void {
    const going = (this.#going.get(key) ?? 0) + by;
    this.#all += by;
    if (going === 0) this.#going.delete(key);
    else this.#going.set(key, going);
  }
}
