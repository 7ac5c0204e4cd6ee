import { useCallback, useState } from "react";
import type { Reports } from "#campaign/reports.ts";
import type { CampaignAnswer } from "#service/api.ts";
import type { View } from "../../client/address.ts";
import { Button } from "../../ui/button.tsx";
import { formatDate, zoneName } from "../../ui/format.ts";
import { type CallsFilter, isFiltered, withoutFilters } from "./calls-filter.ts";
import { type Column, hasColumn } from "./columns.ts";
import { dimensionChoices } from "./dimension-choices.ts";
import { ColumnsMenu } from "./columns-menu.tsx";
import { ExportButton } from "./export-button.tsx";
import { exportFileName } from "./export-name.ts";
import { DimensionChip, OutcomeChip, RetriesChip, SlotChip } from "./filter-chips.tsx";
import type { OrderWords, TimeSense } from "./filter-words.ts";
import { GroupSwitch } from "./group-switch.tsx";
import { withWords } from "../../client/dimension-words.ts";
import { outcomeOrder } from "../../client/outcomes.ts";
import { retriesChoices } from "./retries-choices.ts";
import { SearchBox } from "./search-box.tsx";
import { ShownCount } from "./shown-count.tsx";
import { SortChip } from "./sort-chip.tsx";
import { TimeChip } from "./time-chip.tsx";
import { TimeForm } from "./time-form.tsx";
import type { CallTable } from "./use-call-table.ts";

type ToolbarProps = {
  connection: string;
  campaign: string;
  answer: CampaignAnswer;
  headingId: string;
  filter: CallsFilter;
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
  const { connection, campaign, answer, headingId, filter, table, available, shown, order, narrow, sense, setView } = props;
  const { reports } = answer;
  const reading = answer.calls.reported ? answer.calls.value.reading : undefined;
  const [otherTime, setOtherTime] = useState(false);
  const onSearch = useCallback((q: string) => setView({ q }), [setView]);
  const time = answer.charts.reported && answer.charts.value.time.reported ? answer.charts.value.time.value : undefined;
  const filtered = isFiltered(filter);
  return (
    <>
      <div className="mb-3 flex items-start gap-3 max-tablet:flex-wrap print:mb-1">
        <h2 id={headingId} className="mr-1 text-title leading-8 max-tablet:flex-1">
          Calls
        </h2>
        <div className="flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-2 max-tablet:order-2 max-tablet:flex-none max-tablet:basis-full print:hidden">
          <OutcomeChip chosen={filter.outcome} all={outcomeOrder} inProgressReported={reports.inProgress} onChange={(outcome) => setView({ outcome })} />
          {hasColumn(available, "retries") && (
            <RetriesChip chosen={filter.retries} all={retriesChoices(answer, filter.retries)} onChange={(retries) => setView({ retries })} />
          )}
          {answer.dimensions.map(({ id, title }) => {
            const chosen = filter.dimensions[id] ?? [];
            const all = dimensionChoices(answer.charts, id, chosen);
            return (
              all.length > 0 && (
                <DimensionChip key={id} {...{ title, chosen, all }} onChange={(words) => setView({ by: withWords(filter.dimensions, id, words) })} />
              )
            );
          })}
          {reports.callTimes && (
            <TimeChip
              span={filter}
              days={time?.days ?? []}
              daysZone={time?.zone ?? sense.zone}
              sense={sense}
              onChange={setView}
              onOther={() => setOtherTime(true)}
            />
          )}
          {filter.slot !== undefined && (
            <SlotChip
              slot={filter.slot}
              zoneWords={time === undefined || time.zone === sense.zone ? undefined : zoneName(sense.now, time.zone)}
              onClear={() => setView({ slot: undefined })}
            />
          )}
          {narrow && <SortChip available={available} sort={filter} order={order} onSort={setView} />}
          <SearchBox q={filter.q ?? ""} label={searchLabel(reports)} onSearch={onSearch} />
          {reports.numbers && reports.rowsAre === "calls" && <GroupSwitch group={filter.group} onChange={(group) => setView({ group })} />}
          {filtered && (
            <Button kind="ghost" size="small" onClick={() => setView(withoutFilters)}>
              Clear all filters
            </Button>
          )}
        </div>
        <ShownCount
          {...{ table, filter, sense, order }}
          inProgressReported={reports.inProgress}
          rowsAre={reports.rowsAre}
          partOf={reading?.complete === false ? reading.total : undefined}
        />
        <div className="flex flex-wrap items-center justify-end gap-2 max-tablet:order-1 print:hidden">
          <ColumnsMenu available={available} shown={shown} onChange={(columns) => setView({ columns })} />
          <ExportButton
            connection={connection}
            campaign={campaign}
            filter={filter}
            rows={table.total}
            partial={reading?.complete === false}
            fileName={exportFileName(answer.campaign.name, filter.group, formatDate(sense.now, sense.zone))}
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

function searchLabel({ numbers, callIds }: Reports): string {
  if (!callIds) return "Find a number";
  return numbers ? "Find a number or id" : "Find an id";
}
