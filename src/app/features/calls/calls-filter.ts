import type { Dimension } from "#campaign/dimension.ts";
import type { Reports } from "#campaign/reports.ts";
import type { CallSort, CallsQuery } from "#service/api.ts";
import type { View } from "../../client/address.ts";
import type { CallSight } from "./call-sight.ts";

/** What a reading of the call history is of: everything of a query but the window. */
export type CallsFilter = Omit<CallsQuery, "offset" | "limit" | "asOf">;

/** The filter that the address bar asks for, without what this platform cannot answer or this viewer not ask. */
export function filterOf(view: View, reports: Reports, dimensions: readonly Dimension[], sight: CallSight): CallsFilter {
  const q = view.q.trim();
  const declared = (id: string): boolean => dimensions.some((dimension) => dimension.id === id);
  // Where rows are contacts there is nothing to group.
  const group = reports.numbers && reports.rowsAre === "calls" ? view.group : "call";
  const canSort = sortable(view.sort, reports, group, sight) && (!view.sort.startsWith("by.") || declared(view.sort.slice("by.".length)));
  return {
    group,
    outcome: view.outcome,
    q: q === "" ? undefined : q,
    contact: reports.numbers ? view.contact : undefined,
    retries: hasRetries(reports, group) ? view.retries : [],
    since: reports.callTimes ? view.since : undefined,
    until: reports.callTimes ? view.until : undefined,
    slot: reports.callTimes ? view.slot : undefined,
    dimensions: Object.fromEntries(Object.entries(view.by).filter(([id]) => declared(id))),
    ...(canSort ? { sort: view.sort, descending: view.descending } : usualOrder(reports)),
  };
}

/** Newest first; without times the platform's own order is the plainest: the service's ids follow it. */
function usualOrder(reports: Reports): Pick<CallsFilter, "sort" | "descending"> {
  return reports.callTimes ? { sort: "created", descending: true } : { sort: "id", descending: false };
}

/** Whether rows tell retries: their own, or those counted from the rows of a number. */
export function hasRetries(reports: Reports, group: CallsFilter["group"]): boolean {
  return reports.retries || (group === "number" && reports.numbers);
}

function sortable(sort: CallSort, reports: Reports, group: CallsFilter["group"], sight: CallSight): boolean {
  if (sort === "created") return reports.callTimes;
  if (sort === "to") return reports.numbers && sight.numbers === "full";
  if (sort === "retries") return hasRetries(reports, group);
  return sort === "duration" ? reports.durations : true;
}

export function isFiltered(filter: CallsFilter): boolean {
  const { outcome, q, contact, retries, since, until, slot, dimensions } = filter;
  return outcome.length > 0 || retries.length > 0 || Object.keys(dimensions).length > 0 || [q, contact, since, until, slot].some((value) => value !== undefined);
}

/** What "Clear all filters" sets; order, grouping and columns stay. */
export const withoutFilters = {
  outcome: [],
  q: "",
  contact: undefined,
  retries: [],
  since: undefined,
  until: undefined,
  slot: undefined,
  by: {},
} satisfies Partial<View>;

/** `values` with `value` taken out, or put in where `order` has it. */
export function toggled<T>(values: readonly T[], value: T, order: readonly T[]): T[] {
  return values.includes(value)
    ? values.filter((other) => other !== value)
    : order.filter((other) => other === value || values.includes(other));
}

/** What pressing a column's header asks for: the other direction, or the column's usual one. */
export function sortedBy(sort: CallSort, current: Pick<CallsFilter, "sort" | "descending">): Pick<View, "sort" | "descending"> {
  const usual = sort === "created" || sort === "retries" || sort === "duration";
  return { sort, descending: current.sort === sort ? !current.descending : usual };
}
