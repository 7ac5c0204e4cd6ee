import { memo } from "react";
import type { DimensionCounts } from "#service/api.ts";
import { formatCount, formatPercent } from "../../ui/format.ts";
import { readableWord } from "../../ui/readable-word.ts";
import { Source } from "../../ui/source.tsx";
import { BarCell } from "./bar-cell.tsx";
import { barWidth } from "./bar-width.ts";
import { nounFor } from "./figure-words.ts";
import { Block } from "./block.tsx";
import { RowButton, rowLook } from "./row-button.tsx";

type DimensionProps = {
  title: string;
  counts: DimensionCounts;
  /** All calls that were counted. */
  calls: number;
  noun: "calls" | "contacts";
  source: string;
  chosen: readonly string[];
  onToggle: (id: string, word: string) => void;
};

/* Long words leave room for their bars. */
const wordLook = "max-w-46 truncate align-middle @max-[600px]/stats:max-w-[52cqw]";

/** Calls by the platform's own words, as a table with bars; each word filters the calls. */
export const DimensionTable = memo(function DimensionTable({ title, counts, calls, noun, source, chosen, onToggle }: DimensionProps) {
  const { values, others, without } = counts;
  const most = Math.max(1, ...values.map((word) => word.calls));
  return (
    <Block title={title} note={<>of <Source text={source}>{formatCount(calls)}</Source> {nounFor(calls, noun)}</>}>
      <table className="w-full tabular-nums">
        <thead className="sr-only">
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{noun === "calls" ? "Calls" : "Contacts"}</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {values.map((word) => (
            <tr key={word.value} className={rowLook}>
              <th scope="row" className="w-px py-0 pr-3.5 text-left font-normal whitespace-nowrap" title={word.value}>
                <RowButton pressed={chosen.includes(word.value)} onPress={() => onToggle(counts.id, word.value)} className={wordLook}>
                  {readableWord(word.value)}
                </RowButton>
              </th>
              <BarCell width={barWidth(word.calls / most)} text={formatCount(word.calls)} longest={formatCount(most).length} className="bg-ink-3" />
              <td className="w-px pl-3.5 text-right whitespace-nowrap text-ink-2">{formatPercent((100 * word.calls) / Math.max(1, calls))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(others.words > 0 || without > 0) && (
        <p className="mt-2.5 text-note text-ink-3">
          {others.words > 0 && `${formatCount(others.words)} more ${others.words === 1 ? "word" : "words"} on ${formatCount(others.calls)} ${nounFor(others.calls, noun)}. `}
          {without > 0 && `${formatCount(without)} ${nounFor(without, noun)} ${without === 1 ? "has" : "have"} none.`}
        </p>
      )}
    </Block>
  );
});
