import type { SetAside } from "#campaign/call.ts";
import type { RowsInBody } from "#providers/provider.ts";
import type { ListedCalls } from "../columns/listed-calls.ts";
import { listAt } from "./json-bytes.ts";
import { PlainRowReader } from "./plain-row.ts";
import { RowWalk, type WalkedRows } from "./row-walk.ts";

/** A body whose list was read row by row. */
export type ReadRows = {
  /** The body as JSON has it, but with its list empty. */
  envelope: unknown;
  calls: ListedCalls;
  setAside: readonly SetAside[];
};

/** Stands for the list's rows while the rest is parsed; no platform writes it. */
const marker = "\u0000rows";

/**
 * Reads the calls of a body from its bytes: those that stand there as they stood in the body before
 * are taken over by comparing bytes, plain ones are read without parsing, and only the rest goes
 * through JSON and the platform's schema. Answers as parsing the whole body would, or not at all.
 */
export class RowReader {
  readonly #rows: RowsInBody;
  #plain: PlainRowReader;
  #before: WalkedRows | undefined;

  constructor(rows: RowsInBody) {
    this.#rows = rows;
    this.#plain = new PlainRowReader(rows);
  }

  /** `undefined`: something is not as expected, and the whole body is to be parsed, which also tells what is wrong. */
  read(bytes: Uint8Array): ReadRows | undefined {
    const list = listAt(bytes, this.#rows.at);
    if (list === undefined) return this.#forget();
    const walk = new RowWalk(bytes, this.#rows, this.#plain, this.#before);
    const end = walk.walk(list + 1);
    const envelope = end === -1 ? undefined : this.#envelope(bytes, list, end);
    if (envelope === undefined) return this.#forget();
    const { walked, calls } = walk.done();
    this.#before = walked;
    if (isOvergrown(walked)) this.#forget();
    return { envelope, calls, setAside: walked.setAside };
  }

  #forget(): undefined {
    this.#before = undefined;
    // It knows words by the numbers that the columns before gave them.
    this.#plain = new PlainRowReader(this.#rows);
    return undefined;
  }

  /** The body around its list; `undefined` where it is no JSON, or another list of the same name comes later and so counts. */
  #envelope(bytes: Uint8Array, list: number, end: number): object | undefined {
    try {
      const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
      const before = decoder.decode(bytes.subarray(0, list));
      const after = decoder.decode(bytes.subarray(end + 1));
      const body: unknown = JSON.parse(`${before}[${JSON.stringify(marker)}]${after}`);
      return emptied(body, this.#rows.at) ? body : undefined;
    } catch {
      return undefined;
    }
  }
}

/**
 * Whether the numbers and words known are many more than the rows need: where the list is a window
 * that moves on, those of rows that left it are dropped by beginning anew.
 */
function isOvergrown({ columns: { rows, numbers, words } }: WalkedRows): boolean {
  return numbers.spellings.length + words.length > rows * 4 + 4_096;
}

/** Takes the marker out of the list below these keys; whether it was there. */
function emptied(body: unknown, keys: readonly string[]): body is object {
  let value = body;
  for (const key of keys) value = typeof value === "object" && value !== null ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined;
  if (!Array.isArray(value) || value.length !== 1 || value[0] !== marker) return false;
  value.length = 0;
  return true;
}
