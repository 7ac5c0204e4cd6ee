import { memo, useCallback, useMemo } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { AnswerRate } from "#service/api.ts";
import { formatClock, formatDay } from "../../ui/format.ts";
import { hourStart, twoDigits, weekdayName } from "./answer-rate-words.ts";
import { HeatCellButton } from "./heat-cell.tsx";
import { type HeatCell, heatModel, place } from "./heat-model.ts";
import { useRoving } from "./use-roving.ts";

type Cells = Extract<AnswerRate, { kind: "drawn" }>["cells"];

/** Pixels that two figures need; below it the map scrolls sideways. */
const narrowestCell = 18;

type MapProps = {
  cells: Cells;
  zone: string;
  now: Instant;
  /** The set filter, `weekday-hour`. */
  slot: string | undefined;
  onPick: (slot: string | undefined) => void;
};

/** Completed share by weekday and hour: a table with a number in every cell that has calls enough. */
export const AnswerRateMap = memo(function AnswerRateMap({ cells, zone, now, slot, onPick }: MapProps) {
  const model = useMemo(() => heatModel(cells), [cells]);
  const roving = useRoving(model.rows.flatMap((row, at) => row.cells.flatMap((cell, column) => (cell ? [`${at},${column}`] : []))));
  const press = useCallback((pressed: string) => onPick(pressed === slot ? undefined : pressed), [slot, onPick]);
  const thisHour = `${formatDay(now, zone).slice(0, 3)} ${formatClock(now, zone).slice(0, 2)}`;
  return (
    <>
      <div className="-m-1 overflow-x-auto p-1">
        <table
          className="-mx-0.5 w-[calc(100%+4px)] table-fixed border-separate border-spacing-0.5"
          style={{ minWidth: 36 + model.hours.length * narrowestCell }}
        >
          <thead>
            <tr>
              <th scope="col" className="w-9">
                <span className="sr-only">Weekday</span>
              </th>
              {model.hours.map((hour) => (
                <th key={hour} scope="col" className="text-axis font-normal text-ink-2">
                  {twoDigits(hour)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {model.rows.map(({ weekday, cells: row }, rowIndex) => (
              <tr key={weekday}>
                <th scope="row" className="text-left text-axis font-normal text-ink-2">
                  {weekdayName(weekday)}
                </th>
                {row.map((cell, columnIndex) => {
                  if (!cell) {
                    return (
                      <td key={model.hours[columnIndex]}>
                        <span className="sr-only">None</span>
                      </td>
                    );
                  }
                  const at = `${rowIndex},${columnIndex}`;
                  return (
                    <HeatCellButton
                      key={cell.hour}
                      {...cell}
                      at={at}
                      tabbable={roving.current === at}
                      now={thisHour === `${weekdayName(cell.weekday)} ${twoDigits(cell.hour)}`}
                      pressed={slot === place(cell.weekday, cell.hour)}
                      onFocus={roving.setCurrent}
                      onKeyDown={roving.onKeyDown}
                      onPress={press}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Foot low={model.low} high={model.high} best={model.best} />
    </>
  );
});

function Foot({ low, high, best }: { low: number; high: number; best: HeatCell | undefined }) {
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-note text-ink-2 tabular-nums">
      {best && (
        <p>
          <b>Best</b> {weekdayName(best.weekday)} {hourStart(best.hour)}, {best.percent}{"\u202f"}%
        </p>
      )}
      <p className="ml-auto flex items-center gap-0.5" aria-hidden="true">
        <span className="mr-1">{low}</span>
        {[0, 1, 2, 3, 4, 5].map((step) => (
          <i key={step} className="h-2 w-4" style={{ backgroundColor: `var(--heat-${step})` }} />
        ))}
        <span className="ml-1">
          {high}{"\u202f"}%
        </span>
      </p>
    </div>
  );
}
