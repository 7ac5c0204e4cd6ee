import type { HttpBindings } from "@hono/node-server";
import { problemResponse } from "#service/front/problems.ts";
import type { MiddlewareHandler } from "hono";
import { addressMatcher } from "./configuration/address-range.ts";
import { isLoopback } from "./configuration/listening-address.ts";

type Guard = MiddlewareHandler<{ Bindings: HttpBindings }>;

/**
 * Refuses requests for a name this host does not have: a page that points its
 * own name at 127.0.0.1 (DNS rebinding) would otherwise read everything. Behind
 * a trusted proxy the names are the proxy's to decide.
 */
export function refuseOtherNames(host: string, trustedProxies: readonly string[]): Guard {
  const isTrusted = addressMatcher(trustedProxies);
  return async (context, next) => {
    const asked = hostName(context.req.header("host") ?? "");
    if (asked === host || isLoopback(asked) || isTrusted(context.env.incoming.socket.remoteAddress)) return next();
    return problemResponse("forbidden_host", "Open Callboard at http://127.0.0.1 or http://localhost and its port.");
  };
}

/** Refuses the API to pages of other sites. A browser sets `Sec-Fetch-Site` itself; other programs send none. */
export const refuseOtherSites: Guard = async (context, next) => {
  const site = context.req.header("sec-fetch-site") ?? "none";
  if (site === "same-origin" || site === "none") return next();
  return problemResponse("cross_site", "The API answers only Callboard's own pages.");
};

/** The name of a Host header, without its port; an IPv6 address without its brackets. */
function hostName(header: string): string {
  const name = /^(\[[^\]]+\]|[^:]+)(?::\d+)?$/.exec(header)?.[1] ?? "";
  return name.toLowerCase().replace(/^\[(.*)\]$/, "$1");
}
