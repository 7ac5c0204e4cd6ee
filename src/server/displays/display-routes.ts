import type { Viewer } from "#service/access/viewer.ts";
import type { ApprovalAnswer, DisplayInfo, DisplaysAnswer } from "#service/api.ts";
import { type Bindings, permissionRefusal } from "#service/front/authorisation.ts";
import { problemResponse } from "#service/front/problems.ts";
import { smallJson } from "#service/front/small-json.ts";
import { Hono } from "hono";
import { bodyMistakes, scopeMistake } from "../access/body-mistakes.ts";
import { covers } from "../access/covers.ts";
import { unknownConnections } from "../configuration/scope-connections.ts";
import { tooManyRequests } from "../operations/access-guard.ts";
import { Buckets } from "../operations/buckets.ts";
import { displaysRoute } from "../operations/routes.ts";
import type { Display, Displays } from "../store/displays.ts";
import type { Pairings } from "../store/pairings.ts";
import { approve, ApprovalRequest } from "./approval.ts";
import { scopeOf } from "./display-viewers.ts";

/** Codes tried, right or wrong: by one manager, and by all. Of 20⁸ codes at most 1,000 wait. */
const triesOfOne = { perSecond: 0.1, burst: 10 };
const triesTogether = { perSecond: 1, burst: 100 };

export type DisplayRoutesOptions = {
  pairings: Pairings;
  displays: Displays;
  /** Names of the configured connections; `undefined` where the demo is shown. */
  connections: readonly string[] | undefined;
  /** A display was revoked: who is remembered is looked at again. */
  onRevoked: () => void;
  now: () => number;
};

/** What those with the permission `displays` ask: which displays there are, approve one, revoke one. Each sees those that show no more than they see. */
export function displayRoutes({ pairings, displays, connections, onRevoked, now }: DisplayRoutesOptions): Hono<Bindings> {
  const app = new Hono<Bindings>();
  const uncached = { "cache-control": "no-store" };
  const tries = new Buckets(triesOfOne, now);
  const triesOfAll = new Buckets(triesTogether, now);

  const of = async (viewer: Viewer): Promise<DisplayInfo[]> => {
    const all = await displays.list();
    return all.filter(({ revokedAt }) => revokedAt === undefined).flatMap((display) => infoFor(viewer, display));
  };

  app.use(`${displaysRoute}/*`, async (c, next) => permissionRefusal(c.env.viewer, "displays") ?? next());
  app.get(displaysRoute, async (c) => c.json({ displays: await of(c.env.viewer), now: now() } satisfies DisplaysAnswer, 200, uncached));
  app.post(displaysRoute, async (c) => {
    const { viewer } = c.env;
    const body = await smallJson(c.req.raw);
    const mistake = scopeMistake(body);
    if (mistake !== undefined) return problemResponse("bad_request", mistake);
    const parsed = ApprovalRequest.safeParse(body);
    if (!parsed.success) return problemResponse("bad_request", bodyMistakes(parsed.error, ApprovalRequest, body, '{"code": "7RQX-3MPW", "name": "Sales floor", "campaigns": {"acme": ["spring-1"]}}'));
    const { campaigns } = parsed.data;
    if (!covers(viewer, campaigns)) return problemResponse("not_permitted", "campaigns: a display may show no more than whoever approves it may see");
    const unknown = unknownConnections("campaigns", campaigns, connections);
    if (unknown.length > 0) return problemResponse("bad_request", unknown.join(" "));
    const wait = tries.take(viewer.key) || triesOfAll.take("");
    if (wait > 0) return tooManyRequests(wait, "Too many codes were tried; try again later.");
    const id = await approve(pairings, parsed.data);
    return id === undefined ? problemResponse("no_such_code", "No display waits with this code: compare it with the display's screen, which shows a new one every ten minutes.") : c.json({ id } satisfies ApprovalAnswer, 201, uncached);
  });
  app.delete(`${displaysRoute}/:id`, async (c) => {
    const id = c.req.param("id");
    // Whoever may not see a display does not learn whether it exists.
    const known = (await of(c.env.viewer)).some((display) => display.id === id);
    if (!known || !(await displays.revoke(id))) return problemResponse("no_such_display", "No display of yours has this id; it may have been revoked already.");
    onRevoked();
    return c.body(null, 204);
  });
  return app;
}

function infoFor(viewer: Viewer, { id, name, campaigns, createdAt, seenAt }: Display): DisplayInfo[] {
  const scope = scopeOf(campaigns);
  return scope !== undefined && covers(viewer, scope) ? [{ id, name, campaigns: scope, createdAt, seenAt }] : [];
}
