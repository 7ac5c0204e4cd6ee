import { z } from "zod";
import type { SimulatedAccount, SimulatedAnswer, SimulatedRequest, Simulation } from "../simulation.ts";
import { callRow, campaignBody, campaignText } from "./simulated-body.ts";
import { bigCampaign, campaigns } from "./simulated-campaigns.ts";
import { withFault } from "./simulated-faults.ts";
import { listBody, ListQuery, validationError } from "./simulated-list.ts";
import { WireCall } from "./wire.ts";

const accounts: readonly SimulatedAccount[] = [{ name: "demo", label: "Talkover demo", token: "talq_demo", account: {} }];

const list = "/api/v1/campaigns";

/**
 * The error answers. 401, 404 and 500 are the published bodies; 429 is in the shape documented
 * for other endpoints. What a 429 looks like is not documented: that it carries `Retry-After` is an assumption.
 */
const errors = new Map<number, object>([
  [401, { success: false, message: "Unauthorized" }],
  [404, { success: false, message: "Campaign not found" }],
  [429, { success: false, error: { code: "RATE_LIMIT_EXCEEDED", message: "Too many requests." } }],
  [500, { success: false, message: "Internal server error." }],
]);

const json = (body: unknown, status = 200): SimulatedAnswer => ({ status, text: JSON.stringify(body) });

const error = (status: number): SimulatedAnswer => json(errors.get(status) ?? { success: false, message: `Error ${status}` }, status);

function campaignOf({ method, path }: SimulatedRequest): string | undefined {
  const id = /^\/api\/v1\/campaigns\/([^/]+)$/.exec(path)?.[1];
  if (id === undefined || method !== "GET") return undefined;
  try {
    return decodeURIComponent(id);
  } catch {
    // Half an escape: no campaign is called that.
    return id;
  }
}

/** Talkover's part of the simulator: its two documented reads, in its own JSON. */
export const talkoverSimulation: Simulation = {
  accounts,
  requestsPerMinute: 100,
  campaigns,
  bigCampaign,
  error,
  campaignOf,
  writeRow: (call) => JSON.stringify(callRow(call)),
  authorise: (request) => accounts.find(({ token }) => request.header("authorization") === `Bearer ${token}`),

  answer(request, world) {
    const id = campaignOf(request);
    if (id !== undefined) {
      const found = world.campaign(id);
      return found === undefined ? error(404) : { status: 200, text: campaignText(found.campaign, found.rows) };
    }
    if (request.method !== "GET" || request.path !== list) return json({ success: false, message: "Not Found" }, 404);
    const query = ListQuery.safeParse(request.query);
    if (!query.success) return json(validationError(z.flattenError(query.error).fieldErrors), 422);
    return json(listBody(world.campaigns(), query.data));
  },

  answerWithFault(request, world, fault) {
    const id = campaignOf(request);
    const found = id === undefined ? undefined : world.campaign(id);
    if (found === undefined) return talkoverSimulation.answer(request, world);
    const calls = found.rows.map((row) => WireCall.parse(JSON.parse(row)));
    return json(withFault(campaignBody(found.campaign, calls), fault));
  },
};
