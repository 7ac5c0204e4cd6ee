import type { Dimension } from "#campaign/dimension.ts";
import type { Reports } from "#campaign/reports.ts";
import type { CallSort } from "#service/api.ts";
import type { CallSight } from "./call-sight.ts";
import { type CallsFilter, hasRetries } from "./calls-filter.ts";

/** A column's id is its sort, where it has one. */
export type ColumnId = CallSort | "recording";

export type Column = {
  id: ColumnId;
  title: string;
  /** Its track of the grid. */
  width: string;
  /** Where space is short this column goes; the higher, the earlier. 0: it stays. */
  spare: 0 | 1 | 2;
  /** Shown only when chosen. */
  hidden?: true;
  /** The dimension whose words it shows. */
  dimension?: string;
  /** Has no order: recordings, and numbers that are seen masked. */
  unsorted?: true;
};

/** So many dimensions are columns without being chosen: more leave no room for the rest. */
const shownDimensions = 2;

/** The columns that the platform has anything to put in and the viewer may see, in the table's order. */
export function columnsOf(reports: Reports, dimensions: readonly Dimension[], group: CallsFilter["group"], sight: CallSight): Column[] {
  const columns: (Column | false)[] = [
    reports.numbers && sight.numbers !== "none" && { id: "to", title: "To", width: "minmax(0, 2.2fr)", spare: 0, ...(sight.numbers === "masked" && { unsorted: true }) },
    { id: "outcome", title: "Outcome", width: "minmax(0, 2fr)", spare: 0 },
    hasRetries(reports, group) && { id: "retries", title: "Retries", width: "minmax(0, 1.5fr)", spare: 0 },
    reports.durations && { id: "duration", title: "Duration", width: "minmax(0, 1.1fr)", spare: 0 },
    ...dimensions.map(({ id, title }, index): Column => {
      const column: Column = { id: `by.${id}`, title, width: "minmax(0, 1.7fr)", spare: index === 0 ? 0 : 1, dimension: id };
      return index < shownDimensions ? column : { ...column, hidden: true };
    }),
    reports.callTimes && { id: "created", title: "Created", width: "minmax(0, 2.2fr)", spare: 0 },
    reports.recordings && sight.recordings && { id: "recording", title: "Recording", width: "minmax(0, 1fr)", spare: 0, unsorted: true },
    reports.callIds && { id: "id", title: "Id", width: "minmax(0, 1.8fr)", spare: 2 },
  ];
  return columns.filter((column) => column !== false);
}

/** The columns shown: those chosen, else all that fit; where space is `short`, spare ones go. */
export function shownColumns(available: readonly Column[], chosen: readonly string[] | undefined, short: boolean): Column[] {
  const picked = available.filter(({ id }) => chosen?.includes(id));
  if (picked.length > 0) return picked;
  const fitting = available.filter(({ hidden, spare }) => hidden !== true && !(short && spare > 0));
  // With a column for everything, the id is what nobody misses.
  const most = 7;
  return fitting.length > most ? fitting.filter(({ spare }) => spare < 2) : fitting;
}

/** The tracks of one line: the chevron's, then one a column. */
export function tracksOf(shown: readonly Column[]): string {
  return ["16px", ...shown.map(({ width }) => width)].join(" ");
}

/** A column that stands at the right end of the line. */
export function isAtEnd({ id }: Column): boolean {
  return id === "id";
}

export function hasColumn(shown: readonly Column[], id: ColumnId): boolean {
  return shown.some((column) => column.id === id);
}
