import { memo } from "react";
import type { Reported } from "#campaign/reported.ts";
import type { Charts } from "#service/api.ts";
import { formatCount, formatPercent } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import { BarCell } from "./bar-cell.tsx";
import { barWidth } from "./bar-width.ts";
import { Block } from "./block.tsx";
import { barFill } from "./outcome-fill.ts";
import { RowButton, rowLook } from "./row-button.tsx";

type RetriesProps = {
  rows: Charts["retries"];
  /** From the campaign's retry rules. */
  maxRetries: Reported<number>;
  source: string;
  chosen: readonly number[];
  onToggle: (retries: number) => void;
};

/** Contacts by retries used; the coloured part of a bar is those completed. */
export const RetriesTable = memo(function RetriesTable({ rows, maxRetries, source, chosen, onToggle }: RetriesProps) {
  const most = Math.max(1, ...rows.map(({ contacts }) => contacts));
  return (
    <Block title="Retries" note={<Source text={source}>contacts by retries used</Source>}>
      <table className="w-full tabular-nums">
        <thead className="text-note text-ink-3">
          <tr>
            <th scope="col" className="w-px pr-3.5 text-left font-normal">
              Used
            </th>
            <th scope="col" className="text-right font-normal">
              Contacts
            </th>
            <th scope="col" className="w-px pl-3.5 text-right font-normal">
              Completed
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RetriesRow
              key={row.retries}
              retries={row.retries}
              contacts={formatCount(row.contacts)}
              width={barWidth(row.contacts / most)}
              longest={formatCount(most).length}
              completedWidth={barWidth(row.completed / Math.max(1, row.contacts))}
              percent={row.contacts === 0 ? "–" : formatPercent((100 * row.completed) / row.contacts)}
              pressed={chosen.includes(row.retries)}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
      {maxRetries.reported && <UsedUp rows={rows} maxRetries={maxRetries.value} source={maxRetries.source} />}
    </Block>
  );
});

type RowProps = {
  retries: number;
  contacts: string;
  width: string;
  longest: number;
  completedWidth: string;
  percent: string;
  pressed: boolean;
  onToggle: (retries: number) => void;
};

const completed = barFill("completed");

/** All in words, so that a row whose words stay is not drawn anew. */
const RetriesRow = memo(function RetriesRow({ retries, contacts, width, longest, completedWidth, percent, pressed, onToggle }: RowProps) {
  return (
    <tr className={rowLook}>
      <RowHead {...{ retries, pressed, onToggle }} />
      <BarCell width={width} text={contacts} longest={longest} className="bg-track">
        <div className="grow-on-poll h-full" style={{ ...completed.style, width: completedWidth }} />
      </BarCell>
      <td className="w-px pl-3.5 text-right whitespace-nowrap text-ink-2">{percent}</td>
    </tr>
  );
});

/** Its figures change with a poll, its name does not. */
const RowHead = memo(function RowHead({ retries, pressed, onToggle }: Pick<RowProps, "retries" | "pressed" | "onToggle">) {
  return (
    <th scope="row" className="w-px pr-3.5 text-left font-normal">
      <RowButton pressed={pressed} onPress={() => onToggle(retries)}>
        {retries === 0 ? "None" : retries}
      </RowButton>
    </th>
  );
});

function UsedUp({ rows, maxRetries, source }: { rows: Charts["retries"]; maxRetries: number; source: string }) {
  const used = rows.reduce((sum, { retries, contacts }) => (retries >= maxRetries ? sum + contacts : sum), 0);
  return (
    <p className="mt-2.5 text-note text-ink-3">
      <Source text={source}>
        {formatCount(maxRetries)} {maxRetries === 1 ? "retry" : "retries"} at most.
      </Source>
      {maxRetries > 0 && ` ${formatCount(used)} ${used === 1 ? "contact has" : "contacts have"} used them all.`}
    </p>
  );
}
