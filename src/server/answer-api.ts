import { finished } from "node:stream";
import type { HttpBindings } from "@hono/node-server";
import { problemResponse } from "#service/front/problems.ts";
import type { Service } from "#service/ports.ts";
import type { Viewers } from "./access/viewers.ts";
import { tooManyRequests } from "./operations/access-guard.ts";
import type { AccessEvent } from "./operations/log.ts";
import type { Operations } from "./operations/operations.ts";
import { withBody } from "./access/request-body.ts";
import { displaysRoute, exportRoute, routeOf } from "./operations/routes.ts";
import { wrongMethodOf } from "./service-methods.ts";

type Options = { service: Service; viewers: Viewers; operations: Operations; basePath: string };

const displayEvents: ReadonlyMap<string, AccessEvent> = new Map([
  [`POST ${displaysRoute} 201`, "display_approved"],
  [`DELETE ${displaysRoute}/:id 204`, "display_revoked"],
]);

/** An export whose reader takes nothing for this long, or twice as long where the system's buffers took some of it last, is over. */
const stalledMilliseconds = 60_000;
/** When to try again where others' exports are under way. */
const exportWaitSeconds = 5;

/** The service's answers to those who were given access, within what each may ask; `path` is the one that leads to the route, unescaped. */
export function apiAnswers({ service, viewers, operations, basePath }: Options): (request: Request, path: string, bindings: HttpBindings) => Promise<Response> {
  const { limits } = operations;
  return async (request, path, { incoming, outgoing }) => {
    const viewer = await viewers.of(incoming);
    if (viewer === undefined) {
      const user = viewers.ungranted?.(incoming);
      operations.access(user === undefined ? "refused" : "ungranted", incoming, outgoing);
      return user === undefined ? notSignedIn() : notGranted(user);
    }
    operations.by(incoming, viewer.key);
    const wait = limits.viewer(viewer.key);
    if (wait > 0) {
      operations.access("limited", incoming, outgoing);
      return tooManyRequests(wait, "You asked more often than one viewer may; try again later.");
    }
    const route = routeOf(path, basePath);
    const refused = wrongMethodOf(route, request.method);
    if (refused !== undefined) return refused;
    const whole = await withBody(request);
    if (whole instanceof Response) return whole;
    if (route === exportRoute) {
      const end = limits.beginExport(viewer.key);
      if (end === undefined) return tooManyRequests(exportWaitSeconds, "Other exports are under way; try again when they are done.");
      finished(outgoing, end);
      outgoing.setTimeout(stalledMilliseconds);
    }
    const answer = await service.fetch(withoutBase(whole, basePath), viewer);
    const event = displayEvents.get(`${request.method} ${route} ${answer.status}`);
    if (event !== undefined) operations.access(event, incoming, outgoing);
    return withCookie(answer, await viewers.renewal?.(incoming));
  };
}

/** A credential is renewed with whatever is answered. */
function withCookie(answer: Response, cookie: string | undefined): Response {
  if (cookie === undefined) return answer;
  const renewed = new Response(answer.body, answer);
  renewed.headers.append("set-cookie", cookie);
  return renewed;
}

function notSignedIn(): Response {
  const detail = "Callboard shows this only to those who were given access; open the link you were given, or ask its operator for one.";
  return problemResponse("not_signed_in", detail, {}, { "www-authenticate": "Bearer" });
}

/** Another sign-in would change nothing. */
function notGranted(user: string): Response {
  return problemResponse("not_granted", `The proxy signed you in as ${user}, and nothing here is granted to that name or its groups: ask whoever runs Callboard to grant it.`);
}

/** The service knows nothing of base paths. */
function withoutBase(request: Request, basePath: string): Request {
  if (basePath === "/") return request;
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(basePath.length - 1);
  return new Request(url, request);
}
