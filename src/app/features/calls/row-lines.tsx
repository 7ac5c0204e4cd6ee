import { memo } from "react";
import type { CallRow } from "#service/api.ts";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { type Column, type ColumnId, hasColumn, isAtEnd } from "./columns.ts";
import { type CellSetting, cellOf } from "./row-cell.tsx";
import { CreatedCell, DurationCell, IdCell, NumberCell, OutcomeCell, RecordingCell, WordsCell } from "./row-cells.tsx";
import { plural } from "./row-words.ts";

/** What all rows have in common; the same object from draw to draw unless something changed. */
export type RowSetting = CellSetting & {
  connection: string;
  campaign: string;
  shown: readonly Column[];
  /** The tracks of the grid, for a row of one line; `undefined` for the narrow row of two. */
  tracks: string | undefined;
  /** The ref of an open row. */
  measure(row: HTMLElement | null): (() => void) | undefined;
};

type LineProps = {
  row: CallRow;
  open: boolean;
  expandable: boolean;
  copied: boolean;
  tabIndex: number;
  setting: RowSetting;
};

/** A row on a wide screen: one line of columns. Not drawn anew when the row only moves. */
export const WideLine = memo(function WideLine({ row, tracks, open, expandable, copied, tabIndex, setting }: LineProps & { tracks: string }) {
  return (
    <div role="presentation" className="grid h-[30px] items-center gap-x-3 tabular-nums" style={{ gridTemplateColumns: tracks }}>
      <div role="gridcell" className="min-w-0">
        {expandable && (
          <button
            type="button"
            data-act="toggle"
            aria-expanded={open}
            aria-label={`${plural(row.attempts, "attempt")} of this number`}
            tabIndex={tabIndex}
            className="-ml-[5px] grid size-6 place-items-center text-ink-3 hover:text-ink"
          >
            <Icon name={open ? "down" : "right"} />
          </button>
        )}
      </div>
      {setting.shown.map((column) => (
        <div key={column.id} role="gridcell" className={`min-w-0 ${isAtEnd(column) ? "pr-3 text-right" : ""}`}>
          {cellOf({ column, row, setting, copied, tabIndex })}
        </div>
      ))}
    </div>
  );
});

/** What can be pressed in a row of two lines reaches beyond its words, as far as a finger does. */
const reach = "relative before:absolute before:-inset-x-3 before:-inset-y-2.5";

/** A row on a phone: number and outcome, under them time, one more word and attempts. */
export const NarrowLine = memo(function NarrowLine({ row, open, expandable, copied, tabIndex, setting }: LineProps) {
  const has = (id: ColumnId) => hasColumn(setting.shown, id);
  const words = setting.shown.flatMap(({ dimension }) => (dimension === undefined ? [] : [row.dimensions?.[dimension] ?? []])).find((each) => each.length > 0);
  const numbered = has("to") && row.to !== undefined;
  return (
    <div role="presentation" className="grid h-[62px] grid-cols-[minmax(0,1fr)_auto] content-center gap-x-3 gap-y-0.5 tabular-nums">
      <div role="gridcell" className="min-w-0">
        {numbered ? <NumberCell to={row.to ?? ""} text={setting.phone(row.to ?? "")} narrow {...{ copied, tabIndex }} /> : <Lead row={row} setting={setting} />}
      </div>
      <div role="gridcell" className="max-w-[45cqi] min-w-0 justify-self-end">
        {has("outcome") && <OutcomeCell row={row} inProgressReported={setting.inProgressReported} />}
      </div>
      <div role="gridcell" className="flex min-w-0 gap-3 text-ink-2">
        {numbered && has("created") && <CreatedCell at={row.createdAt} sense={setting.sense} />}
        {has("duration") && row.durationSeconds !== undefined && row.durationSeconds > 0 && <DurationCell seconds={row.durationSeconds} />}
        {words !== undefined && <WordsCell words={words} />}
        {has("id") && numbered && <IdCell id={row.id} />}
      </div>
      <div role="gridcell" className="text-right text-ink-2">
        {has("recording") && row.recordingUrl !== undefined && <RecordingCell url={row.recordingUrl} tabIndex={tabIndex} className={reach} />}
        {expandable ? (
          <button
            type="button"
            data-act="toggle"
            aria-expanded={open}
            tabIndex={tabIndex}
            className={`inline-flex items-center gap-1 ${reach}`}
          >
            {plural(row.attempts, "attempt")}
            <Icon name={open ? "down" : "right"} className="text-ink-3" />
          </button>
        ) : (
          has("retries") && row.retries > 0 && plural(row.retries, "retry", "retries")
        )}
      </div>
    </div>
  );
});

/** What names a row without a number: when it was made, else its id. */
function Lead({ row, setting }: Pick<LineProps, "row" | "setting">) {
  return hasColumn(setting.shown, "created") && row.createdAt !== undefined ? (
    <CreatedCell at={row.createdAt} sense={setting.sense} />
  ) : (
    <IdCell id={row.id} />
  );
}

/** Where a row will stand: shapes in the places of its columns, without a shimmer. */
export function Placeholder({ shown, tracks }: Pick<RowSetting, "shown" | "tracks">) {
  const layout = tracks === undefined ? "h-[62px] grid-cols-[minmax(0,1fr)_auto] content-center gap-y-3" : "h-[30px]";
  return (
    <div role="gridcell" className={`grid items-center gap-x-3 ${layout}`} style={tracks === undefined ? {} : { gridTemplateColumns: tracks }}>
      <span className="sr-only">Not read yet</span>
      {tracks !== undefined && <span />}
      {shown.map((column) => (
        <Skeleton key={column.id} className={`h-2.5 w-28 max-w-[70%] ${isAtEnd(column) ? "mr-3 justify-self-end" : ""}`} />
      ))}
    </div>
  );
}
