import type { SimulatedAccount, SimulatedAnswer, SimulatedCampaign, SimulatedRequest, SimulatedWorld, Simulation } from "../simulation.ts";
import { bigCampaign, campaigns, settings, usual } from "./simulated-campaigns.ts";
import type { WireCampaignJson, WireErrorJson } from "./wire.ts";

/*
 * Callers.ai's part of the simulator: how a campaign of the simulated world reads in
 * Callers.ai's own JSON. Pure; the HTTP around it is the simulator's.
 */

const organizationId = "65f1c0ffee65f1c0ffee65f1";
const account: SimulatedAccount = {
  name: "callers-demo",
  label: "Callers.ai demo",
  token: "callers-demo-key",
  account: { organizationId },
};

type CampaignJson = WireCampaignJson & { organizationId: string };
/** Items of the list may hold `emailParams` too. */
type ItemJson = CampaignJson & { emailParams: Record<string, string> };

/** The published body of a 400 is the model of them all. A key that is refused gets the documented 403; 401 is not documented. */
const errors = new Map([
  [400, { status: 400, message: "organizationId is required" }],
  [401, { status: 403, message: "Forbidden" }],
  [403, { status: 403, message: "Forbidden" }],
  [404, { status: 404, message: "Campaign not found" }],
  [429, { status: 429, message: "Too many requests" }],
]);

function error(status: number): SimulatedAnswer {
  const known = errors.get(status) ?? { status, message: "Something went wrong" };
  const body: WireErrorJson = { status: "error", message: known.message, data: [] };
  return { status: known.status, text: JSON.stringify(body) };
}

/** An ISO time so many hours after the campaign was made, or null while there is none. */
function hoursAfter({ createdAt }: SimulatedCampaign, hours: number | undefined): string | null {
  return hours === undefined ? null : new Date(createdAt + hours * 3_600_000).toISOString();
}

function campaignJson(campaign: SimulatedCampaign): CampaignJson {
  const { beganAfterHours, endedAfterHours, ...rest } = settings.get(campaign.id) ?? usual;
  return {
    id: campaign.id,
    name: campaign.name,
    firstInteractionAt: hoursAfter(campaign, beganAfterHours),
    completedAt: hoursAfter(campaign, endedAfterHours),
    organizationId,
    ...rest,
  };
}

/** The documented list: by organization, which is required, and by group. */
function list({ query }: SimulatedRequest, world: SimulatedWorld): SimulatedAnswer {
  if (query.organizationId === undefined) return error(400);
  if (query.organizationId !== world.account.account.organizationId) return error(403);
  const group = query.campaignGroupId;
  const items: ItemJson[] = world
    .campaigns()
    .map((campaign) => ({ ...campaignJson(campaign), emailParams: {} }))
    .filter((item) => group === undefined || item.campaignGroupId === group);
  return { status: 200, text: JSON.stringify(items) };
}

function campaignOf({ path }: SimulatedRequest): string | undefined {
  return /^\/campaigns\/([A-Za-z0-9_-]+)$/.exec(path)?.[1];
}

export const callersSimulation: Simulation = {
  accounts: [account],
  requestsPerMinute: 60,
  campaigns,
  bigCampaign,
  // Calls are not reported, so no row is ever sent.
  writeRow: () => "null",
  authorise: (request) => (request.header("authorization") === account.token ? account : undefined),

  answer(request, world) {
    if (request.method !== "GET") return error(404);
    if (request.path === "/campaigns") return list(request, world);
    const id = campaignOf(request);
    const found = id === undefined ? undefined : world.campaign(id);
    return found === undefined ? error(404) : { status: 200, text: JSON.stringify(campaignJson(found.campaign)) };
  },

  campaignOf,
  error,
};
