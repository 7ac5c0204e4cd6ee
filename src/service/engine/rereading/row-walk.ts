import type { SetAside } from "#campaign/call.ts";
import type { RowsInBody } from "#providers/provider.ts";
import type { CallColumns } from "../columns/call-columns.ts";
import { ColumnsBuilder } from "../columns/columns-builder.ts";
import { firstWhere } from "../columns/first-where.ts";
import { grown } from "../columns/grown.ts";
import { idIndex } from "../columns/id-index.ts";
import { type ListedCalls, notThere } from "../columns/listed-calls.ts";
import { closeList, comma, skipSpace, valueEnd } from "./json-bytes.ts";
import type { PlainRowReader } from "./plain-row.ts";
import { sameBytes } from "./same-bytes.ts";
import { Stretches } from "./stretches.ts";

/** A list that was read, with the body it stood in. */
export type WalkedRows = {
  bytes: Uint8Array;
  /** Where its elements stand, those set aside included. */
  elements: Stretches;
  columns: CallColumns;
  setAside: readonly SetAside[];
};

/** A plain row is about as long: what room is made for. */
const bytesPerRow = 100;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** One way through a list, beside the one before. Used once. */
export class RowWalk {
  readonly #bytes: Uint8Array;
  readonly #rows: RowsInBody;
  readonly #plain: PlainRowReader;
  readonly #before: WalkedRows | undefined;
  readonly #builder: ColumnsBuilder;
  readonly #elements: Stretches;
  readonly #setAside: SetAside[] = [];
  #rowBefore: Uint32Array;
  /** The element before that is next expected. */
  #cursor = 0;
  #isSameIds: boolean;

  constructor(bytes: Uint8Array, rows: RowsInBody, plain: PlainRowReader, before: WalkedRows | undefined) {
    this.#bytes = bytes;
    this.#rows = rows;
    this.#plain = plain;
    this.#before = before;
    const expected = before === undefined ? Math.ceil(bytes.length / bytesPerRow) : before.elements.length + 64;
    this.#builder = new ColumnsBuilder(expected, before?.columns, before && before.columns.ids.bytes.length);
    this.#elements = new Stretches(expected);
    this.#rowBefore = new Uint32Array(expected);
    this.#isSameIds = before !== undefined;
  }

  /** Reads the elements from `at` on; answers where the bracket stands that closes the list, -1: something is not as it should be. */
  walk(at: number): number {
    let next = skipSpace(this.#bytes, at);
    if (this.#bytes[next] === closeList) return next;
    for (;;) {
      next = this.#takeOver(next) ?? this.#takePlain(next) ?? this.#takeParsed(next) ?? -1;
      if (next === -1) return -1;
      next = skipSpace(this.#bytes, next);
      if (this.#bytes[next] === closeList) return next;
      if (this.#bytes[next] !== comma) return -1;
      next = skipSpace(this.#bytes, next + 1);
    }
  }

  /** What was read, once the walk is over. */
  done(): { walked: WalkedRows; calls: ListedCalls } {
    const before = this.#before;
    const isSameIds = before !== undefined && this.#isSameIds && this.#builder.rows === before.columns.rows && idIndex(before.columns).lost.size === 0;
    const columns = this.#builder.done(isSameIds ? before.columns.ids : undefined);
    const walked = { bytes: this.#bytes, elements: this.#elements, columns, setAside: this.#setAside };
    const based = before && { columns: before.columns, rowBefore: this.#rowBefore.subarray(0, columns.rows) };
    return { walked, calls: { columns, based } };
  }

  /** The elements from `at` on that stand there as they stood before. */
  #takeOver(at: number): number | undefined {
    const before = this.#before;
    if (before === undefined || this.#cursor >= before.elements.length) return undefined;
    const { elements, columns } = before;
    const from = this.#cursor;
    const start = elements.start(from);
    const same = sameBytes(this.#bytes, at, before.bytes, start, elements.end(elements.length - 1) - start);
    const to = elements.firstEndingAfter(start + same, from);
    if (to === from) return undefined;
    this.#takeAsideOver(before.setAside, from, to);
    const firstRow = from - countBelow(before.setAside, from);
    const lastRow = to - countBelow(before.setAside, to);
    this.#note(firstRow, lastRow - firstRow);
    this.#builder.addRange(columns, firstRow, lastRow);
    this.#elements.pushRange(elements, from, to, at);
    this.#cursor = to;
    return at + elements.end(to - 1) - start;
  }

  #takeAsideOver(setAside: readonly SetAside[], from: number, to: number): void {
    for (let place = countBelow(setAside, from); place < setAside.length; place++) {
      const aside = setAside[place];
      if (aside === undefined || aside.index >= to) return;
      this.#setAside.push({ ...aside, index: aside.index - from + this.#elements.length });
    }
  }

  #takePlain(at: number): number | undefined {
    const end = this.#plain.read(this.#bytes, at, this.#builder);
    if (end === -1) return undefined;
    this.#tookRow();
    this.#elements.push(at, end);
    return end;
  }

  #takeParsed(at: number): number | undefined {
    const end = valueEnd(this.#bytes, at);
    const json = end === -1 ? undefined : parsed(this.#bytes.subarray(at, end));
    if (json === undefined) return undefined;
    const row = this.#rows.read(json.value);
    if (row.ok) {
      this.#builder.add(row.value);
      this.#tookRow();
    } else {
      this.#setAside.push({ index: this.#elements.length, reason: row.reason });
      this.#cursor += 1;
    }
    this.#elements.push(at, end);
    return end;
  }

  /** Goes on behind the row before that has this one's id; a new one stands between two of them. */
  #tookRow(): void {
    const row = this.#builder.rows - 1;
    const before = this.#before;
    this.#note(notThere, 1);
    if (before === undefined) return;
    const expected = this.#cursor - countBelow(before.setAside, this.#cursor);
    if (expected < before.columns.rows && before.columns.ids.isEqual(expected, this.#builder.ids, row)) {
      this.#cursor += 1;
      this.#isSameIds &&= expected === row;
      return;
    }
    this.#isSameIds = false;
    const found = idIndex(before.columns).byId.find(this.#builder.ids, row);
    if (found !== undefined) this.#cursor = elementOf(before.setAside, found) + 1;
  }

  /** Notes of the next rows that they are those before from `first` on, or new. */
  #note(first: number, count: number): void {
    const rows = first === notThere ? this.#builder.rows - 1 : this.#builder.rows;
    if (rows + count > this.#rowBefore.length) this.#rowBefore = grown(this.#rowBefore, rows + count);
    for (let index = 0; index < count; index++) this.#rowBefore[rows + index] = first === notThere ? notThere : first + index;
  }
}

function parsed(bytes: Uint8Array): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return { value };
  } catch {
    return undefined;
  }
}

/** How many elements below this one were set aside. */
function countBelow(setAside: readonly SetAside[], element: number): number {
  return firstWhere(0, setAside.length, (place) => (setAside[place]?.index ?? element) >= element);
}

/** The element that a row is. */
function elementOf(setAside: readonly SetAside[], row: number): number {
  let element = row;
  for (const { index } of setAside) {
    if (index > element) break;
    element += 1;
  }
  return element;
}
