import { memo, useMemo } from "react";
import type { Outcome, OutcomeCounts } from "#campaign/outcome.ts";
import { formatCount, formatPercent } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { outcomeLabel } from "../../ui/outcome-label.ts";
import { Source } from "../../ui/source.tsx";
import { BarCell } from "./bar-cell.tsx";
import { barWidth } from "./bar-width.ts";
import { nounFor } from "./figure-words.ts";
import { Block } from "./block.tsx";
import { barFill } from "./outcome-fill.ts";
import { outcomeOrder } from "../../client/outcomes.ts";
import { totalOf } from "./outcome-order.ts";
import { RowButton, rowLook } from "./row-button.tsx";

type OutcomesProps = {
  counts: OutcomeCounts;
  /** Whether `counts` are last results of numbers, or of all rows. */
  of: "numbers" | "calls" | "contacts";
  source: string;
  inProgressReported: boolean;
  chosen: readonly Outcome[];
  onToggle: (outcome: Outcome) => void;
};

/** Outcomes as a table with bars, in the fixed order; each row filters the calls. */
export const OutcomesTable = memo(function OutcomesTable({ counts, of, source, inProgressReported, chosen, onToggle }: OutcomesProps) {
  const total = totalOf(counts);
  const most = Math.max(...outcomeOrder.map((outcome) => counts[outcome]));
  const shown = outcomeOrder.filter((outcome) => counts[outcome] > 0 || chosen.includes(outcome));
  const whole = <Source text={source}>{formatCount(total)}</Source>;
  return (
    <Block
      title="Outcomes"
      note={of === "numbers" ? <>last result of {whole} {nounFor(total, of)}</> : <>of {whole} {nounFor(total, of)}, each counted</>}
    >
      <table className="w-full tabular-nums">
        <thead className="sr-only">
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col">{capital(of)}</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((outcome) => (
            <OutcomeRow
              key={outcome}
              outcome={outcome}
              label={outcomeLabel(outcome, inProgressReported)}
              count={formatCount(counts[outcome])}
              width={barWidth(counts[outcome] / Math.max(1, most))}
              longest={formatCount(most).length}
              percent={formatPercent((100 * counts[outcome]) / Math.max(1, total))}
              pressed={chosen.includes(outcome)}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
    </Block>
  );
});

type RowProps = {
  outcome: Outcome;
  label: string;
  count: string;
  width: string;
  longest: number;
  percent: string;
  pressed: boolean;
  onToggle: (outcome: Outcome) => void;
};

/** All in words, so that a row whose words stay is not drawn anew. */
const OutcomeRow = memo(function OutcomeRow({ outcome, label, count, width, longest, percent, pressed, onToggle }: RowProps) {
  const fill = useMemo(() => barFill(outcome), [outcome]);
  return (
    <tr className={rowLook}>
      <RowHead {...{ outcome, label, pressed, onToggle }} />
      <BarCell {...fill} width={width} text={count} longest={longest} />
      <td className="w-px pl-3.5 text-right whitespace-nowrap text-ink-2">{percent}</td>
    </tr>
  );
});

/** Its figures change with a poll, its name does not. */
const RowHead = memo(function RowHead({ outcome, label, pressed, onToggle }: Pick<RowProps, "outcome" | "label" | "pressed" | "onToggle">) {
  return (
    <th scope="row" className="w-px py-0 pr-3.5 text-left font-normal whitespace-nowrap">
      <RowButton pressed={pressed} onPress={() => onToggle(outcome)}>
        <Mark name={outcome} className="mr-[7px]" />
        {label}
      </RowButton>
    </th>
  );
});

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
