import type { CallRow, CallsAnswer } from "#service/api.ts";
import { pageRows } from "./row-window.ts";

/** What is known of one reading of the call history: totals, and the pages read so far. */
export type CallWindows = {
  /** The filter these rows belong to. */
  filterKey: string;
  total: number;
  newer: number;
  asOf: string;
  rail: CallsAnswer["rail"];
  pages: ReadonlyMap<number, readonly CallRow[]>;
};

/** One page as it was last answered; `answeredAt` tells which of two totals is the later. */
export type PageAnswer = { page: number; answer: CallsAnswer | undefined; answeredAt: number };

/** Pages kept beside those in sight, so that scrolling back shows rows at once. */
const pagesKept = 40;

/**
 * The windows after the latest answers; the same object when they say nothing
 * new. Until the first answer of a new filter or anchor arrives the previous
 * rows stay, so nothing ever blinks to empty.
 */
export function mergeWindows(previous: CallWindows | undefined, filterKey: string, answers: readonly PageAnswer[]): CallWindows | undefined {
  let latest: { answer: CallsAnswer; answeredAt: number } | undefined;
  const read = new Map<number, readonly CallRow[]>();
  for (const { page, answer, answeredAt } of answers) {
    if (answer === undefined) continue;
    read.set(page, answer.rows);
    if (latest === undefined || answeredAt > latest.answeredAt) latest = { answer, answeredAt };
  }
  if (latest === undefined) return previous;
  const { total, newer, asOf, rail } = latest.answer;
  const known = previous?.filterKey === filterKey ? previous : undefined;
  const sameRows = [...read].every(([page, rows]) => known?.pages.get(page) === rows);
  if (known && sameRows && known.total === total && known.newer === newer && known.asOf === asOf && known.rail === rail) return known;
  const kept = [...(known?.pages ?? [])].filter(([page]) => !read.has(page));
  return { filterKey, total, newer, asOf, rail, pages: new Map([...kept.slice(-pagesKept), ...read]) };
}

export function rowAt(windows: CallWindows | undefined, offset: number): CallRow | undefined {
  return windows?.pages.get(Math.floor(offset / pageRows))?.[offset % pageRows];
}

/**
 * The identity of a row through polls. A number stays itself when a new attempt
 * becomes its latest call.
 */
export function rowKey(row: CallRow, group: CallsAnswer["group"]): string {
  const number = row.contact ?? row.to;
  return group === "number" && number !== undefined ? `to:${number}` : `id:${row.id}`;
}

/** Where a row stands now; `near` is looked at first. `undefined` when it is on no page read. */
export function offsetOfKey(windows: CallWindows, group: CallsAnswer["group"], key: string, near: number): number | undefined {
  const there = rowAt(windows, near);
  if (there !== undefined && rowKey(there, group) === key) return near;
  for (const [page, rows] of windows.pages) {
    const index = rows.findIndex((row) => rowKey(row, group) === key);
    if (index >= 0) return page * pageRows + index;
  }
  return undefined;
}
