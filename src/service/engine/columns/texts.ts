import { grown } from "./grown.ts";

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** FNV-1a, 32 bits: spreads texts over a hash table. */
const hashStart = 0x811c9dc5;
const hashPrime = 0x01000193;

/**
 * Many texts as UTF-8 in one buffer: a tenth of the memory of as many strings, nothing for the
 * garbage collector to walk through, and searchable without making strings. Only ever appended to.
 */
export class Texts {
  #bytes: Uint8Array;
  /** Where each text ends, and so the next begins. */
  #ends: Uint32Array;
  #hashes: Uint32Array;
  #length = 0;

  /** `texts` and `bytes` are what it makes room for at first. */
  constructor(texts = 16, bytes = texts * 16) {
    this.#bytes = new Uint8Array(bytes);
    this.#ends = new Uint32Array(texts);
    this.#hashes = new Uint32Array(texts);
  }

  get length(): number {
    return this.#length;
  }

  /** All texts one after the other, and room for more. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Where a text begins in `bytes`. */
  start(index: number): number {
    return index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
  }

  /** Where a text ends in `bytes`; 0 for the one before the first. */
  end(index: number): number {
    return this.#ends[index] ?? 0;
  }

  hash(index: number): number {
    return this.#hashes[index] ?? 0;
  }

  text(index: number): string {
    return decoder.decode(this.#bytes.subarray(this.start(index), this.end(index)));
  }

  /** Appends the text that stands in `source` from `from` to before `to`. */
  push(source: Uint8Array, from: number, to: number): void {
    const start = this.#room(to - from);
    const bytes = this.#bytes;
    let hash = hashStart;
    for (let at = from; at < to; at++) {
      const byte = source[at] ?? 0;
      bytes[start + at - from] = byte;
      hash = Math.imul(hash ^ byte, hashPrime);
    }
    this.#end(start + to - from, hash >>> 0);
  }

  pushText(text: string): void {
    const start = this.#room(text.length);
    const bytes = this.#bytes;
    let hash = hashStart;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x80) return this.#pushEncoded(encoder.encode(text));
      bytes[start + at] = code;
      hash = Math.imul(hash ^ code, hashPrime);
    }
    this.#end(start + text.length, hash >>> 0);
  }

  #pushEncoded(bytes: Uint8Array): void {
    this.push(bytes, 0, bytes.length);
  }

  /** Appends the texts of another collection from `from` to before `to`. */
  pushRange(other: Texts, from: number, to: number): void {
    const first = other.start(from);
    const count = to - from;
    const start = this.#room(other.start(to) - first, count);
    this.#bytes.set(other.#bytes.subarray(first, other.start(to)), start);
    this.#hashes.set(other.#hashes.subarray(from, to), this.#length);
    const moved = start - first;
    for (let index = 0; index < count; index++) this.#ends[this.#length + index] = other.end(from + index) + moved;
    this.#length += count;
  }

  /** Takes the last text back. */
  pop(): void {
    this.#length -= 1;
  }

  isEqual(index: number, other: Texts, otherIndex: number): boolean {
    const start = this.start(index);
    const length = this.end(index) - start;
    const otherStart = other.start(otherIndex);
    if (other.end(otherIndex) - otherStart !== length) return false;
    const bytes = this.#bytes;
    const otherBytes = other.#bytes;
    for (let at = 0; at < length; at++) if (bytes[start + at] !== otherBytes[otherStart + at]) return false;
    return true;
  }

  /** Negative when the one text stands before the other in the order of code points. */
  compare(a: number, b: number): number {
    const startA = this.start(a);
    const startB = this.start(b);
    const lengthA = this.end(a) - startA;
    const lengthB = this.end(b) - startB;
    const shared = Math.min(lengthA, lengthB);
    for (let at = 0; at < shared; at++) {
      const difference = (this.#bytes[startA + at] ?? 0) - (this.#bytes[startB + at] ?? 0);
      if (difference !== 0) return difference;
    }
    return lengthA - lengthB;
  }

  #end(end: number, hash: number): void {
    this.#ends[this.#length] = end;
    this.#hashes[this.#length] = hash;
    this.#length += 1;
  }

  /** Makes room for bytes and texts; answers where the bytes go. */
  #room(bytes: number, texts = 1): number {
    const start = this.start(this.#length);
    if (start + bytes > this.#bytes.length) this.#bytes = grown(this.#bytes, start + bytes);
    if (this.#length + texts > this.#ends.length) {
      this.#ends = grown(this.#ends, this.#length + texts);
      this.#hashes = grown(this.#hashes, this.#length + texts);
    }
    return start;
  }
}
