import type { MiddlewareHandler } from "hono";
import { handoffSegment } from "./configuration/handoff.ts";
import { embeddedConnectionOf } from "./page.ts";

/** Nothing but our own files and API; the worker starts through one named Trusted Types policy. */
const contentSecurityPolicy = (frameAncestors: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(" ")}`,
    "require-trusted-types-for 'script'",
    "trusted-types callboard-worker",
  ].join("; ");

const always = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const yearSeconds = 31_536_000;

export type SecurityOptions = {
  basePath: string;
  /** The address at which people reach this host, where it is told. */
  publicOrigin: string | undefined;
  /** Who may frame the campaigns of a connection; nobody unless named. */
  frameAncestors: ReadonlyMap<string, readonly string[]>;
};

/** Headers by path (with the base, without a query). */
export type SecurityHeaders = (path: string) => Readonly<Record<string, string>>;

/**
 * What every answer of this host carries, refusals included. Only a connection's own embedded
 * pages may be framed, and only by the origins its configuration names.
 */
export function securityHeaders({ basePath, publicOrigin, frameAncestors }: SecurityOptions): SecurityHeaders {
  const transport = publicOrigin?.startsWith("https:") === true ? { "Strict-Transport-Security": `max-age=${yearSeconds}` } : {};
  const headersFor = (ancestors: readonly string[]) => ({ "Content-Security-Policy": contentSecurityPolicy(ancestors), ...always, ...transport });
  const unframed = headersFor([]);
  // What is wrong with the address of a handoff is read in the frame of whoever may frame anything; where it leads, only that connection's own.
  const anybody = headersFor([...new Set([...frameAncestors.values()].flat())]);
  const framed = new Map([[handoffSegment, anybody], ...[...frameAncestors].map(([connection, ancestors]) => [connection, headersFor(ancestors)] as const)]);
  // Pages of others load this script, as they load any: it holds nothing of anybody.
  const scripts = { ...unframed, "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*" };
  const forOthers = new Set(["embed.js", "embed.d.ts"].map((name) => basePath + name));
  return (path) => {
    if (forOthers.has(path)) return scripts;
    return (path.startsWith(basePath) ? framed.get(embeddedConnectionOf(path.slice(basePath.length))) : undefined) ?? unframed;
  };
}

/** Puts the security headers on every answer. */
export function withSecurityHeaders(headersFor: SecurityHeaders): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headersFor(context.req.path))) context.res.headers.set(name, value);
  };
}
