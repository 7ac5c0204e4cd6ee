import { Hono } from "hono";
import type { ConnectionsAnswer } from "../api.ts";
import { refreshHeader } from "../api.ts";
import { digestOf } from "../engine/digest.ts";
import { infoOf, platformOf, viewerInfoOf } from "../connection-info.ts";
import type { EngineAnswer, EnginePort } from "../engine/port.ts";
import type { FrontOptions } from "../ports.ts";
import { clockOf, jsonAnswer } from "./answers.ts";
import { type Bindings, noSuchConnection, outOfScope, targetOf } from "./authorisation.ts";
import { callsRoutes } from "./calls-routes.ts";
import { firstAsks } from "./first-asks.ts";
import { listFor } from "./list-for.ts";
import { problemResponse, upstreamProblemResponse } from "./problems.ts";

/** A search of the campaign list: substring only, capped. */
const longestSearch = 100;
const mostListPages = 10_000;

const listRoute = "/api/v1/connections/:connection/campaigns";
/** The path of a campaign's answer, for Hono. */
export const campaignRoute = `${listRoute}/:id`;

/**
 * The routes. Only routes, authorises, checks ids, and writes bytes: everything that grows
 * with a campaign happens in the engine.
 */
export function createFront({ host, connections, clock, pairsDisplays = false, history, platforms = [], packing, report }: FrontOptions, engine: EnginePort): Hono<Bindings> {
  const app = new Hono<Bindings>();
  const byName = new Map(connections.map((connection) => [connection.name, connection]));

  const engineAnswer = async (request: Request, answer: EngineAnswer): Promise<Response> =>
    answer.ok ? jsonAnswer(request, answer, clockOf(answer.clock), packing) : upstreamProblemResponse(answer.problem, clockOf(answer.clock));
  const valueAnswer = (request: Request, value: unknown, clockHeaders: Record<string, string>): Promise<Response> => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return jsonAnswer(request, { bytes, etag: `"${digestOf(bytes)}"` }, clockHeaders, packing);
  };

  app.get("/api/v1/connections", (c) => {
    const { viewer } = c.env;
    const answer: ConnectionsAnswer = {
      host,
      capabilities: { export: viewer.permissions.has("export"), history: history !== undefined, displays: pairsDisplays && viewer.permissions.has("displays"), alerts: history !== undefined },
      connections: connections.filter(({ name }) => viewer.mayReadSome(name)).map(infoOf),
      viewer: viewerInfoOf(viewer),
      platforms: platforms.map(platformOf),
    };
    return valueAnswer(c.req.raw, answer, clockOf(idleClock(clock.now())));
  });

  const asks = firstAsks(clock);
  app.use(listRoute, asks);
  app.use(`${campaignRoute}/*`, asks);

  app.get(listRoute, async (c) => {
    const { viewer } = c.env;
    const name = c.req.param("connection");
    if (!viewer.mayReadSome(name)) return outOfScope();
    const connection = byName.get(name);
    if (connection === undefined) return noSuchConnection();
    const page = Number(c.req.query("page") ?? "1");
    const search = (c.req.query("search") ?? "").trim();
    if (!Number.isInteger(page) || page < 1 || page > mostListPages) return problemResponse("bad_request", `page: must be a whole number from 1 to ${mostListPages}`);
    if (search.length > longestSearch) return problemResponse("bad_request", `search: must have at most ${longestSearch} characters`);
    const listed = await listFor(viewer, name, { page, search: search === "" ? undefined : search }, engine);
    const now = clock.now();
    if (!listed.ok) return upstreamProblemResponse(listed.problem, clockOf(idleClock(now)));
    return valueAnswer(c.req.raw, listed.answer, clockOf({ ...idleClock(now), readAt: listed.readAt }));
  });

  app.get(campaignRoute, async (c) => {
    const asked = targetOf(c.env.viewer, byName, c.req.param("connection"), c.req.param("id"));
    if (asked instanceof Response) return asked;
    return engineAnswer(c.req.raw, await engine.campaign(asked.connection, asked.id, asked.projection, c.req.header(refreshHeader) === "now"));
  });

  app.get(`${campaignRoute}/history`, async (c) => {
    const asked = targetOf(c.env.viewer, byName, c.req.param("connection"), c.req.param("id"));
    if (asked instanceof Response) return asked;
    if (history === undefined) return problemResponse("no_such_route", "This host keeps no history");
    const bytes = await history.answer(asked.connection, asked.id);
    if (bytes === undefined) return problemResponse("history_unavailable", "The database that holds the history does not answer; the campaign itself is read all the same");
    return jsonAnswer(c.req.raw, { bytes, etag: `"${digestOf(bytes)}"` }, clockOf(idleClock(clock.now())), packing);
  });

  app.route(campaignRoute, callsRoutes({ connections: byName, engine, answer: engineAnswer }));

  app.notFound(() => problemResponse("no_such_route", "The API has no such route"));
  app.onError((error) => {
    report?.(error);
    return problemResponse("internal", "The request failed inside Callboard; the service's log says more");
  });
  return app;
}

function idleClock(now: number) {
  return { now, readAt: undefined, callsReadAt: undefined, nextPollMilliseconds: 30_000, intervalMilliseconds: 30_000 };
}
