import { type KeyboardEvent, memo } from "react";
import { formatCount } from "../../ui/format.ts";
import { hourSpan, weekdayName } from "./answer-rate-words.ts";
import { type HeatCell, place } from "./heat-model.ts";

type CellProps = HeatCell & {
  at: string;
  tabbable: boolean;
  now: boolean;
  pressed: boolean;
  onFocus: (at: string) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** With the place of the cell in the week, as the calls filter writes it. */
  onPress: (place: string) => void;
};

/** One weekday and hour: its share where there are calls enough, the outline of this hour, a filter behind it. */
export const HeatCellButton = memo(function HeatCellButton({ at, tabbable, now, pressed, onFocus, onKeyDown, onPress, ...cell }: CellProps) {
  const blank = cell.percent === undefined;
  const look = blank ? "inset-ring inset-ring-line" : "";
  const mark = now ? "shadow-[0_0_0_2px_var(--canvas),0_0_0_3.5px_var(--ink)] relative" : "";
  const style = blank
    ? {}
    : { backgroundColor: `var(--heat-${cell.step})`, color: `var(--heat-ink-${cell.step})` };
  return (
    <td className="p-0">
      <button
        type="button"
        data-cell={at}
        tabIndex={tabbable ? 0 : -1}
        aria-pressed={pressed}
        aria-label={cellName(cell, now)}
        onFocus={() => onFocus(at)}
        onKeyDown={onKeyDown}
        onClick={() => onPress(place(cell.weekday, cell.hour))}
        style={style}
        className={`block h-[31px] w-full rounded-[2px] text-note tabular-nums aria-pressed:inset-ring-2 aria-pressed:inset-ring-current max-phone:h-10 ${look} ${mark} ${cell.best ? "font-[650]" : ""}`}
      >
        {cell.percent}
      </button>
    </td>
  );
});

function cellName(cell: HeatCell, now: boolean): string {
  const when = `${weekdayName(cell.weekday)} ${hourSpan(cell.hour)}${now ? ", this hour" : ""}`;
  if (cell.percent === undefined) return `${when}: fewer than 20 finished calls`;
  const best = cell.best ? ", the best" : "";
  return `${when}: ${cell.percent} %${best}, ${formatCount(cell.completed)} of ${formatCount(cell.finished)} completed`;
}
