import type { MiddlewareHandler } from "hono";
import { operator } from "../access/viewer.ts";
import { keepNewest } from "../keep-newest.ts";
import type { Clock } from "../ports.ts";
import type { Bindings } from "./authorisation.ts";
import { upstreamProblemResponse } from "./problems.ts";

/** Of the few places a connection has for what is not on show, one viewer waits for this many at once. */
const mostOfOneViewer = 4;
const waitMilliseconds = 5_000;
/** Campaigns known to have been read. */
const mostKnown = 5_000;

/**
 * Lets one viewer wait for a few lists and campaigns at once that nobody has read yet: whoever asks for
 * hundreds leaves the connection's places to others. It stands here because the engine knows no viewers;
 * where all are one viewer, as on a host without access control, the places themselves are the limit.
 */
export function firstAsks(clock: Clock): MiddlewareHandler<Bindings> {
  const known = new Map<string, true>();
  const waiting = new Map<string, Map<string, number>>();

  return async (c, next) => {
    const { key } = c.env.viewer;
    const id = c.req.param("id");
    const campaign = id === undefined ? undefined : `${c.req.param("connection")}/${id}`;
    if (key === operator.key || (campaign !== undefined && known.has(campaign))) return next();
    const asked = campaign ?? c.req.url;
    const own = waiting.get(key) ?? new Map<string, number>();
    if (!own.has(asked) && own.size >= mostOfOneViewer) return upstreamProblemResponse(tooMany(clock), {});
    waiting.set(key, own.set(asked, (own.get(asked) ?? 0) + 1));
    try {
      await next();
    } finally {
      const left = (own.get(asked) ?? 1) - 1;
      if (left > 0) own.set(asked, left);
      else own.delete(asked);
      if (own.size === 0) waiting.delete(key);
    }
    if (campaign === undefined || c.res.status >= 400) return;
    known.set(campaign, true);
    keepNewest(known, mostKnown);
  };
}

function tooMany(clock: Clock) {
  const now = clock.now();
  const detail = `You wait for ${mostOfOneViewer} lists or campaigns already that have to be read first; ask again when they are there`;
  return { code: "too_many_requests" as const, detail, since: now, retryAt: now + waitMilliseconds };
}
