import type { CallSort } from "#service/api.ts";
import type { CallReports } from "./calls-filter.ts";

/** Each column sorts by itself, so a column's id is its sort. */
export type ColumnId = CallSort;

export const columns: readonly { id: ColumnId; title: string; width: string; spare?: true }[] = [
  { id: "to", title: "To", width: "minmax(0, 2.2fr)" },
  { id: "outcome", title: "Outcome", width: "minmax(0, 2fr)" },
  { id: "retries", title: "Retries", width: "minmax(0, 1.5fr)" },
  { id: "created", title: "Created", width: "minmax(0, 2.2fr)" },
  { id: "id", title: "Id", width: "minmax(0, 1.8fr)", spare: true },
];

/** The columns that the platform has anything to put in. */
export function reportedColumns(reports: Pick<CallReports, "numbers" | "callTimes">): ColumnId[] {
  const missing = { to: !reports.numbers, created: !reports.callTimes, outcome: false, retries: false, id: false };
  return columns.map(({ id }) => id).filter((id) => !missing[id]);
}

/** The columns shown: those chosen, else all that fit; where space is short the id goes first. */
export function shownColumns(available: readonly ColumnId[], chosen: readonly string[] | undefined, short: boolean): ColumnId[] {
  const picked = available.filter((id) => chosen?.includes(id));
  if (picked.length > 0) return picked;
  const fitting = columns.filter(({ id, spare }) => available.includes(id) && !(spare && short));
  return fitting.map(({ id }) => id);
}

/** The tracks of one line: the chevron's, then one a column. */
export function tracksOf(shown: readonly ColumnId[]): string {
  return ["16px", ...columns.filter(({ id }) => shown.includes(id)).map(({ width }) => width)].join(" ");
}
