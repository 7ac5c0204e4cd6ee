import type { Instant } from "#campaign/campaign.ts";
import { zoneName } from "../../ui/format.ts";
import { MenuGroup, MenuItem } from "../../ui/menu.tsx";
import type { DayOfCalls } from "./choices.ts";
import { FilterChip } from "./filter-chip.tsx";
import { type TimeSense, dayWords, timeWords } from "./filter-words.ts";
import { startOfDay } from "./zone-input.ts";

export type TimeSpan = { since: Instant | undefined; until: Instant | undefined };

const hourMilliseconds = 3_600_000;

type TimeChipProps = {
  span: TimeSpan;
  /** The days that have calls, oldest first, as the campaign's zone cuts them. */
  days: readonly DayOfCalls[];
  daysZone: string;
  sense: TimeSense;
  onChange(span: TimeSpan): void;
  /** Opens the inputs for any other span. */
  onOther(): void;
};

export function TimeChip(props: TimeChipProps) {
  const { span, sense, onChange } = props;
  const { since, until } = span;
  const any = since === undefined && until === undefined;
  return (
    <FilterChip
      name="Time"
      words={any ? undefined : timeWords(since, until, sense)}
      onClear={() => onChange({ since: undefined, until: undefined })}
    >
      <TimeMenu {...props} />
    </FilterChip>
  );
}

/** The choices; worked out only while the menu is open. */
function TimeMenu({ span, days, daysZone, sense, onChange, onOther }: TimeChipProps) {
  const { since, until } = span;
  const today = startOfDay(sense.now, sense.zone);
  const any = since === undefined && until === undefined;
  const from = (milliseconds: number) => () => onChange({ since: sense.now - milliseconds, until: undefined });
  const otherDays = days.filter(({ start }) => start !== today).toReversed();
  const daysLabel = daysZone === sense.zone ? "Days with calls" : `Days with calls, ${zoneName(sense.now, daysZone)}`;
  return (
    <>
      <MenuGroup label="Created">
        <MenuItem single checked={any} onSelect={() => onChange({ since: undefined, until: undefined })}>
          Any time
        </MenuItem>
        <MenuItem onSelect={from(hourMilliseconds)}>Last hour</MenuItem>
        <MenuItem onSelect={from(24 * hourMilliseconds)}>Last 24 hours</MenuItem>
        <MenuItem single checked={since === today && until === undefined} onSelect={() => onChange({ since: today, until: undefined })}>
          Today
        </MenuItem>
        <MenuItem onSelect={onOther}>From … to …</MenuItem>
      </MenuGroup>
      {otherDays.length > 0 && (
        <MenuGroup label={daysLabel}>
          {otherDays.map((day) => (
            <MenuItem
              key={day.date}
              single
              checked={since === day.start && until === day.end}
              onSelect={() => onChange({ since: day.start, until: day.end })}
            >
              {dayWords(day.start, { ...sense, zone: daysZone })}
            </MenuItem>
          ))}
        </MenuGroup>
      )}
    </>
  );
}
