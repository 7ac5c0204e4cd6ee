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

/**
 * Not from pages of other sites. A browser sets `Sec-Fetch-Site` and `Origin` itself, an old one only the
 * second (RFC 6454 §7); other programs send neither. Our origin is the public one, or has the name that was asked for.
 */
export function asksFromOurSite({ publicOrigin, trustedProxies }: Omit<OurNames, "host">): Rule {
  const isTrusted = addressMatcher(trustedProxies);
  return ({ headers, socket }) => {
    const site = headers["sec-fetch-site"] ?? "none";
    if (site === "same-origin" || (site === "none" && headers.origin === undefined)) return true;
    const { origin = "", host, "x-forwarded-host": forwarded } = headers;
    if (site !== "none" || !URL.canParse(origin)) return false;
    const names = [host, ...(isTrusted(socket.remoteAddress) ? [forwarded].flat() : [])];
    return origin === publicOrigin || names.some((name) => hasHost(origin, name));
  };
}

/** Refuses what a rule does not let in. */
export function refuseUnless(rule: Rule, code: Problem["code"], detail: string): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (context, next) => (rule(context.env.incoming) ? next() : problemResponse(code, detail));
}

/** Whether an origin has the name and port of a Host header, which leaves out the port that is usual. */
function hasHost(origin: string, header = ""): boolean {
  const { protocol, host } = new URL(origin);
  const asked = `${protocol}//${header}`;
  return host !== "" && URL.canParse(asked) && new URL(asked).host === host;
}

/** The name of a Host header, without its port; an IPv6 address without its brackets. */
function hostName(header: string): string {
  const name = /^(\[[^\]]+\]|[^:]+)(?::\d+)?$/.exec(header)?.[1] ?? "";
  return name.toLowerCase().replace(/^\[(.*)\]$/, "$1");
}
