import { at } from "./at.ts";
import { noNumber } from "./columns.ts";
import { perTable } from "./per-table.ts";
import type { CallTable } from "./table.ts";

const digitsOfSpellings = perTable((table) => table.columns.spellings.map(digitsOf));

/**
 * Whether a row's id or number holds the text, whatever its case. Text that reads
 * as part of a number is also compared by its digits alone, so that formatting
 * on either side does not matter.
 */
export function searchFilter(table: CallTable, text: string): (row: number) => boolean {
  const wanted = text.trim().toLowerCase();
  const { ids, spelling, spellings } = table.columns;
  const digits = /^[\d\s().+/-]+$/.test(wanted) ? digitsOf(wanted) : "";
  const digitsOfSpelling = digits === "" ? [] : digitsOfSpellings(table);
  const hits = Uint8Array.from(spellings, (number, index) =>
    number.toLowerCase().includes(wanted) || (digits !== "" && at(digitsOfSpelling, index).includes(digits)) ? 1 : 0,
  );
  return (row) => {
    const index = at(spelling, row);
    return (index !== noNumber && at(hits, index) === 1) || at(ids, row).toLowerCase().includes(wanted);
  };
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
