import { noNumber } from "../columns/call-columns.ts";
import { textsWith } from "../columns/text-search.ts";
import { Texts } from "../columns/texts.ts";
import { at } from "../columns/at.ts";
import type { CallTable } from "./table.ts";

/** The digits of each spelling, by the spellings they were taken from. */
const digitsOfSpellings = new WeakMap<Texts, Texts>();

/**
 * Whether a row's id or number holds the text, whatever its case. Text that reads
 * as part of a number is also compared by its digits alone, so that formatting
 * on either side does not matter.
 */
export function searchFilter(table: CallTable, text: string): (row: number) => boolean {
  const wanted = text.trim().toLowerCase();
  const { ids, spelling, numbers } = table.columns;
  const spellings = numbers.spellings.texts;
  const inIds = textsWith(ids, wanted);
  const inNumbers = textsWith(spellings, wanted);
  const digits = /^[\d\s().+/-]+$/.test(wanted) ? digitsOf(wanted) : "";
  const inDigits = digits === "" ? inNumbers : textsWith(digitTexts(spellings), digits);
  return (row) => {
    const number = at(spelling, row);
    return at(inIds, row) === 1 || (number !== noNumber && (at(inNumbers, number) === 1 || at(inDigits, number) === 1));
  };
}

/** Only ever appended to, as the spellings are. */
function digitTexts(spellings: Texts): Texts {
  const digits = digitsOfSpellings.get(spellings) ?? new Texts(spellings.length);
  digitsOfSpellings.set(spellings, digits);
  for (let index = digits.length; index < spellings.length; index++) digits.pushText(digitsOf(spellings.text(index)));
  return digits;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
