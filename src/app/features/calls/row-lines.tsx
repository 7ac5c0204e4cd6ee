import type { CallRow } from "#service/api.ts";
import { Icon } from "../../ui/icon.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { ColumnId } from "./columns.ts";
import type { TimeSense } from "./filter-words.ts";
import { CreatedCell, IdCell, NumberCell, OutcomeCell, RetriesCell } from "./row-cells.tsx";
import { plural } from "./row-words.ts";

/** What all rows have in common; the same object from draw to draw unless something changed. */
export type RowSetting = {
  connection: string;
  campaign: string;
  shown: readonly ColumnId[];
  /** The tracks of the grid, for a row of one line; `undefined` for the narrow row of two. */
  tracks: string | undefined;
  maxRetries: number | undefined;
  sense: TimeSense;
  measure(element: HTMLElement | null): void;
};

type LineProps = {
  row: CallRow;
  open: boolean;
  expandable: boolean;
  copied: boolean;
  tabIndex: number;
  setting: RowSetting;
};

/** A row on a wide screen: one line of columns. */
export function WideLine({ row, tracks, open, expandable, copied, tabIndex, setting }: LineProps & { tracks: string }) {
  const cells = {
    to: row.to === undefined ? <span className="text-ink-3">–</span> : <NumberCell to={row.to} narrow={false} {...{ copied, tabIndex }} />,
    outcome: <OutcomeCell row={row} />,
    retries: <RetriesCell retries={row.retries} maxRetries={setting.maxRetries} />,
    created: <CreatedCell at={row.createdAt} sense={setting.sense} />,
    id: <IdCell id={row.id} />,
  };
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
      {setting.shown.map((id) => (
        <div key={id} role="gridcell" className={`min-w-0 ${id === "id" ? "pr-3 text-right" : ""}`}>
          {cells[id]}
        </div>
      ))}
    </div>
  );
}

/** A row on a phone: number and outcome, under them time and attempts. */
export function NarrowLine({ row, open, expandable, copied, tabIndex, setting }: LineProps) {
  const has = (id: ColumnId) => setting.shown.includes(id);
  return (
    <div role="presentation" className="grid h-[62px] grid-cols-[minmax(0,1fr)_auto] content-center gap-x-3 gap-y-0.5 tabular-nums">
      <div role="gridcell" className="min-w-0">
        {has("to") && row.to !== undefined ? (
          <NumberCell to={row.to} narrow {...{ copied, tabIndex }} />
        ) : (
          <IdCell id={row.id} />
        )}
      </div>
      <div role="gridcell" className="max-w-[45vw] min-w-0 justify-self-end">
        {has("outcome") && <OutcomeCell row={row} />}
      </div>
      <div role="gridcell" className="flex min-w-0 gap-3 text-ink-2">
        {has("created") && <CreatedCell at={row.createdAt} sense={setting.sense} />}
        {has("id") && has("to") && <IdCell id={row.id} />}
      </div>
      <div role="gridcell" className="text-right text-ink-2">
        {expandable ? (
          <button
            type="button"
            data-act="toggle"
            aria-expanded={open}
            tabIndex={tabIndex}
            className="relative inline-flex items-center gap-1 before:absolute before:-inset-x-3 before:-top-2 before:-bottom-3"
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
}

/** Where a row will stand: shapes in the places of its columns, without a shimmer. */
export function Placeholder({ shown, tracks }: Pick<RowSetting, "shown" | "tracks">) {
  const layout = tracks === undefined ? "h-[62px] grid-cols-[minmax(0,1fr)_auto] content-center gap-y-3" : "h-[30px]";
  return (
    <div role="gridcell" className={`grid items-center gap-x-3 ${layout}`} style={tracks === undefined ? {} : { gridTemplateColumns: tracks }}>
      <span className="sr-only">Not read yet</span>
      {tracks !== undefined && <span />}
      {shown.map((id) => (
        <Skeleton key={id} className={`h-2.5 w-28 max-w-[70%] ${id === "id" ? "mr-3 justify-self-end" : ""}`} />
      ))}
    </div>
  );
}
