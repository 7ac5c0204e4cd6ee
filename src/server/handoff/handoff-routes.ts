import { problemResponse } from "#service/front/problems.ts";
import { smallJson } from "#service/front/small-json.ts";
import { Hono } from "hono";
import { z } from "zod";
import { withBody } from "../access/request-body.ts";
import { bearerOf } from "../access/shown-secret.ts";
import { wrongMethod } from "../access/wrong-method.ts";
import type { Handoffs } from "./handoffs.ts";

const Code = z.object({ code: z.string().min(1).max(8_192) });

/** What a frame asks whose host signed who is looking, below `/api/v1`. */
export function handoffRoutes({ trade, renew }: Handoffs): Hono {
  const app = new Hono();
  const uncached = { "cache-control": "no-store" };

  app.post("/handoff", async (c) => {
    const request = await withBody(c.req.raw);
    if (request instanceof Response) return request;
    const parsed = Code.safeParse(await smallJson(request));
    if (!parsed.success) return problemResponse("bad_request", 'Send {"code": "…"}, the part of the address after #code=');
    const handed = await trade(parsed.data.code);
    return handed === undefined ? problemResponse("not_signed_in", "This code was used already, or is over; reload the record.") : c.json(handed, 200, uncached);
  });
  app.post("/handoff/renewal", async (c) => {
    const handed = await renew(bearerOf(c.req.header("authorization")));
    return handed === undefined ? problemResponse("not_signed_in", "The session is over; reload the record.") : c.json(handed, 200, uncached);
  });
  app.all("/handoff", () => wrongMethod(["POST"]));
  app.all("/handoff/renewal", () => wrongMethod(["POST"]));
  return app;
}
