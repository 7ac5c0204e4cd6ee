import type { CallSort, CallsQuery, ConnectionInfo } from "#service/api.ts";
import type { View } from "../../client/address.ts";

/** What a reading of the call history is of: everything of a query but the window. */
export type CallsFilter = Omit<CallsQuery, "offset" | "limit" | "asOf">;

export type CallReports = ConnectionInfo["provider"]["reports"];

/** The filter that the address bar asks for, without what this platform cannot answer. */
export function filterOf(view: View, reports: CallReports): CallsFilter {
  const q = view.q.trim();
  return {
    group: reports.numbers ? view.group : "call",
    outcome: view.outcome,
    q: q === "" ? undefined : q,
    retries: view.retries,
    since: reports.callTimes ? view.since : undefined,
    until: reports.callTimes ? view.until : undefined,
    slot: reports.callTimes ? view.slot : undefined,
    sort: view.sort,
    descending: view.descending,
  };
}

export function isFiltered(filter: CallsFilter): boolean {
  const { outcome, q, retries, since, until, slot } = filter;
  return outcome.length > 0 || retries.length > 0 || [q, since, until, slot].some((value) => value !== undefined);
}

/** What "Clear all filters" sets; order, grouping and columns stay. */
export const withoutFilters = {
  outcome: [],
  q: "",
  retries: [],
  since: undefined,
  until: undefined,
  slot: undefined,
} satisfies Partial<View>;

/** `values` with `value` taken out, or put in where `order` has it. */
export function toggled<T>(values: readonly T[], value: T, order: readonly T[]): T[] {
  return values.includes(value)
    ? values.filter((other) => other !== value)
    : order.filter((other) => other === value || values.includes(other));
}

/** What pressing a column's header asks for: the other direction, or the column's usual one. */
export function sortedBy(sort: CallSort, current: Pick<CallsFilter, "sort" | "descending">): Pick<View, "sort" | "descending"> {
  const usual = sort === "created" || sort === "retries";
  return { sort, descending: current.sort === sort ? !current.descending : usual };
}
