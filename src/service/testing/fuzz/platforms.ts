import type { CampaignListSource, CampaignSource, ProviderRequest } from "#providers/provider.ts";
import { bodyOf, cases, type ProviderCase } from "#providers/testing/cases.ts";
import type { CampaignCase } from "#providers/testing/contract-case.ts";
import { changeAt, placeOf } from "#providers/testing/places.ts";
import type { Connection } from "../../ports.ts";

/** What a body answers: the campaign's own fields, a page of its calls, or a list of campaigns. */
export type Part = "header" | "calls" | `list ${number}`;

/** One documented way of reading a campaign, with good bodies to begin from. */
export type FuzzedPlatform = {
  name: string;
  campaignId: string;
  source: CampaignSource;
  lists: readonly CampaignListSource[];
  connection: Connection;
  /** The good bodies of each part; of calls, page after page. */
  good: ReadonlyMap<Part, readonly unknown[]>;
  /** Which part and page a request asks for. */
  asked(url: string, init: RequestInit): { part: Part; page: number } | undefined;
  /** Answers all further requests, until replaced. */
  answer(handler: (url: string, init: RequestInit) => Response): void;
};

const pages = 3;
const rowsOfPage = 6;
export const mostBodyBytes = 2 ** 20;

/** Where the rows of a page stand, and the fields that tell the pages. */
type Paging = { rows: string; page: string; lastPage: string; total: string };
const pagings: readonly Paging[] = [
  { rows: "data", page: "meta.page", lastPage: "meta.totalPages", total: "meta.total" },
  { rows: "callLogs", page: "page", lastPage: "totalPages", total: "total" },
  { rows: "data.results", page: "data.page", lastPage: "data.totalPages", total: "data.totalResults" },
];

/** The rows at a place, many of them: each after one of those that stand there, with an id, a number and a time of its own. */
function withRows(body: unknown, place: string, first: number, count: number): unknown {
  return changeAt(body, placeOf(place), (rows) =>
    Array.isArray(rows) && rows.length > 0 ? Array.from({ length: count }, (_, index) => ownRow(rows[index % rows.length], first + index)) : rows,
  );
}

function ownRow(row: unknown, index: number): unknown {
  if (typeof row !== "object" || row === null) return row;
  const number = String(12_025_550_100 + (index % 13));
  const time = new Date(Date.UTC(2026, 10, 17, 15) - index * 60_000).toISOString();
  const own = new Map<string, string>([["id", `call-${index}`], ["to", `+${number}`], ["to_number", `+${number}`], ["phoneNumber", String(12_025_550_100 + index)], ["createdAt", time], ["created_at", time]]);
  return Object.fromEntries(Object.entries(row).map(([key, value]): [string, unknown] => [key, own.get(key) ?? value]));
}

function pageOf(body: unknown, page: number): unknown {
  const paging = pagings.find(({ rows, total }) => has(body, rows) && has(body, total));
  if (paging === undefined) throw new Error("A page of calls of a shape the fuzzing does not know");
  const places = [[paging.page, page], [paging.lastPage, pages], [paging.total, pages * rowsOfPage]] as const;
  const numbered = places.reduce<unknown>((whole, [place, value]) => changeAt(whole, placeOf(place), () => value), body);
  return withRows(numbered, paging.rows, (page - 1) * rowsOfPage, rowsOfPage);
}

function has(body: unknown, place: string): boolean {
  let found = false;
  changeAt(body, placeOf(place), (part) => {
    found = part !== undefined;
    return part;
  });
  return found;
}

/** A request without its page: what tells the parts of a platform apart. */
function partKey(path: string, body: unknown): string {
  const text = typeof body === "string" ? body : JSON.stringify(body ?? "");
  return `${path.replace(/([?&]page=)\d+/, "$1")} ${text === '""' ? "" : text.replace(/"page":\d+/, "")}`;
}

function pageIn(path: string, body: unknown): number {
  return Number(/[?&]page=(\d+)/.exec(path)?.[1] ?? /"page":(\d+)/.exec(typeof body === "string" ? body : "")?.[1] ?? 1);
}

function platformOf({ id, provider, contract }: ProviderCase, campaign: CampaignCase): FuzzedPlatform {
  const source = provider.campaign(campaign.id, contract.account);
  const { header, calls } = source;
  const lists = provider.lists(contract.account);
  const keys = new Map<string, Part>();
  const know = ({ path, body }: ProviderRequest, part: Part): void => void keys.set(partKey(path, body), part);
  lists.forEach((list, index) => know(list.request({ page: 1, search: undefined }), `list ${index}`));
  know(header.kind === "one" ? header.request : header.request(1), "header");
  if (calls !== undefined) know(calls.request(1), "calls");

  const headerBody = bodyOf(id, campaign.header.body);
  const good = new Map<Part, readonly unknown[]>([["header", [withRows(headerBody, "data.calls", 0, 2 * rowsOfPage)]]]);
  if (campaign.calls !== undefined) {
    const body = bodyOf(id, campaign.calls.body);
    good.set("calls", Array.from({ length: pages }, (_, index) => pageOf(body, index + 1)));
  }
  contract.lists.forEach(({ body }, index) => good.set(`list ${index}`, [bodyOf(id, body)]));

  let handler: (url: string, init: RequestInit) => Response = () => new Response(null, { status: 500 });
  const baseUrl = "https://platform.invalid";
  const connection: Connection = {
    name: "fuzzed",
    label: "Fuzzed",
    // Waiting for a limit would only make sessions longer.
    provider: { ...provider, requestsPerMinute: 60_000 },
    baseUrl,
    token: "a-secret-that-is-long-enough-to-sign",
    account: contract.account,
    demo: false,
    consoleUrl: undefined,
    stated: { timeZone: undefined, callingHours: undefined },
    maxBodyBytes: mostBodyBytes,
    // Long enough that no signal fires, which would cost more than the reading.
    deadlineMilliseconds: 60_000,
    fetch: async (url, init) => handler(url, init),
  };
  return {
    name: `${id} ${campaign.id}`,
    campaignId: campaign.id,
    source,
    lists,
    connection,
    good,
    asked: (url, { body }) => {
      const path = url.slice(baseUrl.length);
      const part = keys.get(partKey(path, body ?? undefined));
      return part === undefined ? undefined : { part, page: pageIn(path, body) };
    },
    answer: (next) => {
      handler = next;
    },
  };
}

/** Every provider in every generation it reads. */
export const platforms: readonly FuzzedPlatform[] = cases.flatMap((one) => one.contract.campaigns.map((campaign) => platformOf(one, campaign)));
