import { firstWhere } from "../columns/first-where.ts";
import { grown } from "../columns/grown.ts";

/** Where the elements of a list stand in its body. Only ever appended to. */
export class Stretches {
  #starts: Uint32Array;
  #ends: Uint32Array;
  #length = 0;

  constructor(expected: number) {
    this.#starts = new Uint32Array(expected);
    this.#ends = new Uint32Array(expected);
  }

  get length(): number {
    return this.#length;
  }

  start(index: number): number {
    return this.#starts[index] ?? 0;
  }

  end(index: number): number {
    return this.#ends[index] ?? 0;
  }

  push(start: number, end: number): void {
    this.#room(1);
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length += 1;
  }

  /** Appends elements of another list, from `from` to before `to`, of which the first begins at `start` here. */
  pushRange(other: Stretches, from: number, to: number, start: number): void {
    this.#room(to - from);
    const moved = start - other.start(from);
    for (let index = from; index < to; index++) {
      this.#starts[this.#length] = other.start(index) + moved;
      this.#ends[this.#length] = other.end(index) + moved;
      this.#length += 1;
    }
  }

  /** The first element from `from` on that ends after `offset`. */
  firstEndingAfter(offset: number, from: number): number {
    return firstWhere(from, this.#length, (index) => this.end(index) > offset);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#starts.length) return;
    this.#starts = grown(this.#starts, this.#length + more);
    this.#ends = grown(this.#ends, this.#length + more);
  }
}
