import type { CallsQuery } from "#service/api.ts";
import { wordsParameter } from "./dimension-words.ts";

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
  set("contact", query.contact);
  set("retries", query.retries.join(","));
  set("since", query.since);
  set("until", query.until);
  set("slot", query.slot);
  for (const [id, words] of Object.entries(query.dimensions)) set(`by.${id}`, wordsParameter(words));
  set("asOf", query.asOf);
  return parameters;
}
