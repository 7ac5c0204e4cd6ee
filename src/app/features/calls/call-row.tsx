import { memo } from "react";
import type { CallRow } from "#service/api.ts";
import { AttemptTrail } from "./attempt-trail.tsx";
import { NarrowLine, Placeholder, type RowSetting, WideLine } from "./row-lines.tsx";

type RowProps = {
  offset: number;
  rowKey: string;
  row: CallRow | undefined;
  /** Pixels from the top of the list. */
  top: number;
  open: boolean;
  active: boolean;
  copied: boolean;
  setting: RowSetting;
};

/** One row of the table, a placeholder until its page is read; open, it shows the attempts of its number. */
export const CallRowView = memo(function CallRowView({ offset, rowKey, row, top, open, active, copied, setting }: RowProps) {
  const { connection, campaign, tracks, maxRetries, sense, inProgressReported, measure } = setting;
  const tabIndex = active ? 0 : -1;
  const expandable = row !== undefined && row.attempts > 1;
  return (
    <div
      ref={open ? measure : undefined}
      role="row"
      aria-rowindex={offset + 2}
      aria-busy={row === undefined || undefined}
      tabIndex={tabIndex}
      data-index={offset}
      data-key={row && rowKey}
      style={{ transform: `translateY(${top}px)` }}
      className={`group absolute inset-x-0 top-0 border-t border-line outline-offset-[-2px] ${open ? "on-surface max-phone:-mx-(--gutter) max-phone:px-(--gutter)" : "hover:on-hover"}`}
    >
      {row === undefined ? (
        <Placeholder shown={setting.shown} tracks={tracks} />
      ) : tracks === undefined ? (
        <NarrowLine row={row} {...{ open, expandable, copied, tabIndex, setting }} />
      ) : (
        <WideLine row={row} tracks={tracks} {...{ open, expandable, copied, tabIndex, setting }} />
      )}
      {open && row !== undefined && (
        <div role="gridcell" aria-label="Attempts" className="px-7 pt-1.5 pb-4 max-phone:px-0">
          <AttemptTrail {...{ connection, campaign, maxRetries, sense, inProgressReported, tabIndex }} callId={row.id} />
        </div>
      )}
    </div>
  );
});
