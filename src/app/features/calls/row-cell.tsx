import type { ReactNode } from "react";
import type { CallRow } from "#service/api.ts";
import type { Column } from "./columns.ts";
import type { TimeSense } from "./filter-words.ts";
import { CreatedCell, DurationCell, IdCell, NumberCell, OutcomeCell, RecordingCell, RetriesCell, WordsCell } from "./row-cells.tsx";

export type CellSetting = { maxRetries: number | undefined; sense: TimeSense; inProgressReported: boolean; phone(to: string): string };

type CellProps = { column: Column; row: CallRow; setting: CellSetting; copied: boolean; tabIndex: number };

/** What stands in one column of one row. */
export function cellOf({ column, row, setting, copied, tabIndex }: CellProps): ReactNode {
  switch (column.id) {
    case "to":
      return row.to === undefined ? <span className="text-ink-3">–</span> : <NumberCell to={row.to} text={setting.phone(row.to)} narrow={false} {...{ copied, tabIndex }} />;
    case "outcome":
      return <OutcomeCell row={row} inProgressReported={setting.inProgressReported} />;
    case "retries":
      return <RetriesCell retries={row.retries} maxRetries={setting.maxRetries} />;
    case "duration":
      return <DurationCell seconds={row.durationSeconds} />;
    case "created":
      return <CreatedCell at={row.createdAt} sense={setting.sense} />;
    case "recording":
      return <RecordingCell url={row.recordingUrl} tabIndex={tabIndex} />;
    case "id":
      return <IdCell id={row.id} />;
    default:
      return <WordsCell words={row.dimensions?.[column.dimension ?? ""]} />;
  }
}
