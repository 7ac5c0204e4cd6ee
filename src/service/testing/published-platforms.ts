import { readFileSync } from "node:fs";
import { bytes, type Handler } from "./upstream.ts";

/** A platform whose published answers are served byte for byte, and the account that reads them. */
export type PublishedPlatform = {
  provider: string;
  account: Record<string, string>;
  campaign: string;
  handler: Handler;
};

const json = { "content-type": "application/json" };

function published(provider: string, name: string): Handler {
  const body = readFileSync(new URL(`../../providers/${provider}/samples/${name}.json`, import.meta.url));
  return bytes(200, body, json);
}

/** Answers at exactly these methods and paths, whatever the query; 404 elsewhere. */
function at(routes: Record<string, Handler>): Handler {
  const known = new Map(Object.entries(routes));
  return (request, response, count) => {
    const { pathname } = new URL(request.url ?? "/", "http://platform");
    const route = known.get(`${request.method} ${pathname}`) ?? bytes(404, '{"message":"Not Found"}', json);
    route(request, response, count);
  };
}

export const dialnexaCampaign: PublishedPlatform = {
  provider: "dialnexa",
  account: {},
  campaign: "cmp_xyz789",
  handler: at({
    "GET /v1/campaigns/cmp_xyz789": published("dialnexa", "dialnexa-campaign"),
    "GET /v1/call-logs/campaign/cmp_xyz789": published("dialnexa", "dialnexa-call-logs"),
  }),
};

export const callersCampaign: PublishedPlatform = {
  provider: "callers",
  account: { organizationId: "665f1e", subOrganizationId: "sub-1" },
  campaign: "665f1e0000000000000000aa",
  handler: at({ "GET /campaigns/665f1e0000000000000000aa": published("callers", "callers-campaign") }),
};

const koreRoute = "/campaign/api/v2/public/st-app/campaign/cd-9e14b72-88cc-4544-9a98-7aee9b7xxxxx";

export const koreCampaign: PublishedPlatform = {
  provider: "kore",
  account: { clientId: "cs-client", streamId: "st-app", accountId: "acc-1" },
  campaign: "cd-9e14b72-88cc-4544-9a98-7aee9b7xxxxx",
  handler: at({ [`GET ${koreRoute}`]: published("kore", "kore-campaign"), [`POST ${koreRoute}/status`]: published("kore", "kore-contacts") }),
};
