import { useCallback, useContext, useId, useMemo } from "react";
import { useView } from "../../client/address.ts";
import { useNow } from "../../client/clock.ts";
import { ColumnContext } from "../../ui/column.ts";
import { usePhoneFormat } from "../../ui/format-phone.ts";
import { shownZone } from "../../ui/zone.ts";
import { CallHead } from "./call-head.tsx";
import type { RowSetting } from "./row-lines.tsx";
import { CallRows } from "./call-rows.tsx";
import type { CallSight } from "./call-sight.ts";
import { filterOf, isFiltered, withoutFilters } from "./calls-filter.ts";
import { NothingFits, ReadFault } from "./calls-states.tsx";
import { CallsToolbar } from "./calls-toolbar.tsx";
import { columnsOf, shownColumns, tracksOf } from "./columns.ts";
import { filterWords, nounOf, orderWords } from "./filter-words.ts";
import { HistoryReading } from "./history-reading.tsx";
import { NewCallsPill } from "./new-calls-pill.tsx";
import { outcomeOrder } from "../../client/outcomes.ts";
import { PrintedCalls } from "./printed-calls.tsx";
import type { Subject } from "./subject.ts";
import { TimeRail } from "./time-rail.tsx";
import { useCallTable } from "./use-call-table.ts";
import { useOpenContact } from "./use-open-contact.ts";
import { useCopy } from "./use-copy.ts";
import { useFits } from "./use-fits.ts";
import { usePrinting } from "../../ui/use-printing.ts";

const gridNames = { number: "Numbers called", call: "Calls", contact: "Contacts" };

type HistoryProps = {
  connection: string;
  campaign: string;
  subject: Subject;
  sight: CallSight;
  /** Calls, and numbers called, when the table is drawn first. */
  rows: number;
  numbers: number;
};

/** The table of calls with its filters; everything chosen stands in the address. */
export function CallHistory({ connection, campaign, subject, sight, rows, numbers }: HistoryProps) {
  const [view, setView] = useView();
  const headingId = useId();
  const { barPixels, twoLinesPixels } = useContext(ColumnContext);
  const narrow = useFits(twoLinesPixels);
  const short = useFits(1180);
  const printing = usePrinting();
  const { copiedKey, status, failed, copy } = useCopy();
  const phone = usePhoneFormat();

  const { reports, dimensions, maxRetries } = subject;
  const zone = shownZone(view.zone, subject.zone);
  const now = useNow(60_000);
  const sense = useMemo(() => ({ zone, now }), [zone, now]);
  const filter = useMemo(() => filterOf(view, reports, dimensions, sight), [view, reports, dimensions, sight]);
  const filtered = isFiltered(filter);
  const expected = filtered ? 0 : filter.group === "number" ? numbers : rows;
  const table = useCallTable({ connection, campaign, filter, narrow, barPixels, expected });

  useOpenContact(table, filter.contact);

  const available = useMemo(() => columnsOf(reports, dimensions, filter.group, sight), [reports, dimensions, filter.group, sight]);
  const shown = useMemo(() => shownColumns(available, view.columns, short), [available, view.columns, short]);
  const { inProgress: inProgressReported, callIds: idsReported } = reports;
  const order = useMemo(() => ({ idsReported, dimensions }), [idsReported, dimensions]);
  const { measure } = table.scroll;
  // One object until it says something else, so that rows are drawn anew only then.
  const setting = useMemo<RowSetting>(
    () => ({ connection, campaign, shown, tracks: narrow ? undefined : tracksOf(shown), maxRetries, sense, inProgressReported, phone, measure }),
    [connection, campaign, shown, narrow, maxRetries, sense, inProgressReported, phone, measure],
  );
  const clear = useCallback(() => setView(withoutFilters), [setView]);
  const railed = !short && table.windows !== undefined && table.windows.rail.length > 1 && table.total > 40;

  return (
    <section id="calls" aria-labelledby={headingId} className="scroll-mt-16">
      <CallsToolbar {...{ connection, campaign, subject, headingId, filter, sight, table, available, shown, order, narrow, sense, setView }} />
      <HistoryReading {...{ connection, campaign, subject }} />
      <div aria-live="polite">
        {table.error !== undefined && <ReadFault error={table.error} kept={table.windows !== undefined} onRetry={table.retry} />}
      </div>
      {printing && (
        <PrintedCalls
          {...{ table, setting }}
          noun={nounOf(filter.group, reports.rowsAre)}
          filterWords={filterWords(filter, outcomeOrder, sense, inProgressReported)}
          order={orderWords(filter, order)}
        />
      )}
      <div className={`border-t border-line-strong print:hidden ${railed ? "grid grid-cols-[minmax(0,1fr)_76px]" : ""}`}>
        <div className="min-w-0">
          <NewCallsPill newer={table.windows?.newer ?? 0} onShow={table.showNewer} />
          <div
            role="grid"
            aria-label={gridNames[nounOf(filter.group, reports.rowsAre)]}
            aria-describedby={`${headingId}-keys`}
            aria-rowcount={table.total + 1}
            aria-busy={!table.settled}
          >
            {!narrow && <CallHead shown={shown} tracks={tracksOf(shown)} sort={filter} onSort={setView} />}
            <CallRows {...{ table, setting, copiedKey, copy }} />
          </div>
          {table.settled && table.total === 0 && <NothingFits ofContact={filter.contact !== undefined} onClear={clear} />}
        </div>
        {railed && <TimeRail table={table} sense={sense} />}
      </div>
      <p id={`${headingId}-keys`} hidden>
        Arrow keys, Page Up, Page Down, Home and End move by row. Enter shows the attempts of a number{sight.numbers === "full" && ", C copies it"}.
      </p>
      <p role="status" className={failed ? "mt-2 text-danger" : "sr-only"}>
        {status}
      </p>
    </section>
  );
}
