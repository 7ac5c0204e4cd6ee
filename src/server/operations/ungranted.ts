import type { HttpBindings } from "@hono/node-server";
import { problemResponse } from "#service/front/problems.ts";
import type { MiddlewareHandler } from "hono";
import type { Viewers } from "../access/viewers.ts";
import type { Operations } from "./operations.ts";

/** Tells whom a proxy signed in, and to whom nothing is granted, that another sign-in changes nothing. */
export function refuseUngranted(viewers: Viewers, operations: Operations): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async ({ env: { incoming, outgoing } }, next) => {
    const user = await viewers.ungranted?.(incoming);
    if (user === undefined) return next();
    operations.access("ungranted", incoming, outgoing);
    return problemResponse("not_permitted", `The proxy signed you in as ${user}, and nothing here is granted to that name or its groups: ask whoever runs Callboard to grant it.`);
  };
}
