import { Hono } from "hono";
import type { CampaignListAnswer, ConnectionsAnswer } from "../api.ts";
import { refreshHeader } from "../api.ts";
import { digestOf } from "../engine/digest.ts";
import { infoOf, platformOf } from "../connection-info.ts";
import type { EngineAnswer, EnginePort } from "../engine/port.ts";
import type { FrontOptions } from "../ports.ts";
import { clockOf, jsonAnswer } from "./answers.ts";
import { type ParsedCallsQuery, parseCallsQuery } from "./calls-query.ts";
import { csvResponse } from "./csv-response.ts";
import { problemResponse, upstreamProblemResponse } from "./problems.ts";

/** A search of the campaign list: substring only, capped. */
const longestSearch = 100;
const mostListPages = 10_000;
const mostBodyBytes = 8_192;

/** The path of a campaign's answer, for Hono. */
export const campaignRoute = "/api/v1/connections/:connection/campaigns/:id";

type Target = { connection: string; id: string };

/**
 * The routes. Only routes, checks ids, and writes bytes: everything that grows
 * with a campaign happens in the engine.
 */
export function createFront({ host, connections, clock, platforms = [], packing }: FrontOptions, engine: EnginePort): Hono {
  const app = new Hono();
  const byName = new Map(connections.map((connection) => [connection.name, connection]));

  /** The connection and campaign of a path, or the problem with them; ids outside the pattern reach no URL. */
  const target = (connectionName: string, id: string): Target | Response => {
    const connection = byName.get(connectionName);
    if (connection === undefined) return noSuchConnection();
    if (!connection.provider.campaignId.test(id)) {
      return problemResponse("not_found", `This is not a campaign id of ${connection.provider.name}`);
    }
    return { connection: connectionName, id };
  };

  const engineAnswer = async (request: Request, answer: EngineAnswer): Promise<Response> =>
    answer.ok ? jsonAnswer(request, answer, clockOf(answer.clock), packing) : upstreamProblemResponse(answer.problem, clockOf(answer.clock));
  const valueAnswer = (request: Request, value: unknown, clockHeaders: Record<string, string>): Promise<Response> => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    return jsonAnswer(request, { bytes, etag: `"${digestOf(bytes)}"` }, clockHeaders, packing);
  };

  app.get("/healthz", (c) => c.text("ok"));
  app.get("/readyz", (c) => c.text("ok"));

  app.get("/api/v1/connections", (c) => {
    const answer: ConnectionsAnswer = {
      host,
      capabilities: { export: true, history: false, displays: false, alerts: false },
      connections: connections.map(infoOf),
      platforms: platforms.map(platformOf),
    };
    return valueAnswer(c.req.raw, answer, clockOf(idleClock(clock.now())));
  });

  app.get("/api/v1/connections/:connection/campaigns", async (c) => {
    const connection = byName.get(c.req.param("connection"));
    if (connection === undefined) return noSuchConnection();
    const page = Number(c.req.query("page") ?? "1");
    const search = (c.req.query("search") ?? "").trim();
    if (!Number.isInteger(page) || page < 1 || page > mostListPages) return problemResponse("bad_request", `page: must be a whole number from 1 to ${mostListPages}`);
    if (search.length > longestSearch) return problemResponse("bad_request", `search: must have at most ${longestSearch} characters`);
    const result = await engine.campaigns(connection.name, { page, search: search === "" ? undefined : search });
    const now = clock.now();
    if (!result.ok) return upstreamProblemResponse(result.problem, clockOf(idleClock(now)));
    const answer: CampaignListAnswer = result.page;
    return valueAnswer(c.req.raw, answer, clockOf({ ...idleClock(now), readAt: result.readAt }));
  });

  app.get(campaignRoute, async (c) => {
    const asked = target(c.req.param("connection"), c.req.param("id"));
    if (asked instanceof Response) return asked;
    return engineAnswer(c.req.raw, await engine.campaign(asked.connection, asked.id, c.req.header(refreshHeader) === "now"));
  });

  const calls = async (request: Request, asked: Target | Response, parsed: ParsedCallsQuery) => {
    if (asked instanceof Response) return asked;
    if (!parsed.ok) return problemResponse("bad_request", parsed.detail);
    return engineAnswer(request, await engine.calls(asked.connection, asked.id, parsed.query));
  };
  const csv = async (asked: Target | Response, parsed: ParsedCallsQuery) => {
    if (asked instanceof Response) return asked;
    if (!parsed.ok) return problemResponse("bad_request", parsed.detail);
    const answer = await engine.csv(asked.connection, asked.id, parsed.query);
    return answer.ok ? csvResponse(answer.chunks, answer.name) : upstreamProblemResponse(answer.problem, {});
  };

  app.get("/api/v1/connections/:connection/campaigns/:id/calls", (c) =>
    calls(c.req.raw, target(c.req.param("connection"), c.req.param("id")), parseCallsQuery(c.req.query(), "url")),
  );
  app.post("/api/v1/connections/:connection/campaigns/:id/calls/query", async (c) =>
    calls(c.req.raw, target(c.req.param("connection"), c.req.param("id")), parseCallsQuery(await smallJson(c.req.raw), "body")),
  );
  app.get("/api/v1/connections/:connection/campaigns/:id/calls.csv", (c) =>
    csv(target(c.req.param("connection"), c.req.param("id")), parseCallsQuery(c.req.query(), "url")),
  );
  app.post("/api/v1/connections/:connection/campaigns/:id/calls.csv", async (c) =>
    csv(target(c.req.param("connection"), c.req.param("id")), parseCallsQuery(await smallJson(c.req.raw), "body")),
  );
  app.get("/api/v1/connections/:connection/campaigns/:id/calls/:callId/attempts", async (c) => {
    const asked = target(c.req.param("connection"), c.req.param("id"));
    if (asked instanceof Response) return asked;
    const answer = await engine.attempts(asked.connection, asked.id, c.req.param("callId"));
    return answer === undefined ? problemResponse("no_such_call", "This campaign lists no such call") : engineAnswer(c.req.raw, answer);
  });

  app.notFound(() => problemResponse("no_such_route", "The API has no such route"));
  app.onError(() => problemResponse("internal", "The request failed inside Callboard; the service's log says more"));
  return app;
}

function noSuchConnection(): Response {
  return problemResponse("no_such_connection", "No connection of this name is configured here");
}

function idleClock(now: number) {
  return { now, readAt: undefined, callsReadAt: undefined, nextPollMilliseconds: 30_000, intervalMilliseconds: 30_000 };
}

/** A body of a few kilobytes as JSON; anything else is no query. */
async function smallJson(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > mostBodyBytes) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
