import type { CallRow } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";
import { rowAt } from "./call-windows.ts";
import type { RowSetting } from "./row-lines.tsx";
import { countWords, type Noun } from "./filter-words.ts";
import { cellOf } from "./row-cell.tsx";
import { pageRows } from "./row-window.ts";
import type { CallTable } from "./use-call-table.ts";

const mostPrinted = 100;

type PrintedProps = { table: CallTable; setting: RowSetting; noun: Noun; filterWords: readonly string[]; order: string };

/** The table on paper: the first rows of those that are read, and what they are part of. */
export function PrintedCalls({ table, setting, noun, filterWords, order }: PrintedProps) {
  const { windows, total } = table;
  const from = Math.min(...(windows?.pages.keys() ?? [0])) * pageRows;
  const rows: CallRow[] = [];
  for (let offset = from; rows.length < mostPrinted; offset += 1) {
    const row = rowAt(windows, offset);
    if (row === undefined) break;
    rows.push(row);
  }
  // A link cannot be followed on paper.
  const shown = setting.shown.filter(({ id }) => id !== "recording");
  return (
    <table className="hidden w-full table-fixed border-collapse tabular-nums print:table">
      <caption className="mb-2 text-left text-ink-2">
        {rows.length === 0 ? "None" : `${formatCount(from + 1)}–${formatCount(from + rows.length)}`} of{" "}
        {countWords(total, noun, formatCount)}, {order}. Filter: {filterWords.length === 0 ? "none" : filterWords.join(" · ")}.
      </caption>
      <thead>
        <tr>
          {shown.map(({ id, title }) => (
            <th key={id} scope="col" className="border-b border-line-strong py-1 text-left text-note font-lead text-ink-3">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="break-inside-avoid">
            {shown.map((column) => (
              <td key={column.id} className="border-t border-line py-1 pr-3">
                {column.id === "to" ? (
                  row.to === undefined ? "–" : setting.phone(row.to)
                ) : (
                  cellOf({ column, row, setting, copied: false, tabIndex: -1 })
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
