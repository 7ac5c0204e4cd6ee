import { lastDigits, numberMatcher } from "#campaign/same-number.ts";
import { noNumber } from "../columns/call-columns.ts";
import { textsWithDigits } from "../columns/text-search.ts";
import type { CallTable } from "./table.ts";

/** Whether a row's number is this one, however each is written. */
export function contactFilter({ columns }: CallTable, contact: string): (row: number) => boolean {
  const { spelling, numbers } = columns;
  const spellings = numbers.spellings.texts;
  const isSame = numberMatcher(contact);
  // Most of a million numbers are told apart by their last digits, without making a text of each.
  const hits = textsWithDigits(spellings, lastDigits(contact));
  for (let index = 0; index < hits.length; index++) if (hits[index] === 1 && !isSame(spellings.text(index))) hits[index] = 0;
  return (row) => {
    const number = spelling[row] ?? noNumber;
    return number !== noNumber && hits[number] === 1;
  };
}
