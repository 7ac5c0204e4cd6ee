import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Problem } from "#service/api.ts";
import { problemResponse } from "#service/front/problems.ts";
import type { MiddlewareHandler } from "hono";
import { addressMatcher } from "./configuration/address-range.ts";
import { isLoopback } from "./configuration/listening-address.ts";

/** Whether a request may be answered. */
export type Rule = (incoming: IncomingMessage) => boolean;

type OurNames = { host: string; publicOrigin: string | undefined; trustedProxies: readonly string[] };

/**
 * Requests for a name this host has: a page that points its own name at
 * 127.0.0.1 (DNS rebinding) would otherwise read everything. Behind a trusted
 * proxy the names are the proxy's to decide.
 */
export function asksForOurName({ host, publicOrigin, trustedProxies }: OurNames): Rule {
  const isTrusted = addressMatcher(trustedProxies);
  const names = new Set([host, ...(publicOrigin === undefined ? [] : [new URL(publicOrigin).hostname])]);
  return ({ headers, socket }) => {
    const asked = hostName(headers.host ?? "");
    return names.has(asked) || isLoopback(asked) || isTrusted(socket.remoteAddress);
  };
}

/** Not from pages of other sites. A browser sets `Sec-Fetch-Site` itself; other programs send none. */
export const asksFromOurSite: Rule = ({ headers }) => {
  const site = headers["sec-fetch-site"] ?? "none";
  return site === "same-origin" || site === "none";
};

/** Refuses what a rule does not let in. */
export function refuseUnless(rule: Rule, code: Problem["code"], detail: string): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => (rule(context.env.incoming) ? next() : problemResponse(code, detail));
}

/** The name of a Host header, without its port; an IPv6 address without its brackets. */
function hostName(header: string): string {
  const name = /^(\[[^\]]+\]|[^:]+)(?::\d+)?$/.exec(header)?.[1] ?? "";
  return name.toLowerCase().replace(/^\[(.*)\]$/, "$1");
}
