import { clockHeaders } from "../api.ts";
import type { ReadClock } from "../engine/port.ts";

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

/** A 200 with the bytes, or a 304 when the asker already holds them. */
export function jsonAnswer(request: Request, bytes: Uint8Array<ArrayBuffer>, etag: string, clock: Record<string, string>): Response {
  const headers = { ...clock, etag, "cache-control": "no-store" };
  if (holds(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, { status: 200, headers: { ...headers, "content-type": "application/json" } });
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2): proxies that compress mark tags as weak. */
function holds(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
