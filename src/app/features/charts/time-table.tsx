import { formatCount } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { outcomeLabel } from "../../ui/outcome-label.ts";
import type { Column, TimeModel } from "./time-model.ts";
import { columnName, type Zones } from "./time-words.ts";

type TimeTableProps = {
  model: TimeModel;
  zones: Zones;
  label: string;
  inProgressReported: boolean;
  selected: Column | undefined;
  onPick: (column: Column) => void;
};

/** The time chart as a table, with the same figures and the same filter behind each row. */
export function TimeTable({ model, zones, label, inProgressReported, selected, onPick }: TimeTableProps) {
  const columns = model.columns.filter(({ calls, ahead }) => calls > 0 || !ahead);
  return (
    <div role="region" aria-label={label} tabIndex={0} className="max-h-[276px] overflow-auto">
      <table className="w-full tabular-nums">
        <thead className="sticky top-0 bg-canvas text-note text-ink-3">
          <tr>
            <th scope="col" className="py-1 pr-4 text-left font-normal">
              {model.unit === "day" ? "Day" : "Hour"}
            </th>
            {model.outcomes.map((outcome) => (
              <th key={outcome} scope="col" className="py-1 pl-4 text-right font-normal whitespace-nowrap">
                <Mark name={outcome} size={12} className="mr-1.5" />
                {outcomeLabel(outcome, inProgressReported)}
              </th>
            ))}
            <th scope="col" className="py-1 pl-4 text-right font-normal">
              Calls
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.slot} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal whitespace-nowrap">
                <button
                  type="button"
                  aria-pressed={column === selected}
                  disabled={column.calls === 0}
                  className={`tap rounded-1 text-left underline-offset-3 enabled:hover:underline disabled:cursor-default ${column === selected ? "font-title" : ""}`}
                  onClick={() => onPick(column)}
                >
                  {columnName(column, zones)}
                </button>
              </th>
              {model.outcomes.map((outcome) => (
                <td key={outcome} className="py-1 pl-4 text-right text-ink-2">
                  {formatCount(column.counts[outcome])}
                </td>
              ))}
              <td className="py-1 pl-4 text-right font-medium">{formatCount(column.calls)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
