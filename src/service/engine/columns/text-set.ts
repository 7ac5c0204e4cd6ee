import { TextIndex } from "./text-index.ts";
import { Texts } from "./texts.ts";

/** Texts, each once and numbered in the order they came: what columns refer to. Only ever appended to. */
export class TextSet {
  readonly texts: Texts;
  readonly #index: TextIndex;

  constructor(expected = 16) {
    this.texts = new Texts(expected);
    this.#index = new TextIndex(this.texts, expected);
  }

  get length(): number {
    return this.texts.length;
  }

  /** The number of the text that stands in `source` from `from` to before `to`. */
  add(source: Uint8Array, from: number, to: number): number {
    this.texts.push(source, from, to);
    return this.#settle();
  }

  addText(text: string): number {
    this.texts.pushText(text);
    return this.#settle();
  }

  text(index: number): string {
    return this.texts.text(index);
  }

  /** The last text, unless it was there before. */
  #settle(): number {
    const last = this.texts.length - 1;
    const before = this.#index.add(last);
    if (before === undefined) return last;
    this.texts.pop();
    return before;
  }
}
