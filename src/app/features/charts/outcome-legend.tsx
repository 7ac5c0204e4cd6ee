import { memo } from "react";
import type { Outcome } from "#campaign/outcome.ts";
import { Mark } from "../../ui/mark.tsx";
import { outcomeLabel } from "../../ui/outcome-label.ts";

type LegendProps = {
  outcomes: readonly Outcome[];
  chosen: readonly Outcome[];
  closedHours: boolean;
  inProgressReported: boolean;
  onToggle: (outcome: Outcome) => void;
};

/** Glyph and word of every outcome drawn; pressing one filters the calls. */
export const OutcomeLegend = memo(function OutcomeLegend({ outcomes, chosen, closedHours, inProgressReported, onToggle }: LegendProps) {
  return (
    <div role="group" aria-label="Filter calls by outcome" className="-mx-2 mt-2 flex flex-wrap gap-x-1">
      {outcomes.map((outcome) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={chosen.includes(outcome)}
          onClick={() => onToggle(outcome)}
          className="tap inline-flex h-7 items-center gap-1.5 rounded-2 px-2 text-note text-ink-2 hover:bg-hover aria-pressed:text-ink aria-pressed:inset-ring aria-pressed:inset-ring-ink-2 max-phone:h-10"
        >
          <Mark name={outcome} size={12} />
          {outcomeLabel(outcome, inProgressReported)}
        </button>
      ))}
      {closedHours && (
        <span className="inline-flex h-7 items-center gap-1.5 px-2 text-note text-ink-2 max-phone:h-10">
          <i
            aria-hidden="true"
            className="h-3 w-3 bg-[repeating-linear-gradient(135deg,var(--line-strong)_0_1px,transparent_1px_4px)]"
          />
          Created in closed hours
        </span>
      )}
    </div>
  );
});
