import type { HttpBindings } from "@hono/node-server";
import { problemResponse } from "#service/front/problems.ts";
import type { Context, MiddlewareHandler } from "hono";
import type { AccessEvent } from "./log.ts";
import type { Operations } from "./operations.ts";

/** `waitSeconds` is at least 1. */
export function tooManyRequests(waitSeconds: number, detail: string): Response {
  return problemResponse("too_many_requests", detail, {}, { "retry-after": String(waitSeconds) });
}

const done: ReadonlyMap<string, AccessEvent> = new Map([
  ["POST /session 204", "signed_in"],
  ["DELETE /session 204", "signed_out"],
  ["POST /tokens 201", "minted"],
  ["DELETE /tokens/:id 204", "revoked"],
]);

/** Limits the routes of access below `prefix` for each remote address, and says in the log what came of them. */
export function guardedAccess(operations: Operations, prefix: string): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const { incoming, outgoing } = context.env;
    const limited = (wait: number): Response => {
      operations.access("limited", incoming, outgoing);
      return tooManyRequests(wait, "Too many sign-ins or tokens were asked for from this address; try again later.");
    };
    // Nobody is kept from signing out.
    const wait = context.req.method === "DELETE" ? 0 : operations.limits.access(incoming);
    if (wait > 0) return limited(wait);
    await next();
    const { status } = context.res;
    const isRefused = status === 401 || status === 403;
    const waitAfter = isRefused ? operations.limits.accessRefused(incoming) : 0;
    if (waitAfter > 0) {
      context.res = limited(waitAfter);
      return undefined;
    }
    const event = isRefused ? "refused" : done.get(asked(context, prefix));
    if (event !== undefined) operations.access(event, incoming, outgoing);
    return undefined;
  };
}

function asked({ req, res }: Context, prefix: string): string {
  const path = req.path.slice(prefix.length).replace(/^\/tokens\/.+$/, "/tokens/:id");
  return `${req.method} ${path} ${res.status}`;
}
