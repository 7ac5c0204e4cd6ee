import type { RequestListener } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { problemResponse } from "#service/front/problems.ts";
import type { Service } from "#service/ports.ts";
import { Hono } from "hono";
import { compress } from "hono/compress";
import type { Access } from "./access/open-access.ts";
import { apiAnswers } from "./answer-api.ts";
import { asksForOurName, asksFromOurSite, refuseUnless, type Rule } from "./guards.ts";
import { handoffPage, handoffPath } from "./handoff/handoff-page.ts";
import { guardedAccess } from "./operations/access-guard.ts";
import type { Operations } from "./operations/operations.ts";
import { embeddedConnectionOf, embeddedPageFor, pageFor } from "./page.ts";
import { securityHeaders, withSecurityHeaders } from "./security-headers.ts";
import { shortCut, type AtHand } from "./short-cut.ts";
import { readStaticFiles, staticFile } from "./static-files.ts";

/** What only the static site reads; this host has a configuration of its own. */
const siteConfiguration = "callboard.config.json";

export type HostOptions = {
  service: Service;
  /** Answers that need no service; none where left out. */
  atHand?: AtHand;
  /** Where the built client lies. Throws at start where it holds no index.html. */
  clientDirectory: string;
  host: string;
  basePath: string;
  trustedProxies: readonly string[];
  publicOrigin: string | undefined;
  /** Origins that may frame the embedded pages of a connection. */
  frameAncestors: ReadonlyMap<string, readonly string[]>;
  access: Pick<Access, "viewers" | "routes" | "handoffs" | "isWell">;
  operations: Operations;
  /** Routes for supervisors and metrics, below the base path. */
  operationsRoutes: Hono<{ Bindings: HttpBindings }>;
};

/** The Node host, which anything can listen with: the service's routes, the built client and the guards around them. */
export function createHost({ service, atHand, clientDirectory, host, basePath, trustedProxies, publicOrigin, frameAncestors, access, operations, operationsRoutes }: HostOptions): RequestListener {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const api = `${basePath}api/v1`;
  const answer = apiAnswers({ service, viewers: access.viewers, operations, basePath });
  const client = clientFiles(clientDirectory, basePath, frameAncestors);

  const headersFor = securityHeaders({ basePath, publicOrigin, frameAncestors });
  const ourName = asksForOurName({ host, publicOrigin, trustedProxies });
  const ourSite = asksFromOurSite({ publicOrigin, trustedProxies });

  // Probes carry an address of the machine, and learn nothing from these.
  const probes = new Set([`${basePath}healthz`, `${basePath}readyz`]);
  const ourNameOrProbe: Rule = (incoming) => ourName(incoming) || probes.has(incoming.url ?? "");
  app.use(withSecurityHeaders(headersFor), refuseUnless(ourNameOrProbe, "forbidden_host", publicOrigin === undefined ? "Open Callboard at http://127.0.0.1 or http://localhost and its port." : `Open Callboard at ${publicOrigin}.`));
  app.use(`${basePath}api/*`, refuseUnless(ourSite, "cross_site", "The API answers only Callboard's own pages."));
  app.use(`${basePath}api/*`, compress({ encoding: "gzip" }));
  if (access.routes !== undefined) {
    for (const name of ["session", "tokens", "pairing", "handoff"]) app.use(`${api}/${name}/*`, guardedAccess(operations, api));
    app.route(api, access.routes);
  }
  app.all(`${basePath}api/*`, (context) => answer(context.req.raw, context.req.path, context.env));
  app.route(basePath, operationsRoutes);
  // The only page that takes a form, and from pages of others: a CRM posts what it signed.
  if (access.handoffs !== undefined) app.all(`${basePath}${handoffPath}/:host`, handoffPage({ handoffs: access.handoffs, operations, basePath, frameAncestors }));
  app.get(`${basePath}*`, (context) => client(context.req.raw, context.req.path.slice(basePath.length)));
  app.get("/", (context) => context.redirect(basePath));
  app.notFound(() => noSuchRoute());
  app.onError(async (error, context) => {
    operations.failed("answer", error, context.env.outgoing);
    if (!(await access.isWell())) return problemResponse("store_unavailable", "It keeps who may see what; nobody is let in until it is back.");
    return problemResponse("internal", "The failure is in Callboard's log.");
  });
  const listener = getRequestListener(app.fetch);
  const isShort = atHand && shortCut({ atHand, basePath, viewers: access.viewers, operations, securityHeaders: headersFor(`${basePath}api`), rules: [ourName, ourSite] });
  return (incoming, outgoing) => {
    if (isShort?.(incoming, outgoing) === true) return;
    operations.begin(incoming, outgoing);
    void listener(incoming, outgoing);
  };
}

/** A file where the path names one; the page for every other path, except those that look like a file. */
function clientFiles(directory: string, basePath: string, frameAncestors: HostOptions["frameAncestors"]): (request: Request, path: string) => Promise<Response> {
  const contents = readStaticFiles(directory);
  const html = contents.get("index.html");
  if (html === undefined) throw new Error(`${directory} holds no index.html: run npm run build.`);
  contents.delete("index.html");
  contents.delete(siteConfiguration);
  const files = new Map([...contents].map(([path, content]) => [path, staticFile(path, content)]));
  const text = pageFor(html.toString("utf8"), basePath);
  const pageWith = (content: string) => staticFile("index.html", Buffer.from(content));
  const page = pageWith(text);
  const embedded = new Map([...frameAncestors].filter(([, origins]) => origins.length > 0).map(([connection, origins]) => [connection, pageWith(embeddedPageFor(text, origins))]));
  return async (request, path) => {
    const file = files.get(path);
    if (file !== undefined) return file.respond(request);
    return path.startsWith("assets/") || path === siteConfiguration ? noSuchRoute() : (embedded.get(embeddedConnectionOf(path)) ?? page).respond(request);
  };
}

function noSuchRoute(): Response {
  return problemResponse("no_such_route", "No page, file or route has this address.");
}
