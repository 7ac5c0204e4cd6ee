import { memo } from "react";
import { Icon } from "../../ui/icon.tsx";
import { type CallsFilter, sortedBy } from "./calls-filter.ts";
import { type Column, isAtEnd } from "./columns.ts";

type HeadProps = {
  shown: readonly Column[];
  tracks: string;
  sort: Pick<CallsFilter, "sort" | "descending">;
  onSort(sort: Pick<CallsFilter, "sort" | "descending">): void;
};

/** The names of the columns, each a button that sorts by it. */
export const CallHead = memo(function CallHead({ shown, tracks, sort, onSort }: HeadProps) {
  return (
    <div role="rowgroup" className="sticky top-(--bar) z-[2] bg-canvas shadow-[0_1px_0_var(--line)]">
      <div role="row" aria-rowindex={1} className="grid h-[34px] items-center gap-x-3 text-note font-lead text-ink-3" style={{ gridTemplateColumns: tracks }}>
        <div role="columnheader">
          <span className="sr-only">Attempts</span>
        </div>
        {shown.map((column) => {
          const { id, title } = column;
          if (id === "recording" || column.unsorted === true) {
            return (
              <div key={id} role="columnheader" className="truncate">
                {title}
              </div>
            );
          }
          const sorted = sort.sort === id;
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : "none"}
              className={`min-w-0 ${isAtEnd(column) ? "pr-3 text-right" : ""}`}
            >
              <button
                type="button"
                onClick={() => onSort(sortedBy(id, sort))}
                className={`inline-flex h-6 max-w-full items-center gap-1 hover:text-ink ${sorted ? "text-ink-2" : ""} ${isAtEnd(column) ? "flex-row-reverse" : ""}`}
              >
                <span className="truncate">{title}</span>
                {sorted && <Icon name="down" size={12} className={sort.descending ? "" : "rotate-180"} />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
});
