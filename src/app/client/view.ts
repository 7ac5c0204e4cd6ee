import type { Instant } from "#campaign/campaign.ts";
import type { Outcome } from "#campaign/outcome.ts";
import type { CallSort } from "#service/api.ts";
import { callSorts } from "#service/api.ts";
import { isPrivateSearch } from "./private-search.ts";
import { type DimensionWords, dimensionsOfLink, isDimensionSort, linkOfDimensions } from "./dimension-words.ts";
import { isOutcome } from "./outcomes.ts";

/** How a campaign is looked at: everything a link carries beside the route. */
export type View = {
  /** Whose campaigns the home page lists; `undefined`: the first connection's. */
  connection: string | undefined;
  theme: "system" | "light" | "dark";
  zone: "campaign" | "mine" | "utc";
  range: "today" | "days";
  /** `undefined`: the columns shown by default. */
  columns: string[] | undefined;
  group: "number" | "call";
  outcome: Outcome[];
  q: string;
  /** The number whose attempts are wanted, or `own` for the one that the viewer's token names; never in an address. */
  contact: string | undefined;
  retries: number[];
  since: Instant | undefined;
  until: Instant | undefined;
  slot: string | undefined;
  /** Wanted words by dimension id. */
  by: DimensionWords;
  sort: CallSort;
  descending: boolean;
};

export const defaultView: View = {
  connection: undefined,
  theme: "system",
  zone: "campaign",
  range: "today",
  columns: undefined,
  group: "number",
  outcome: [],
  q: "",
  contact: undefined,
  retries: [],
  since: undefined,
  until: undefined,
  slot: undefined,
  by: {},
  sort: "created",
  descending: true,
};

const longestSearch = 100;
const latestInstant = 8_640_000_000_000_000;

function isSort(text: string): text is CallSort {
  return callSorts.some((sort) => sort === text) || isDimensionSort(text);
}

function oneOf<T extends string>(text: string | null, words: readonly T[], otherwise: T): T {
  return words.find((word) => word === text) ?? otherwise;
}

function list(text: string | null): string[] {
  return text === null || text === "" ? [] : [...new Set(text.split(","))];
}

function instant(text: string | null): Instant | undefined {
  if (text === null || !/^-?\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  if (Math.abs(value) > latestInstant) return undefined;
  // "-0" is 0, which a link writes without its sign.
  return value === 0 ? 0 : value;
}

/** Whether a search may be written into the page's address. */
export function isShareable(q: string): boolean {
  return q.length <= longestSearch && !isPrivateSearch(q);
}

/** The view a link describes. What is unknown or malformed is ignored. */
export function viewOf(parameters: URLSearchParams): View {
  const q = parameters.get("q") ?? "";
  const sort = parameters.get("sort") ?? "";
  const field = sort.replace(/^-/, "");
  const slot = parameters.get("slot");
  const columns = list(parameters.get("columns")).filter((name) => /^[a-zA-Z][\w.-]{0,43}$/.test(name));
  const connection = parameters.get("connection");
  return {
    connection: connection !== null && /^[a-z0-9][a-z0-9-]{0,62}$/.test(connection) ? connection : undefined,
    theme: oneOf(parameters.get("theme"), ["system", "light", "dark"], defaultView.theme),
    zone: oneOf(parameters.get("zone"), ["campaign", "mine", "utc"], defaultView.zone),
    range: oneOf(parameters.get("range"), ["today", "days"], defaultView.range),
    columns: columns.length > 0 ? columns : undefined,
    group: oneOf(parameters.get("group"), ["number", "call"], defaultView.group),
    outcome: list(parameters.get("outcome")).filter(isOutcome),
    q: isShareable(q) ? q : "",
    contact: undefined,
    retries: list(parameters.get("retries"))
      .filter((text) => /^(0|[1-9]\d{0,3})$/.test(text))
      .map(Number),
    since: instant(parameters.get("since")),
    until: instant(parameters.get("until")),
    slot: slot !== null && /^[1-7]-(1?\d|2[0-3])$/.test(slot) ? slot : undefined,
    by: dimensionsOfLink(parameters),
    sort: isSort(field) ? field : defaultView.sort,
    descending: isSort(field) ? sort.startsWith("-") : defaultView.descending,
  };
}

/** The parameters of a view: defaults are left out, and so is a search that may be a number. */
export function parametersOf(view: View): string {
  const parts: string[] = [];
  const set = (name: keyof View, value: string, otherwise: string): void => {
    // Commas and colons need no escape in a query, and a link should stay readable.
    if (value !== otherwise) parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  };
  set("connection", view.connection ?? "", "");
  set("theme", view.theme, defaultView.theme);
  set("zone", view.zone, defaultView.zone);
  set("range", view.range, defaultView.range);
  set("group", view.group, defaultView.group);
  set("outcome", view.outcome.join(","), "");
  set("q", isShareable(view.q) ? view.q : "", "");
  set("retries", view.retries.join(","), "");
  set("since", String(view.since ?? ""), "");
  set("until", String(view.until ?? ""), "");
  set("slot", view.slot ?? "", "");
  for (const { name, value } of linkOfDimensions(view.by)) parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  set("sort", view.descending ? `-${view.sort}` : view.sort, "-created");
  set("columns", view.columns?.join(",") ?? "", "");
  return parts.join("&");
}
