import type { SimulatedAccount, SimulatedAnswer, Simulation } from "#providers/simulation.ts";
import { bigCampaign } from "#providers/talkover/simulated-campaigns.ts";
import type { Platform } from "../hosted-platform.ts";

const accounts: SimulatedAccount[] = ["north", "south"].map((name) => ({
  name,
  label: `Tiny ${name}`,
  token: `a key of the account ${name}, as long as HS256 wants it`,
  account: { office: name },
}));

const error = (status: number): SimulatedAnswer => ({ status, text: JSON.stringify({ tiny: status }), headers: { "Retry-After": "7" } });

/** A made-up platform with two accounts and one campaign, whose answers say what reached them. */
const simulation: Simulation = {
  accounts,
  requestsPerMinute: 3,
  campaigns: [{ ...bigCampaign(2), id: "one" }],
  bigCampaign,
  error,
  writeRow: (call, campaign) => JSON.stringify([campaign.id, call.to]),
  authorise: ({ header, signer }) => signer ?? accounts.find(({ token }) => token === header("X-Key")),
  campaignOf: ({ path }) => (path.startsWith("/campaign/") ? path.slice("/campaign/".length) : undefined),
  answer(request, world) {
    if (request.path === "/broken") throw new Error("planted");
    if (request.header("If-None-Match") === '"1"') return { status: 304, text: "", headers: { ETag: '"1"' } };
    const id = simulation.campaignOf(request);
    const found = id === undefined ? undefined : world.campaign(id);
    if (id !== undefined && found === undefined) return error(404);
    const { method, path, query, body } = request;
    const { account, now } = world;
    const first = found && world.numberOf(found.campaign, 0);
    return {
      status: 200,
      text: JSON.stringify({ method, path, query, body, office: account.account["office"], now, rows: found?.rows, first }),
      headers: { ETag: '"1"' },
    };
  },
};

/** The platform, wanting its key in a header or, `signed`, a JWT in the same header. */
export function tinyPlatform(signed = false): Platform {
  const auth: Platform["provider"]["auth"] = signed
    ? { kind: "hs256-jwt", name: "X-Key", claims: ({ office = "" }) => ({ office }) }
    : { kind: "header", name: "X-Key" };
  return { provider: { id: "tiny", auth }, simulation };
}

/** The keys of its two accounts. */
export const keys: readonly string[] = accounts.map(({ token }) => token);
