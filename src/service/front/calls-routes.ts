import { type Context, Hono } from "hono";
import type { EngineAnswer, EnginePort } from "../engine/port.ts";
import type { PublicConnection } from "../ports.ts";
import { type Bindings, callsRefusal, orderRefusal, permissionRefusal, type Target, targetOf, withContact } from "./authorisation.ts";
import { type ParsedCallsQuery, parseCallsQuery } from "./calls-query.ts";
import { csvResponse } from "./csv-response.ts";
import { problemResponse, upstreamProblemResponse } from "./problems.ts";
import { smallJson } from "./small-json.ts";

type Options = {
  connections: ReadonlyMap<string, PublicConnection>;
  engine: EnginePort;
  answer(request: Request, answer: EngineAnswer): Promise<Response>;
};

/** Routes of single calls, below a campaign's. */
export function callsRoutes({ connections, engine, answer }: Options): Hono<Bindings> {
  const app = new Hono<Bindings>();

  const targetFor = ({ env: { viewer }, req }: Context<Bindings>): Target | Response =>
    callsRefusal(viewer) ?? targetOf(viewer, connections, req.param("connection") ?? "", req.param("id") ?? "");

  const calls = async (c: Context<Bindings>, parsed: ParsedCallsQuery): Promise<Response> => {
    const asked = targetFor(c);
    if (asked instanceof Response) return asked;
    if (!parsed.ok) return problemResponse("bad_request", parsed.detail);
    const query = withContact(c.env.viewer, parsed.query);
    if (query instanceof Response) return query;
    return orderRefusal(c.env.viewer, query) ?? answer(c.req.raw, await engine.calls(asked.connection, asked.id, asked.projection, query));
  };

  const csv = async (c: Context<Bindings>, parsed: ParsedCallsQuery): Promise<Response> => {
    const asked = targetFor(c);
    if (asked instanceof Response) return asked;
    if (!parsed.ok) return problemResponse("bad_request", parsed.detail);
    const query = withContact(c.env.viewer, parsed.query);
    if (query instanceof Response) return query;
    const refused = permissionRefusal(c.env.viewer, "export") ?? orderRefusal(c.env.viewer, query);
    if (refused !== undefined) return refused;
    // Nobody would read what an export made for HEAD holds ready.
    if (c.req.raw.method === "HEAD") return new Response(null, { headers: { "content-type": "text/csv; charset=utf-8", "cache-control": "no-store" } });
    const exported = await engine.csv(asked.connection, asked.id, asked.projection, query);
    return exported.ok ? csvResponse(exported.chunks, exported.name) : upstreamProblemResponse(exported.problem, {});
  };

  app.get("/calls", (c) => calls(c, parseCallsQuery(c.req.query(), "url")));
  app.post("/calls/query", async (c) => calls(c, parseCallsQuery(await smallJson(c.req.raw), "body")));
  app.get("/calls.csv", (c) => csv(c, parseCallsQuery(c.req.query(), "url")));
  app.post("/calls.csv", async (c) => csv(c, parseCallsQuery(await smallJson(c.req.raw), "body")));
  app.get("/calls/:callId/attempts", async (c) => {
    const asked = targetFor(c);
    if (asked instanceof Response) return asked;
    const attempts = await engine.attempts(asked.connection, asked.id, asked.projection, c.req.param("callId"));
    return attempts === undefined ? problemResponse("no_such_call", "This campaign lists no such call") : answer(c.req.raw, attempts);
  });
  return app;
}
