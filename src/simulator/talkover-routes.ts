import { Hono } from "hono";
import { z } from "zod";
import type { Instant } from "#campaign/campaign.ts";
import { errors, ListQuery, paths, validationError } from "#providers/talkover/simulate.ts";
import { json, jsonText } from "./answer.ts";
import { withFault } from "./body-faults.ts";
import type { FaultBoard } from "./fault.ts";
import { faultyAnswer } from "./faulty-answer.ts";
import { createRateLimit } from "./rate-limit.ts";
import type { TalkoverWorld } from "./talkover-world.ts";

type Options = {
  world: TalkoverWorld;
  faults: FaultBoard;
  now(): Instant;
  token: string;
  requestsPerMinute: number;
};

/** Talkover's two documented reads over HTTP: bearer check, rate limit, and the faults in force. */
export function talkoverRoutes({ world, faults, now, token, requestsPerMinute }: Options): Hono {
  const limit = createRateLimit(requestsPerMinute);
  const app = new Hono();

  app.use("/api/*", async (c, next) => {
    if (c.req.header("authorization") !== `Bearer ${token}`) return answer(errors.unauthorized);
    const wait = limit.waitFor(token, now());
    if (wait > 0) return answer(errors.rateLimited, { "retry-after": String(Math.ceil(wait / 1_000)) });
    return next();
  });

  app.get(paths.campaign, (c) => {
    const id = c.req.param("id");
    const fault = faults.take(id);
    const found = world.campaign(id, fault?.fault === "old-answer" ? now() - fault.milliseconds : now());
    if (found === undefined) return answer(errors.notFound);
    return fault === undefined ? jsonText(found.text()) : faultyAnswer(fault, withFault(found.body(), fault), c.req.raw.signal);
  });

  app.get(paths.list, (c) => {
    const query = ListQuery.safeParse(c.req.query());
    if (!query.success) return json(validationError(z.flattenError(query.error).fieldErrors), 422);
    const fault = faults.take(undefined);
    const body = world.list(query.data, now());
    return fault === undefined ? json(body) : faultyAnswer(fault, body, c.req.raw.signal);
  });

  app.notFound(() => json({ success: false, message: "Not Found" }, 404));
  app.onError(() => answer(errors.server));
  return app;
}

function answer(error: (typeof errors)[keyof typeof errors], headers: Record<string, string> = {}): Response {
  return json(error.body, error.status, headers);
}
