import { campaignRoute } from "#service/front/front.ts";

/** Paired displays, for those who may approve them. */
export const displaysRoute = "/api/v1/displays";

/** Every route with a name of its own, as logs and metrics write it. */
export const routeTemplates = [
  "/healthz",
  "/readyz",
  "/metrics",
  "/api/v1/connections",
  "/api/v1/connections/:connection/campaigns",
  campaignRoute,
  `${campaignRoute}/history`,
  `${campaignRoute}/calls`,
  `${campaignRoute}/calls/query`,
  `${campaignRoute}/calls.csv`,
  `${campaignRoute}/calls/:callId/attempts`,
  "/embed/handoff/:host",
  "/api/v1/handoff",
  "/api/v1/handoff/renewal",
  "/api/v1/session",
  "/api/v1/session/renewal",
  "/api/v1/tokens",
  "/api/v1/tokens/:id",
  "/api/v1/pairing",
  "/api/v1/pairing/collection",
  displaysRoute,
  `${displaysRoute}/:id`,
] as const;

export const exportRoute = `${campaignRoute}/calls.csv`;

const patterns = routeTemplates.map((route) => ({ route, pattern: new RegExp(`^${route.replaceAll(".", "\\.").replaceAll(/:\w+/g, "[^/]+")}$`) }));
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The template of the route an address leads to: one of a closed list, whatever is asked for. */
export function routeOf(url: string, basePath: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  if (!path.startsWith(basePath)) return "other";
  const below = path.slice(basePath.length - 1);
  const known = patterns.find(({ pattern }) => pattern.test(below));
  if (known !== undefined) return known.route;
  if (below.startsWith("/api/")) return "/api/*";
  return ["/assets/", "/embed/"].find((folder) => below.startsWith(folder))?.concat("*") ?? "/*";
}

/** A method of a closed list. */
export function methodOf(method: string | undefined): string {
  return method !== undefined && methods.has(method) ? method : "other";
}
