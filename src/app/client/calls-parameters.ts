import type { CallsQuery } from "#service/api.ts";

/** With this many digits a search could be a telephone number. */
const numberDigits = 7;

/** Whether a search may be a telephone number: then it never stands in a URL, ours or the page's. */
export function isPrivateSearch(q: string): boolean {
  return (q.match(/\p{Nd}/gu)?.length ?? 0) >= numberDigits;
}

/** The query as the API takes it: in a URL, or as the same strings in a JSON body. */
export function callsParameters(query: CallsQuery): Record<string, string> {
  const parameters: Record<string, string> = {
    group: query.group,
    sort: query.descending ? `-${query.sort}` : query.sort,
    offset: String(query.offset),
    limit: String(query.limit),
  };
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== "") parameters[name] = String(value);
  };
  set("outcome", query.outcome.join(","));
  set("q", query.q);
  set("retries", query.retries.join(","));
  set("since", query.since);
  set("until", query.until);
  set("slot", query.slot);
  set("asOf", query.asOf);
  return parameters;
}
