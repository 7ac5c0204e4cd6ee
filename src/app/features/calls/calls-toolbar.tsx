import { useCallback, useState } from "react";
import type { View } from "../../client/address.ts";
import { formatDate } from "../../ui/format.ts";
import type { CallSight } from "./call-sight.ts";
import type { CallsFilter } from "./calls-filter.ts";
import type { Column, ColumnId } from "./columns.ts";
import { CallFilters } from "./call-filters.tsx";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportButton } from "./export-button.tsx";
import { exportFileName } from "./export-name.ts";
import type { OrderWords, TimeSense } from "./filter-words.ts";
import { ShownCount } from "./shown-count.tsx";
import type { Subject } from "./subject.ts";
import { TimeForm } from "./time-form.tsx";
import type { CallTable } from "./use-call-table.ts";

type ToolbarProps = {
  connection: string;
  campaign: string;
  subject: Subject;
  headingId: string;
  filter: CallsFilter;
  sight: CallSight;
  table: CallTable;
  available: readonly Column[];
  shown: readonly Column[];
  order: OrderWords;
  narrow: boolean;
  sense: TimeSense;
  setView(patch: Partial<View>): void;
};

/** The heading's line: filters, search, grouping, what is shown, columns and export. */
export function CallsToolbar(props: ToolbarProps) {
  const { connection, campaign, subject, headingId, filter, sight, table, available, shown, order, narrow, sense, setView } = props;
  const { reports, choices, pages } = subject;
  const [otherTime, setOtherTime] = useState(false);
  const setColumns = useCallback((columns: ColumnId[]) => setView({ columns }), [setView]);
  const openOtherTime = useCallback(() => setOtherTime(true), []);
  return (
    <>
      <div className="mb-3 flex items-start gap-3 max-tablet:flex-wrap print:mb-1 embed:mb-2 embed:flex-wrap embed:gap-y-1.5">
        <h2 id={headingId} className="mr-1 text-title leading-8 max-tablet:flex-1 embed:sr-only">
          Calls
        </h2>
        <CallFilters {...{ reports, choices, filter, sight, available, order, narrow, sense, setView }} onOtherTime={openOtherTime} />
        <ShownCount
          {...{ table, filter, sense, order }}
          inProgressReported={reports.inProgress}
          rowsAre={reports.rowsAre}
          partOf={pages?.complete === false ? pages.total : undefined}
        />
        <div className="flex flex-wrap items-center justify-end gap-2 max-tablet:order-1 print:hidden embed:order-4">
          <ColumnsMenu available={available} shown={shown} onChange={setColumns} />
          <ExportButton
            connection={connection}
            campaign={campaign}
            filter={filter}
            empty={table.total === 0}
            partial={pages?.complete === false}
            fileName={exportFileName(subject.name, filter.group, formatDate(sense.now, sense.zone))}
          />
        </div>
      </div>
      {otherTime && (
        <TimeForm
          key={`${filter.since} ${filter.until}`}
          span={filter}
          sense={sense}
          onShow={setView}
          onClose={() => setOtherTime(false)}
        />
      )}
    </>
  );
}
