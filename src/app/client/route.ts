/** What is looked at. `path` of an unknown route is as it stands in the address. */
export type Route =
  | { kind: "home" }
  | { kind: "campaign"; connection: string; campaign: string }
  /** A campaign in a frame of another page. */
  | { kind: "embed"; connection: string; campaign: string }
  | { kind: "sign-in" }
  /** A display. Its query, without the question mark, holds options that only the wall's own chunk knows. */
  | { kind: "wall"; path: string; query: string }
  | { kind: "unknown"; path: string };

/** Half a surrogate pair cannot stand in an address; it becomes the replacement character. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The path of a route, without base and parameters, beginning with `/`. */
export function pathOf(route: Route): string {
  switch (route.kind) {
    case "home":
      return "/";
    case "campaign":
    case "embed":
      return `/${route.kind === "embed" ? "embed" : "c"}/${encode(route.connection)}/${encode(route.campaign)}`;
    case "sign-in":
      return "/sign-in";
    case "wall":
    case "unknown":
      return route.path;
  }
}

/** The route at a path that begins with `/`; a slash at the end makes no difference. */
export function routeAt(path: string, query = ""): Route {
  if (path === "/" || path === "") return { kind: "home" };
  if (/^\/wall(\/|$)/.test(path)) return { kind: "wall", path, query };
  if (/^\/sign-in\/?$/.test(path)) return { kind: "sign-in" };
  const [first, connectionPart = "", campaignPart = "", ...rest] = path.replace(/\/$/, "").split("/").slice(1);
  const connection = decode(connectionPart);
  const campaign = decode(campaignPart);
  const kind = first === "c" ? "campaign" : first === "embed" ? first : undefined;
  if (kind === undefined || rest.length > 0 || !connection || !campaign) return { kind: "unknown", path };
  return { kind, connection, campaign };
}
