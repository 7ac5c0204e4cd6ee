import type { Outcome } from "#campaign/outcome.ts";
import { Chip } from "../../ui/chip.tsx";
import { Mark } from "../../ui/mark.tsx";
import { MenuItem } from "../../ui/menu.tsx";
import { outcomeLabel } from "../../ui/outcome-label.ts";
import { readableWord } from "../../ui/readable-word.ts";
import { toggled } from "./calls-filter.ts";
import { FilterChip } from "./filter-chip.tsx";
import { outcomeWords, retriesWords, slotWords, wordsWords } from "./filter-words.ts";

type Many<T> = { chosen: readonly T[]; all: readonly T[]; onChange(values: T[]): void };

/** With more than these the marks say less than the words. */
const mostMarks = 5;

export function OutcomeChip({ chosen: asLinked, all, inProgressReported, onChange }: Many<Outcome> & { inProgressReported: boolean }) {
  const chosen = all.filter((outcome) => asLinked.includes(outcome));
  const marks = chosen.length <= mostMarks && chosen.map((outcome) => <Mark key={outcome} name={outcome} size={12} />);
  return (
    <FilterChip name="Outcome" words={chosen.length > 0 ? outcomeWords(chosen, all, inProgressReported) : undefined} marks={marks} onClear={() => onChange([])}>
      {all.map((outcome) => (
        <MenuItem key={outcome} checked={chosen.includes(outcome)} keepOpen onSelect={() => onChange(toggled(chosen, outcome, all))}>
          <Mark name={outcome} /> {outcomeLabel(outcome, inProgressReported)}
        </MenuItem>
      ))}
    </FilterChip>
  );
}

export function RetriesChip({ chosen, all, onChange }: Many<number>) {
  return (
    <FilterChip name="Retries" words={chosen.length > 0 ? retriesWords(chosen) : undefined} onClear={() => onChange([])}>
      {all.map((retries) => (
        <MenuItem key={retries} checked={chosen.includes(retries)} keepOpen onSelect={() => onChange(toggled(chosen, retries, all))}>
          {retriesWords([retries])}
        </MenuItem>
      ))}
    </FilterChip>
  );
}

/** The words of one dimension that the platform uses; `all` holds those chosen too. */
export function DimensionChip({ title, chosen, all, onChange }: Many<string> & { title: string }) {
  return (
    <FilterChip name={title} words={chosen.length > 0 ? wordsWords(chosen) : undefined} onClear={() => onChange([])}>
      {all.map((word) => (
        <MenuItem key={word} checked={chosen.includes(word)} keepOpen onSelect={() => onChange(toggled(chosen, word, all))}>
          {readableWord(word)}
        </MenuItem>
      ))}
    </FilterChip>
  );
}

/** Set by the weekday and hour map; here it can only be read and cleared. */
export function SlotChip({ slot, zoneWords, onClear }: { slot: string; zoneWords: string | undefined; onClear(): void }) {
  return (
    <Chip set onClick={onClear} onClear={onClear} clearLabel="Clear weekday and hour" title="Press to clear">
      {[slotWords(slot), zoneWords].filter(Boolean).join(" ")}
    </Chip>
  );
}
