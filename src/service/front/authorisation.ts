import { type Projection, projectionOf } from "../access/projection.ts";
import type { Permission, Viewer } from "../access/viewer.ts";
import type { CallsQuery } from "../api.ts";
import type { PublicConnection } from "../ports.ts";
import { problemResponse } from "./problems.ts";

/** What the routes know of a request beside the request itself: who is looking, as the host found out. */
export type Bindings = { Bindings: { viewer: Viewer } };

/** A campaign the viewer may read, and what of it. */
export type Target = { connection: string; id: string; projection: Projection };

/**
 * The connection and campaign of a path, or the problem with them. Whoever may not read a campaign
 * does not learn whether it exists; ids outside the provider's pattern reach no URL.
 */
export function targetOf(viewer: Viewer, connections: ReadonlyMap<string, PublicConnection>, connection: string, id: string): Target | Response {
  if (!viewer.mayRead(connection, id)) return outOfScope();
  const provider = connections.get(connection)?.provider;
  if (provider === undefined) return noSuchConnection();
  if (!provider.campaignId.test(id)) return problemResponse("not_found", `This is not a campaign id of ${provider.name}`);
  return { connection, id, projection: projectionOf(viewer) };
}

/** Why the viewer may not read single calls at all: a display shows aggregates only. */
export function callsRefusal({ surface }: Viewer): Response | undefined {
  return surface === "wall" ? notPermitted("A display reads totals, not single calls") : undefined;
}

/** Why the viewer may not ask this: an order tells of what it is by. */
export function orderRefusal({ numbers }: Viewer, { sort }: CallsQuery): Response | undefined {
  return sort === "to" && numbers !== "full" ? notPermitted("sort: only who sees whole numbers can sort by them") : undefined;
}

/**
 * The query with the number whose calls are asked for, or why the viewer may not ask for them: whoever sees
 * no whole numbers would find out by it who is among those called. In a frame its host says whom it shows,
 * unless the token says so itself.
 */
export function withContact({ numbers, surface, contact: own }: Viewer, query: CallsQuery): CallsQuery | Response {
  const { contact } = query;
  if (contact === undefined) return query;
  if (contact === "own") return own === undefined ? notPermitted("contact: the token names none") : { ...query, contact: own };
  if (numbers === "full") return query;
  if (own !== undefined) return notPermitted("contact: the token names whose calls may be asked for");
  return surface === "embed" ? query : notPermitted("contact: only who sees whole numbers can ask for one");
}

const permissionWords: Record<Permission, string> = {
  export: "Exporting calls needs the permission to export",
  recordings: "Recordings need a permission of their own",
  displays: "Approving displays needs a permission of its own",
};

/** Why the viewer may not do what this permission is for. */
export function permissionRefusal({ permissions }: Viewer, permission: Permission): Response | undefined {
  return permissions.has(permission) ? undefined : notPermitted(permissionWords[permission]);
}

/** The same for what does not exist and for what is not the viewer's. */
export function outOfScope(): Response {
  return problemResponse("out_of_scope", "The access you were given does not include this; ask whoever gave it to you");
}

export function noSuchConnection(): Response {
  return problemResponse("no_such_connection", "No connection of this name is configured here");
}

function notPermitted(detail: string): Response {
  return problemResponse("not_permitted", detail);
}
