import { memo, useCallback } from "react";
import type { Reports } from "#campaign/reports.ts";
import type { View } from "../../client/address.ts";
import { withWords } from "../../client/dimension-words.ts";
import { outcomeOrder } from "../../client/outcomes.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { zoneName } from "../../ui/format.ts";
import { type CallSight, searchLabel } from "./call-sight.ts";
import { type CallsFilter, isFiltered, withoutFilters } from "./calls-filter.ts";
import { type Choices, retriesChoices } from "./choices.ts";
import { type Column, hasColumn } from "./columns.ts";
import { DimensionChip, OutcomeChip, RetriesChip, SlotChip } from "./filter-chips.tsx";
import type { OrderWords, TimeSense } from "./filter-words.ts";
import { GroupSwitch } from "./group-switch.tsx";
import { SearchBox } from "./search-box.tsx";
import { SortChip } from "./sort-chip.tsx";
import { TimeChip } from "./time-chip.tsx";

type FiltersProps = {
  reports: Reports;
  choices: Choices;
  filter: CallsFilter;
  sight: CallSight;
  available: readonly Column[];
  order: OrderWords;
  narrow: boolean;
  sense: TimeSense;
  setView(patch: Partial<View>): void;
  /** Opens the inputs for any span of time. */
  onOtherTime(): void;
};

const line = "flex min-h-8 min-w-0 flex-1 flex-wrap items-center gap-2 max-tablet:order-2 max-tablet:flex-none max-tablet:basis-full print:hidden";

/** Everything the calls can be filtered by. Not drawn anew while the table only scrolls. */
export const CallFilters = memo(function CallFilters({ reports, choices, filter, sight, available, order, narrow, sense, setView, onOtherTime }: FiltersProps) {
  const onSearch = useCallback((q: string) => setView({ q }), [setView]);
  const label = searchLabel(reports, sight);
  const { days, daysZone, mostRetries, words: dimensions } = choices;
  // Of one contact there is nothing to look for: its attempts stand where the filters would.
  if (filter.contact !== undefined && !isFiltered({ ...filter, contact: undefined })) {
    return (
      <div className={line}>
        <ContactChip setView={setView} />
      </div>
    );
  }
  return (
    <div className={line}>
      {filter.contact !== undefined && <ContactChip setView={setView} />}
      <OutcomeChip chosen={filter.outcome} all={outcomeOrder} inProgressReported={reports.inProgress} onChange={(outcome) => setView({ outcome })} />
      {hasColumn(available, "retries") && (
        <RetriesChip chosen={filter.retries} all={retriesChoices(mostRetries, filter.retries)} onChange={(retries) => setView({ retries })} />
      )}
      {dimensions.map(({ id, title, used }) => {
        const chosen = filter.dimensions[id] ?? [];
        const all = [...new Set([...used, ...chosen])];
        return (
          all.length > 0 && (
            <DimensionChip key={id} {...{ title, chosen, all }} onChange={(words) => setView({ by: withWords(filter.dimensions, id, words) })} />
          )
        );
      })}
      {reports.callTimes && (
        <TimeChip
          span={filter}
          days={days}
          daysZone={daysZone ?? sense.zone}
          sense={sense}
          onChange={setView}
          onOther={onOtherTime}
        />
      )}
      {filter.slot !== undefined && (
        <SlotChip
          slot={filter.slot}
          zoneWords={daysZone === undefined || daysZone === sense.zone ? undefined : zoneName(sense.now, daysZone)}
          onClear={() => setView({ slot: undefined })}
        />
      )}
      {narrow && <SortChip available={available} sort={filter} order={order} onSort={setView} />}
      {label !== undefined && <SearchBox q={filter.q ?? ""} label={label} onSearch={onSearch} />}
      {reports.numbers && reports.rowsAre === "calls" && <GroupSwitch group={filter.group} onChange={(group) => setView({ group })} />}
      {isFiltered(filter) && (
        <Button kind="ghost" size="small" onClick={() => setView(withoutFilters)}>
          Clear all filters
        </Button>
      )}
    </div>
  );
});

/** The calls are those of one contact; the cross shows everybody's. */
function ContactChip({ setView }: Pick<FiltersProps, "setView">) {
  return (
    <Chip set clearLabel="Show the calls of everybody" onClear={() => setView({ contact: undefined })}>
      This contact
    </Chip>
  );
}
