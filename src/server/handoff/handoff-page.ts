import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { withBody } from "../access/request-body.ts";
import { wrongMethod } from "../access/wrong-method.ts";
import { handoffSegment } from "../configuration/handoff.ts";
import type { Operations } from "../operations/operations.ts";
import type { HandoffRefusal, Handoffs, Place } from "./handoffs.ts";

/** Below the base path. */
export const handoffPath = `embed/${handoffSegment}`;

/** How the frame shall look, as its address asks; all else of the host's own parameters goes no further. */
const lookOf: Readonly<Record<string, readonly string[]>> = { theme: ["light", "dark"], tab: ["calls", "files"] };

type Options = { handoffs: Handoffs; operations: Operations; basePath: string; frameAncestors: ReadonlyMap<string, readonly string[]> };

/**
 * Takes a host's JWT, from the address or a posted form, and leads on to the campaign's frame, whose
 * address then holds a code after `#`, which no server and no Referer sees, or why there is none.
 */
export function handoffPage({ handoffs, operations, basePath, frameAncestors }: Options): (context: Context<{ Bindings: HttpBindings }>) => Promise<Response> {
  const { limits } = operations;
  return async ({ req, env: { incoming, outgoing } }) => {
    // HEAD, which Hono answers as GET, would use the JWT up.
    if (req.raw.method !== "GET" && req.raw.method !== "POST") return wrongMethod(["GET", "POST"]);
    const host = req.path.slice(basePath.length + handoffPath.length + 1);
    const parameter = handoffs.parameterOf(host);
    if (parameter === undefined) return wrongAddress(404, "no host of this name hands over; the names are those of access.handoff.issuers in Callboard's configuration.");
    const query = new URL(req.url).searchParams;
    const place = placeIn(query);
    if (place === undefined) return wrongAddress(400, "name one campaign in it, ?connection=…&campaign=…");
    // What the frame is led to would be shown nowhere.
    if ((frameAncestors.get(place.connection) ?? []).length === 0) return wrongAddress(404, "nobody may frame a connection of this name; see frameAncestors in Callboard's configuration.");

    const lead = (more: Record<string, string>, code?: string): Response => {
      const look = Object.entries(lookOf).flatMap(([name, values]) => values.filter((value) => query.get(name) === value).map((value) => [name, value]));
      const parameters = new URLSearchParams([["via", handoffSegment], ...look, ...Object.entries(more)]);
      const address = `${basePath}embed/${encodeURIComponent(place.connection)}/${encodeURIComponent(place.campaign)}?${parameters}${code === undefined ? "" : `#code=${code}`}`;
      return new Response(null, { status: 303, headers: { location: address, "cache-control": "no-store" } });
    };
    if (limits.access(incoming) > 0) {
      operations.access("limited", incoming, outgoing);
      return lead({ refused: "unavailable" });
    }
    const form = await formOf(req.raw);
    if (form instanceof Response) return form;
    const handing = await handoffs.begin(host, single(form, parameter) ?? single(query, parameter), place).catch((error: unknown) => operations.failed("answer", error, outgoing));
    if (handing === undefined) return lead({ refused: "unavailable" });
    if (handing.ok) return lead({}, handing.code);
    const said = saidOf(handing.reason);
    // Who loads a frame again guesses nothing, and many do so from behind one address.
    const isLimited = said === "refused" && limits.accessRefused(incoming) > 0;
    operations.access(isLimited ? "limited" : "refused", incoming, outgoing, handing.reason);
    return lead({ refused: isLimited ? "unavailable" : said });
  };
}

/** Read in the frame by whoever sets it up: its address is wrong for everybody. */
function wrongAddress(status: 400 | 404, what: string): Response {
  return new Response(`Callboard: the address of this frame is wrong: ${what}`, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}

/** What the frame may know of it. Who loads a record again is let in anew; who is not allowed stays so. */
function saidOf(reason: HandoffRefusal): "over" | "unavailable" | "refused" {
  if (reason === "absent" || reason === "expired" || reason === "used") return "over";
  return reason === "keys" ? "unavailable" : "refused";
}

/** A campaign that the path of a frame can name: a dot would lead elsewhere. */
function placeIn(query: URLSearchParams): Place | undefined {
  const connection = single(query, "connection");
  const campaign = single(query, "campaign");
  if (connection === undefined || campaign === undefined || [connection, campaign].some((name) => /^\.{0,2}$/.test(name))) return undefined;
  return { connection: connection.toWellFormed(), campaign: campaign.toWellFormed() };
}

async function formOf(raw: Request): Promise<URLSearchParams | Response> {
  const request = await withBody(raw);
  if (request instanceof Response) return request;
  const isForm = request.method === "POST" && request.headers.get("content-type")?.toLowerCase().startsWith("application/x-www-form-urlencoded") === true;
  return new URLSearchParams(isForm ? await request.text() : "");
}

/** One value; a parameter that stands twice says nothing. */
function single(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = parameters.getAll(name);
  return others.length === 0 ? value : undefined;
}
