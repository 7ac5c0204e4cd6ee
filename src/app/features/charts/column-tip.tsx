import { formatCount } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { outcomeLabel } from "../../ui/outcome-label.ts";
import { outcomeOrder } from "../../client/outcomes.ts";
import { columnAt } from "./chart-frame.ts";
import { useDrawing } from "./drawing.ts";
import { columnName } from "./time-words.ts";

/** What the bar under the pointer or focus counts. */
export function ColumnTip({ at }: { at: unknown }) {
  const { model, zones, inProgressReported } = useDrawing();
  const column = columnAt(model, at);
  if (column === undefined) return null;
  const { kind, counts, calls, closedCalls, ahead } = column;
  return (
    <div aria-live="polite" className="on-raised min-w-46 rounded-[8px] px-3 py-2.5 shadow-menu">
      <p className="font-strong whitespace-nowrap">{columnName(column, zones)}</p>
      {calls === 0 ? (
        <p className="text-ink-2">{ahead ? "Still to come" : "No calls created"}</p>
      ) : (
        <table className="mt-1 w-full tabular-nums">
          <tbody>
            {outcomeOrder.map((outcome) =>
              counts[outcome] === 0 ? null : (
                <tr key={outcome}>
                  <th scope="row" className="pr-6 text-left font-normal whitespace-nowrap text-ink-2">
                    <Mark name={outcome} size={12} className="mr-1.5" />
                    {outcomeLabel(outcome, inProgressReported)}
                  </th>
                  <td className="text-right">{formatCount(counts[outcome])}</td>
                </tr>
              ),
            )}
            <tr className="border-t border-line font-strong">
              <th scope="row" className="text-left font-strong">
                Calls
              </th>
              <td className="text-right">{formatCount(calls)}</td>
            </tr>
          </tbody>
        </table>
      )}
      {kind === "day" && closedCalls > 0 && (
        <p className="text-note text-ink-3">{formatCount(closedCalls)} created in closed hours</p>
      )}
    </div>
  );
}
