import type { IncomingMessage, ServerResponse } from "node:http";
import { projectionOf } from "#service/access/projection.ts";
import { refreshHeader } from "#service/api.ts";
import { type Asked, clockOf, type Form, formOf, writtenAs } from "#service/front/answers.ts";
import type { CachedEngine } from "#service/front/cached-engine.ts";
import { campaignRoute } from "#service/front/front.ts";
import type { Packing } from "#service/ports.ts";
import type { Viewers } from "./access/viewers.ts";
import type { Rule } from "./guards.ts";
import type { Operations } from "./operations/operations.ts";
import { newRequestId, requestIdHeader } from "./operations/request-id.ts";

/** What holds campaign answers, and their compressed bytes. */
export type AtHand = { engine: Pick<CachedEngine, "campaignAtHand">; packing: Packing };

type Options = { atHand: AtHand; basePath: string; viewers: Viewers; operations: Operations; securityHeaders: Readonly<Record<string, string>>; rules: readonly Rule[] };

/** Names of connections and ids as they are mostly written; an escaped one takes the long way. */
const campaignUrl = new RegExp(`^${campaignRoute.replaceAll(/:\w+/g, "([\\w~-]+)")}$`);
const refresh = refreshHeader.toLowerCase();

/**
 * Answers a question for a campaign that is at hand, for a fifth of what the long way through
 * `Request`, routes and `Response` costs; `false`, with nothing done, for every other question.
 * Rules, limits, account, form and headers are those of the long way: a refusal, too, is left to it.
 */
export function shortCut({ atHand: { engine, packing }, basePath, viewers, operations, securityHeaders, rules }: Options): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  /** By bytes: who holds them keeps the headers that go with them. */
  const heads = new WeakMap<Uint8Array, Map<Form, Head>>();

  return (incoming, outgoing) => {
    const since = performance.now();
    const { method, url = "", headers } = incoming;
    if (method !== "GET" || !url.startsWith(basePath) || headers[refresh] !== undefined) return false;
    const [, connection, id] = campaignUrl.exec(url.slice(basePath.length - 1)) ?? [];
    if (connection === undefined || id === undefined || !rules.every((rule) => rule(incoming))) return false;
    const viewer = viewers.atHand(incoming);
    if (viewer?.mayRead(connection, id) !== true) return false;
    const answer = engine.campaignAtHand(connection, id, projectionOf(viewer));
    if (answer === undefined) return false;

    const asked: Asked = { ifNoneMatch: headers["if-none-match"], acceptEncoding: headers["accept-encoding"] };
    const form = formOf(answer, asked, true);
    const body = form === "gzip" ? packing.atHand(answer.bytes) : answer.bytes;
    if (body === undefined || operations.limits.viewer(viewer.key) > 0) return false;
    const requestId = newRequestId();
    const forms = heads.get(answer.bytes) ?? new Map<Form, Head>();
    heads.set(answer.bytes, forms);
    const head = forms.get(form) ?? headOf({ ...writtenAs(form, answer, packing, body), securityHeaders });
    forms.set(form, head);
    // Names and values in one list: Node writes that faster than an object.
    const fields = head.fields.slice();
    for (const [name, value] of Object.entries(clockOf(answer.clock))) fields.push(name, value);
    fields.push(requestIdHeader, requestId);
    outgoing.writeHead(head.status, fields);
    outgoing.end(form === "unchanged" ? undefined : body);
    operations.finished({ requestId, route: campaignRoute, method, status: head.status, since, viewer: viewer.key });
    return true;
  };
}

type Head = { status: number; fields: string[] };

function headOf({ status, headers, securityHeaders }: ReturnType<typeof writtenAs> & Pick<Options, "securityHeaders">): Head {
  return { status, fields: Object.entries({ ...headers, ...securityHeaders }).flat() };
}
