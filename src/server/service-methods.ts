import { campaignRoute } from "#service/front/front.ts";
import { wrongMethod } from "./access/wrong-method.ts";
import { displaysRoute } from "./operations/routes.ts";

const read = ["GET", "HEAD"];

/** What each of the service's routes is asked with; those of access say it themselves. */
const methods: ReadonlyMap<string, readonly string[]> = new Map([
  ["/api/v1/connections", read],
  ["/api/v1/connections/:connection/campaigns", read],
  [campaignRoute, read],
  [`${campaignRoute}/history`, read],
  [`${campaignRoute}/calls`, read],
  [`${campaignRoute}/calls/query`, ["POST"]],
  [`${campaignRoute}/calls.csv`, [...read, "POST"]],
  [`${campaignRoute}/calls/:callId/attempts`, read],
  [displaysRoute, [...read, "POST"]],
  [`${displaysRoute}/:id`, ["DELETE"]],
]);

/** The refusal of a method that a route, named by its template, does not know; `undefined` where it does, or there is no such route. */
export function wrongMethodOf(route: string, method: string): Response | undefined {
  const allowed = methods.get(route);
  return allowed === undefined || allowed.includes(method) ? undefined : wrongMethod(allowed);
}
