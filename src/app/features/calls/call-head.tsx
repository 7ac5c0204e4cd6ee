import { Icon } from "../../ui/icon.tsx";
import { type CallsFilter, sortedBy } from "./calls-filter.ts";
import { type ColumnId, columns } from "./columns.ts";

type HeadProps = {
  shown: readonly ColumnId[];
  tracks: string;
  sort: Pick<CallsFilter, "sort" | "descending">;
  onSort(sort: Pick<CallsFilter, "sort" | "descending">): void;
};

/** The names of the columns, each a button that sorts by it. */
export function CallHead({ shown, tracks, sort, onSort }: HeadProps) {
  return (
    <div role="rowgroup" className="sticky top-[52px] z-[2] bg-canvas shadow-[0_1px_0_var(--line)]">
      <div role="row" aria-rowindex={1} className="grid h-[34px] items-center gap-x-3 text-note font-lead text-ink-3" style={{ gridTemplateColumns: tracks }}>
        <div role="columnheader">
          <span className="sr-only">Attempts</span>
        </div>
        {columns
          .filter(({ id }) => shown.includes(id))
          .map(({ id, title }) => {
            const sorted = sort.sort === id;
            return (
              <div
                key={id}
                role="columnheader"
                aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : "none"}
                className={id === "id" ? "pr-3 text-right" : ""}
              >
                <button
                  type="button"
                  onClick={() => onSort(sortedBy(id, sort))}
                  className={`inline-flex h-6 items-center gap-1 hover:text-ink ${sorted ? "text-ink-2" : ""} ${id === "id" ? "flex-row-reverse" : ""}`}
                >
                  {title}
                  {sorted && <Icon name="down" size={12} className={sort.descending ? "" : "rotate-180"} />}
                </button>
              </div>
            );
          })}
      </div>
    </div>
  );
}
