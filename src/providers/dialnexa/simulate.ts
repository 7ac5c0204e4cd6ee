import { z } from "zod";
import type { SimulatedAccount, SimulatedAnswer, SimulatedRequest, SimulatedWorld, Simulation } from "../simulation.ts";
import { bigCampaign, campaigns } from "./simulated-campaigns.ts";
import { batchCall, batchJson, callLog, campaignJson } from "./simulated-rows.ts";

/*
 * DialNexa's part of the simulator: two accounts, one for each generation of its routes. Either
 * answers 404 for the other's, in the words of a route that does not exist.
 */

const olderAccount: SimulatedAccount = { name: "dialnexa-demo", label: "DialNexa demo", token: "demo:campaigns", account: {} };
const newerAccount: SimulatedAccount = { name: "dialnexa-batch-demo", label: "DialNexa demo, batch calls", token: "demo:batches", account: {} };
const accounts = [olderAccount, newerAccount];

const isBatch = (id: string): boolean => id.startsWith("batch_");

const Paging = z.object({
  page: z.coerce.number().pipe(z.int().min(1)).default(1),
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(20),
});

const titles = new Map([
  [400, "Bad Request"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "Not Found"],
  [429, "Too Many Requests"],
  [500, "Internal Server Error"],
]);

function error(status: number, message: string | string[] = titles.get(status) ?? "Error"): SimulatedAnswer {
  const headers = status === 429 ? { headers: { "x-ratelimit-limit": "150", "x-ratelimit-remaining": "0" } } : {};
  return { status, text: JSON.stringify({ statusCode: status, message, error: titles.get(status) ?? "Error" }), ...headers };
}

/** The answer of a server that has no such route. */
function noRoute({ method, path }: SimulatedRequest): SimulatedAnswer {
  return error(404, `Cannot ${method} ${path}`);
}

type Page = { page: number; limit: number; total: number; totalPages: number };

/** The rows of a page, the newest first: the world's list is the oldest first. */
function newestFirst(rows: readonly string[], { page, limit }: z.infer<typeof Paging>): { rows: string[]; paging: Page } {
  const end = Math.max(0, rows.length - (page - 1) * limit);
  const total = rows.length;
  return {
    rows: rows.slice(Math.max(0, end - limit), end).toReversed(),
    paging: { page, limit, total, totalPages: Math.ceil(total / limit) },
  };
}

/** A tag of the text (FNV-1a), so that a page that did not change is answered 304. */
function tagOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `"${(hash >>> 0).toString(16)}-${text.length}"`;
}

function ok(text: string, headers: Record<string, string> = {}): SimulatedAnswer {
  return { status: 200, text, headers };
}

function answerCampaigns(request: SimulatedRequest, world: SimulatedWorld, asked: z.infer<typeof Paging>): SimulatedAnswer {
  const { path } = request;
  if (path === "/v1/campaigns") {
    const all = world.campaigns().filter(({ id }) => !isBatch(id)).map(campaignJson);
    const first = (asked.page - 1) * asked.limit;
    const meta = { ...asked, total: all.length, totalPages: Math.ceil(all.length / asked.limit) };
    return ok(JSON.stringify({ data: all.slice(first, first + asked.limit), meta }));
  }
  const campaign = /^\/v1\/campaigns\/([\w-]+)$/.exec(path)?.[1];
  const logs = /^\/v1\/call-logs\/campaign\/([\w-]+)$/.exec(path)?.[1];
  const id = campaign ?? logs;
  if (id === undefined) return noRoute(request);
  const found = isBatch(id) ? undefined : world.campaign(id);
  if (found === undefined) return error(404, "Campaign not found");
  if (campaign !== undefined) return ok(JSON.stringify(campaignJson(found.campaign)));
  const { rows, paging } = newestFirst(found.rows, asked);
  const text = `{"data":[${rows.join(",")}],"meta":${JSON.stringify(paging)}}`;
  const etag = tagOf(text);
  return request.header("if-none-match") === etag ? { status: 304, text: "", headers: { etag } } : ok(text, { etag });
}

function answerBatches(request: SimulatedRequest, world: SimulatedWorld, asked: z.infer<typeof Paging>): SimulatedAnswer {
  const { path, query } = request;
  if (path === "/v1/batch-calls") {
    const all = world.campaigns().filter(({ id, status }) => isBatch(id) && (query["status"] === undefined || status === query["status"]));
    const first = (asked.page - 1) * asked.limit;
    const items = all.slice(first, first + asked.limit).map(batchJson);
    return ok(JSON.stringify({ items, total: all.length, ...asked }));
  }
  const id = /^\/v1\/batch-calls\/([\w-]+)$/.exec(path)?.[1];
  if (id === undefined) return noRoute(request);
  const found = isBatch(id) ? world.campaign(id) : undefined;
  if (found === undefined) return error(404, "Batch call not found");
  const { rows, paging } = newestFirst(found.rows, asked);
  return ok(`{"callLogs":[${rows.join(",")}],${JSON.stringify(paging).slice(1)}`);
}

export const dialnexaSimulation: Simulation = {
  accounts,
  requestsPerMinute: 150,
  campaigns,
  bigCampaign,
  writeRow: (call, { id }) => JSON.stringify(isBatch(id) ? batchCall(call) : callLog(call)),
  authorise: (request) => accounts.find(({ token }) => request.header("authorization") === `Bearer ${token}`),

  answer(request, world) {
    if (request.method !== "GET") return noRoute(request);
    const asked = Paging.safeParse(request.query);
    if (!asked.success) return error(400, asked.error.issues.map(({ path }) => `${path.join(".")} is out of range`));
    return world.account === newerAccount ? answerBatches(request, world, asked.data) : answerCampaigns(request, world, asked.data);
  },

  campaignOf: ({ path }) => /^\/v1\/(?:campaigns|call-logs\/campaign|batch-calls)\/([\w-]+)$/.exec(path)?.[1],
  error: (status) => error(status),
};
