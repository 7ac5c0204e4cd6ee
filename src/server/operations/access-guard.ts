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
  ["POST /handoff 200", "handed_over"],
  ["POST /tokens 201", "minted"],
  ["DELETE /tokens/:id 204", "revoked"],
  ["POST /pairing/collection 200", "display_paired"],
]);

/** Limits the routes of access below `prefix` for each remote address, and says in the log what came of them. */
export function guardedAccess(operations: Operations, prefix: string): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => {
    const { incoming, outgoing } = context.env;
    // Nobody is kept from signing out.
    const { method, path } = context.req;
    const isForCode = method === "POST" && path === `${prefix}/pairing`;
    const wait = method === "DELETE" ? 0 : isForCode ? operations.limits.pairing(incoming) : operations.limits.access(incoming);
    if (wait > 0) return limited(operations, context.env, wait);
    await next();
    const { status } = context.res;
    if (status === 401 || status === 403) {
      const refusal = refusedAccess(operations, context.env, context.res);
      if (refusal !== context.res) context.res = refusal;
      return undefined;
    }
    const event = done.get(asked(context, prefix));
    if (event !== undefined) operations.access(event, incoming, outgoing);
    return undefined;
  };
}

/** The refusal of somebody's credential, which the log then knows of; or that there were too many from this address. */
export function refusedAccess(operations: Operations, bindings: HttpBindings, refusal: Response): Response {
  const wait = operations.limits.accessRefused(bindings.incoming);
  if (wait > 0) return limited(operations, bindings, wait);
  operations.access("refused", bindings.incoming, bindings.outgoing);
  return refusal;
}

function limited(operations: Operations, { incoming, outgoing }: HttpBindings, waitSeconds: number): Response {
  operations.access("limited", incoming, outgoing);
  return tooManyRequests(waitSeconds, "Too many sign-ins, tokens, codes or metrics were asked for from this address; try again later.");
}

function asked({ req, res }: Context, prefix: string): string {
  const path = req.path.slice(prefix.length).replace(/^\/tokens\/.+$/, "/tokens/:id");
  return `${req.method} ${path} ${res.status}`;
}
