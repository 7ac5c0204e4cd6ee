import type { Call } from "#campaign/call.ts";
import { type CallColumns, calendarInstant, callAt, noNumber, outcomeCode } from "./call-columns.ts";
import { ExtraColumnsBuilder, noExtras } from "./extra-columns.ts";
import { grown } from "./grown.ts";
import { Numbers } from "./numbers.ts";
import { TextSet } from "./text-set.ts";
import { Texts } from "./texts.ts";

type Dictionaries = { numbers: Numbers; words: TextSet };

/** Fills columns row by row, or by stretches of other columns. */
export class ColumnsBuilder {
  readonly ids: Texts;
  readonly numbers: Numbers;
  readonly words: TextSet;
  #rows = 0;
  #spelling: Uint32Array;
  #outcome: Uint8Array;
  #word: Uint32Array;
  #retries: Float64Array;
  #createdAt: Float64Array;
  #extras: ExtraColumnsBuilder | undefined;

  /** `rows` and `idBytes` are what it makes room for at first; the dictionaries are added to. */
  constructor(rows = 16, { numbers = new Numbers(rows), words = new TextSet() }: Partial<Dictionaries> = {}, idBytes?: number) {
    this.ids = new Texts(rows, idBytes);
    this.numbers = numbers;
    this.words = words;
    this.#spelling = new Uint32Array(rows);
    this.#outcome = new Uint8Array(rows);
    this.#word = new Uint32Array(rows);
    this.#retries = new Float64Array(rows);
    this.#createdAt = new Float64Array(rows);
  }

  get rows(): number {
    return this.#rows;
  }

  /** The rest of a row whose id was appended to `ids`. `createdAt`: NaN = not reported. */
  addCells(spelling: number, outcome: number, word: number, retries: number, createdAt: number): void {
    const row = this.#rows;
    this.#room(row + 1);
    this.#spelling[row] = spelling;
    this.#outcome[row] = outcome;
    this.#word[row] = word;
    this.#retries[row] = retries;
    this.#createdAt[row] = createdAt;
    this.#rows = row + 1;
  }

  add(call: Call): void {
    const { id, to, outcome, word, retries, createdAt } = call;
    this.ids.pushText(id);
    // An empty number is none: rows that share it are not one person.
    const spelling = to === undefined || to === "" ? noNumber : this.numbers.addText(to);
    if (hasExtras(call)) (this.#extras ??= new ExtraColumnsBuilder()).add(this.#rows, call);
    this.addCells(spelling, outcomeCode(outcome), this.words.addText(word), retries, calendarInstant(createdAt));
  }

  /** Rows of other columns, from `from` to before `to`. */
  addRange(columns: CallColumns, from: number, to: number): void {
    if (columns.numbers !== this.numbers || columns.words !== this.words || columns.extras !== noExtras) {
      for (let row = from; row < to; row++) this.add(callAt(columns, row));
      return;
    }
    const row = this.#rows;
    this.#room(row + to - from);
    this.ids.pushRange(columns.ids, from, to);
    this.#spelling.set(columns.spelling.subarray(from, to), row);
    this.#outcome.set(columns.outcome.subarray(from, to), row);
    this.#word.set(columns.word.subarray(from, to), row);
    this.#retries.set(columns.retries.subarray(from, to), row);
    this.#createdAt.set(columns.createdAt.subarray(from, to), row);
    this.#rows += to - from;
  }

  /** The columns; `ids`, where they are known to be those of others, stand for its own. */
  done(ids = this.ids): CallColumns {
    const rows = this.#rows;
    const spelling = this.#spelling.subarray(0, rows);
    return {
      rows,
      ids,
      numbers: this.numbers,
      words: this.words,
      spelling,
      ...contactsOf(spelling, this.numbers),
      outcome: this.#outcome.subarray(0, rows),
      word: this.#word.subarray(0, rows),
      retries: this.#retries.subarray(0, rows),
      createdAt: this.#createdAt.subarray(0, rows),
      extras: this.#extras?.done(rows) ?? noExtras,
    };
  }

  #room(rows: number): void {
    if (rows <= this.#outcome.length) return;
    this.#spelling = grown(this.#spelling, rows);
    this.#outcome = grown(this.#outcome, rows);
    this.#word = grown(this.#word, rows);
    this.#retries = grown(this.#retries, rows);
    this.#createdAt = grown(this.#createdAt, rows);
  }
}

export function columnsOf(calls: readonly Call[]): CallColumns {
  const builder = new ColumnsBuilder(calls.length);
  for (const call of calls) builder.add(call);
  return builder.done();
}

function hasExtras({ durationSeconds, attempts, recordingUrl, dimensions }: Call): boolean {
  return durationSeconds !== undefined || attempts !== undefined || recordingUrl !== undefined || dimensions !== undefined;
}

function contactsOf(spelling: Uint32Array, numbers: Numbers): Pick<CallColumns, "contact" | "contacts" | "numberless"> {
  const contact = new Uint32Array(spelling.length);
  const known = numbers.spellings.length;
  let numberless = 0;
  for (let row = 0; row < spelling.length; row++) {
    const index = spelling[row] ?? noNumber;
    contact[row] = index === noNumber ? known + numberless++ : numbers.contactOf(index);
  }
  return { contact, contacts: known + numberless, numberless };
}
