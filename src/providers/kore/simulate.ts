import { z } from "zod";
import type { SimulatedAccount, SimulatedAnswer, SimulatedCampaign, SimulatedRequest, SimulatedWorld, Simulation } from "../simulation.ts";
import { bigCampaign, campaigns } from "./simulated-campaigns.ts";
import { campaignFields } from "./simulated-campaign.ts";
import { calledContact, untouchedContact } from "./simulated-contact.ts";

/*
 * Kore.ai's part of the simulator: how a campaign of the simulated world reads in Kore.ai's
 * own JSON. Error bodies are in the documented shape; their messages are made up.
 */

const demo: SimulatedAccount = {
  name: "kore-demo",
  label: "Kore.ai demo",
  token: "kore-demo-client-secret-of-forty-characters",
  account: { clientId: "cs-demo-3c1f", streamId: "st-demo-7a52", accountId: "64ab0demo" },
};

const ContactsBody = z.object({ page: z.int().min(1), limit: z.int().min(1).max(100) });
const ListBody = z.object({ type: z.literal("voice"), page: z.int().min(1), limit: z.int().min(1).max(100) });

const messages = new Map([
  [400, "Invalid request"],
  [401, "Unauthorized"],
  [404, "Campaign not found"],
  [429, "Too many requests"],
  [500, "Internal server error"],
]);

function error(status: number, word: "error" | "failure" = "error"): SimulatedAnswer {
  return { status, text: JSON.stringify({ status: word, message: messages.get(status) ?? "Request failed" }) };
}

function success(data: unknown, message?: string): SimulatedAnswer {
  return { status: 200, text: JSON.stringify({ status: "success", message, data }) };
}

/** What follows `/campaign/` in a path: the campaign's id or the list, and `status` after an id. */
function routeOf(path: string): { app: string; name: string; isStatus: boolean } | undefined {
  const parts = /^\/campaign\/api\/v2\/public\/([^/]+)\/campaign\/([^/]+)(\/status)?$/.exec(path);
  if (parts === null) return undefined;
  const [, app = "", name = "", status] = parts;
  return { app, name, isStatus: status !== undefined };
}

const listName = "getAllCampaignDetails";

function pageOf(length: number, page: number, limit: number) {
  const skip = (page - 1) * limit;
  return { skip, end: Math.min(skip + limit, length), totalPages: Math.ceil(length / limit), totalResults: length };
}

/** One page of all contacts, those not called yet after the others: their order never changes. */
function contacts(world: SimulatedWorld, id: string, body: unknown): SimulatedAnswer {
  const asked = ContactsBody.safeParse(body);
  if (!asked.success) return error(400, "failure");
  const found = world.campaign(id);
  if (found === undefined) return error(404);
  const { campaign, rows } = found;
  const { page, limit } = asked.data;
  const { skip, end, totalPages, totalResults } = pageOf(Math.max(campaign.contacts, rows.length), page, limit);
  const results: string[] = [];
  for (let index = skip; index < end; index += 1) {
    results.push(rows[index] ?? JSON.stringify(untouchedContact(world.numberOf(campaign, index))));
  }
  const paging = `"page":${page},"limit":${limit},"totalPages":${totalPages},"totalResults":${totalResults}`;
  return { status: 200, text: `{"status":"success","data":{"results":[${results.join(",")}],${paging}}}` };
}

function list(world: SimulatedWorld, body: unknown): SimulatedAnswer {
  const asked = ListBody.safeParse(body);
  if (!asked.success) return error(400, "failure");
  const all = world.campaigns();
  const { page, limit } = asked.data;
  const { skip, end, totalPages, totalResults } = pageOf(all.length, page, limit);
  const results = all.slice(skip, end).map((campaign) => campaignFields(campaign));
  return success({ results, skip, limit, hasMore: end < all.length, totalPages, totalResults });
}

function oneCampaign(campaign: SimulatedCampaign | undefined): SimulatedAnswer {
  if (campaign === undefined) return error(404);
  return success(campaignFields(campaign), `Campaign ${campaign.name} retrieved successfully`);
}

export const koreSimulation: Simulation = {
  accounts: [demo],
  requestsPerMinute: 60,
  campaigns,
  bigCampaign,
  writeRow: (call, campaign) => JSON.stringify(calledContact(call, campaign)),

  authorise(request) {
    const { signer } = request;
    if (signer === undefined) return undefined;
    const { streamId, accountId } = signer.account;
    return request.header("iid") === streamId && request.header("accountId") === accountId ? signer : undefined;
  },

  answer(request, world) {
    const route = routeOf(request.path);
    const { streamId, accountId } = world.account.account;
    if (route === undefined || route.app !== streamId) return error(404);
    if (request.query["accountId"] !== accountId) return error(400);
    return answerRoute(request, world, route);
  },

  campaignOf(request) {
    const name = routeOf(request.path)?.name;
    return name === listName ? undefined : name;
  },

  error,
};

function answerRoute(request: SimulatedRequest, world: SimulatedWorld, route: { name: string; isStatus: boolean }): SimulatedAnswer {
  const { name, isStatus } = route;
  if (!isStatus && request.method === "GET") return oneCampaign(world.campaign(name)?.campaign);
  if (request.method !== "POST") return error(404);
  if (!isStatus) return name === listName ? list(world, request.body) : error(404);
  return request.query["view"] === "contacts" ? contacts(world, name, request.body) : error(400);
}
