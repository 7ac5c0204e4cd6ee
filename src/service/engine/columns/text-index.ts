import type { Texts } from "./texts.ts";

/** Finds texts by hash: open addressing over one array of numbers. */
export class TextIndex {
  readonly #texts: Texts;
  /** 0 is empty; else one more than the place of a text. */
  #slots: Uint32Array;
  #used = 0;

  constructor(texts: Texts, expected = texts.length) {
    this.#texts = texts;
    this.#slots = new Uint32Array(slotsFor(expected));
  }

  /** The place of the text that stands in `other` at `index`. */
  find(other: Texts, index: number): number | undefined {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = other.hash(index);
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const found = slots[slot] ?? 0;
      if (found === 0) return undefined;
      if (this.#texts.hash(found - 1) === hash && this.#texts.isEqual(found - 1, other, index)) return found - 1;
    }
  }

  /** Notes a text of its own; answers the place of the equal one noted before, if there is one. */
  add(index: number): number | undefined {
    if (this.#used * 2 >= this.#slots.length) this.#enlarge();
    const slots = this.#slots;
    const texts = this.#texts;
    const mask = slots.length - 1;
    const hash = texts.hash(index);
    let slot = hash & mask;
    for (let found = slots[slot] ?? 0; found !== 0; found = slots[slot] ?? 0) {
      if (texts.hash(found - 1) === hash && texts.isEqual(found - 1, texts, index)) return found - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = index + 1;
    this.#used += 1;
    return undefined;
  }

  /** From now on `index` is found where the equal `before` was. */
  replace(before: number, index: number): void {
    const mask = this.#slots.length - 1;
    for (let slot = this.#texts.hash(index) & mask; ; slot = (slot + 1) & mask) {
      if (this.#slots[slot] !== before + 1) continue;
      this.#slots[slot] = index + 1;
      return;
    }
  }

  #enlarge(): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(before.length * 2);
    const mask = this.#slots.length - 1;
    for (const found of before) {
      if (found === 0) continue;
      let slot = this.#texts.hash(found - 1) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = found;
    }
  }
}

/** A power of two, at most half full. */
function slotsFor(texts: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(8, texts * 2)));
}
