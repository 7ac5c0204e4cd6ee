import { clockHeaders } from "../api.ts";
import type { ReadClock } from "../engine/port.ts";
import type { Packing } from "../ports.ts";
import { acceptsGzip } from "./accept-encoding.ts";

/** The clock travels as headers, on a 304 too, so that ages are right on a machine whose clock is wrong. */
export function clockOf({ now, readAt, callsReadAt, nextPollMilliseconds, intervalMilliseconds }: ReadClock): Record<string, string> {
  return {
    [clockHeaders.now]: String(Math.round(now)),
    ...(readAt === undefined ? {} : { [clockHeaders.readAt]: String(Math.round(readAt)) }),
    ...(callsReadAt === undefined ? {} : { [clockHeaders.callsReadAt]: String(Math.round(callsReadAt)) }),
    [clockHeaders.nextPoll]: String(nextPollMilliseconds),
    [clockHeaders.interval]: String(intervalMilliseconds),
  };
}

type Tagged = { bytes: Uint8Array<ArrayBuffer>; etag: string };
/** Values of the headers that choose a form. */
export type Asked = { ifNoneMatch: string | null | undefined; acceptEncoding: string | null | undefined };
/** How bytes are sent; `unchanged`: not at all, because the asker holds them. */
export type Form = "unchanged" | "gzip" | "plain";
/** `headers` are all but the clock's: the same as long as bytes and form are. */
export type Written = { status: 200 | 304; body: Uint8Array<ArrayBuffer> | null; headers: Record<string, string> };

/** Below this, bytes, gzip costs more than it saves. */
const leastPacked = 1_024;

/** The form an asker gets of an answer; `packs`: whether the host compresses. */
export function formOf({ bytes, etag }: Tagged, { ifNoneMatch, acceptEncoding }: Asked, packs: boolean): Form {
  if (holds(ifNoneMatch, etag)) return "unchanged";
  return packs && bytes.byteLength >= leastPacked && acceptsGzip(acceptEncoding) ? "gzip" : "plain";
}

/**
 * An answer in one form. A host that compresses says on every form, a 304 included, that there are
 * others, and marks the tag as weak: it stands for all of them.
 */
export function writtenAs(form: Form, { bytes, etag }: Tagged, packing: Packing | undefined, body = bytes): Written {
  const packs = packing !== undefined;
  const headers = { etag: packs ? `W/${etag}` : etag, "cache-control": "no-store", ...(packs && { vary: "Accept-Encoding" }) };
  if (form === "unchanged") return { status: 304, body: null, headers };
  const length = { "content-type": "application/json", "content-length": String(body.byteLength) };
  return { status: 200, body, headers: { ...headers, ...length, ...(form === "gzip" && { "content-encoding": "gzip" }) } };
}

/** A 200 with the bytes, compressed where that is understood, or a 304 when the asker already holds them. */
export async function jsonAnswer(request: Request, tagged: Tagged, clock: Record<string, string>, packing: Packing | undefined): Promise<Response> {
  const { headers: asked } = request;
  const form = formOf(tagged, { ifNoneMatch: asked.get("if-none-match"), acceptEncoding: asked.get("accept-encoding") }, packing !== undefined);
  const packed = form === "gzip" ? await packing?.pack(tagged.bytes) : undefined;
  const { status, body, headers } = writtenAs(form, tagged, packing, packed);
  return new Response(body, { status, headers: { ...clock, ...headers } });
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2); `*` is held by whoever holds anything. */
function holds(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (ifNoneMatch === null || ifNoneMatch === undefined) return false;
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
