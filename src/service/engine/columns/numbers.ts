import { contactKey } from "#campaign/contact-number.ts";
import { grown } from "./grown.ts";
import { TextSet } from "./text-set.ts";

const plus = 0x2b;
const [digit0, digit1, digit9] = [0x30, 0x31, 0x39];

/**
 * Numbers as they arrived, and which of them are one contact: that is told by the number of
 * the text that is the contact's key, which stands among the spellings.
 */
export class Numbers {
  readonly spellings: TextSet;
  #contacts: Uint32Array;

  constructor(expected = 16) {
    this.spellings = new TextSet(expected);
    this.#contacts = new Uint32Array(expected);
  }

  /** The spelling that stands in `source` from `from` to before `to`. */
  add(source: Uint8Array, from: number, to: number): number {
    const known = this.spellings.length;
    const spelling = this.spellings.add(source, from, to);
    if (spelling === known) this.#meet(spelling, isKey(source, from, to) ? undefined : contactKey(this.spellings.text(spelling)));
    return spelling;
  }

  addText(text: string): number {
    const known = this.spellings.length;
    const spelling = this.spellings.addText(text);
    if (spelling === known) this.#meet(spelling, contactKey(text));
    return spelling;
  }

  contactOf(spelling: number): number {
    return this.#contacts[spelling] ?? 0;
  }

  /** Learns a new spelling; `key`: of its contact, unless that is the spelling itself. */
  #meet(spelling: number, key: string | undefined): void {
    const contact = key === undefined ? spelling : this.spellings.addText(key);
    const last = this.spellings.length - 1;
    if (last >= this.#contacts.length) this.#contacts = grown(this.#contacts, last + 1);
    this.#contacts[last] = last;
    this.#contacts[spelling] = contact;
  }
}

/** Whether a number is E.164, and so its contact's key as it is. */
function isKey(source: Uint8Array, from: number, to: number): boolean {
  const digits = to - from - 1;
  if (digits < 7 || digits > 15 || source[from] !== plus || (source[from + 1] ?? 0) < digit1) return false;
  for (let at = from + 1; at < to; at++) {
    const byte = source[at] ?? 0;
    if (byte < digit0 || byte > digit9) return false;
  }
  return true;
}
