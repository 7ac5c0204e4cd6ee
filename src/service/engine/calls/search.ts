import { lastDigitsOf } from "#campaign/masked-number.ts";
import { noNumber } from "../columns/call-columns.ts";
import { textsWith, textsWithDigits } from "../columns/text-search.ts";
import type { Texts } from "../columns/texts.ts";
import { hidesIds, type Sight } from "./sight.ts";
import type { CallTable } from "./table.ts";

/**
 * Whether a row's id or number holds the text, whatever its case. Text that reads
 * as part of a number is also compared by its digits alone, so that formatting
 * on either side does not matter. Only what is seen is searched.
 */
export function searchFilter(table: CallTable, text: string, sight: Sight): (row: number) => boolean {
  const wanted = text.trim().toLowerCase();
  const { ids, spelling, numbers } = table.columns;
  const spellings = numbers.spellings.texts;
  const inIds = hidesIds(sight) ? new Uint8Array(table.rows) : textsWith(ids, wanted);
  const digits = /^[\d\s().+/-]+$/.test(wanted) ? digitsOf(wanted) : "";
  const inNumbers = sight.numbers === "full" ? textsWith(spellings, wanted) : seenDigits(spellings, digits, sight);
  const inDigits = digits === "" || sight.numbers !== "full" ? inNumbers : textsWithDigits(spellings, digits);
  return (row) => {
    const number = spelling[row] ?? noNumber;
    return inIds[row] === 1 || (number !== noNumber && (inNumbers[number] === 1 || inDigits[number] === 1));
  };
}

/** Which numbers show these digits to somebody who sees the last few at most. */
function seenDigits(spellings: Texts, digits: string, { numbers }: Sight): Uint8Array {
  if (numbers === "none" || digits === "") return new Uint8Array(spellings.length);
  const hits = textsWithDigits(spellings, digits);
  for (let index = 0; index < hits.length; index++) {
    if (hits[index] === 1 && lastDigitsOf(spellings.text(index))?.includes(digits) !== true) hits[index] = 0;
  }
  return hits;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
