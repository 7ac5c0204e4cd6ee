import { noNumber } from "../columns/call-columns.ts";
import { textsWith, textsWithDigits } from "../columns/text-search.ts";
import type { CallTable } from "./table.ts";

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
  const inDigits = digits === "" ? inNumbers : textsWithDigits(spellings, digits);
  return (row) => {
    const number = spelling[row] ?? noNumber;
    return inIds[row] === 1 || (number !== noNumber && (inNumbers[number] === 1 || inDigits[number] === 1));
  };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
