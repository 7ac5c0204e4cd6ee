import { errors } from "#providers/talkover/simulate.ts";
import { json, jsonText, stalling, wait } from "./answer.ts";
import type { Fault } from "./fault.ts";

/**
 * Names what a listener must do to the socket instead of sending this answer in full:
 * `destroy` (reset it, nothing sent), `half-close` (full Content-Length, half the body,
 * then end), `broken-gzip` (Content-Encoding: gzip, cut in the middle). The body is the
 * good one, whole; a caller in-process, where there is no socket, simply receives it.
 */
export const socketHeader = "simulator-socket";

function statusAnswer(fault: Fault): Response {
  const documented = Object.values(errors).find(({ status }) => status === fault.status);
  const body = documented?.body ?? { success: false, message: `Error ${fault.status}` };
  return json(body, fault.status, fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter });
}

/** Plays a fault of the answer as a whole on the body that would have been sent. */
export async function faultyAnswer(fault: Fault, body: unknown, signal: AbortSignal): Promise<Response> {
  const text = JSON.stringify(body);
  switch (fault.fault) {
    case "status":
      return statusAnswer(fault);
    case "html-502":
      return new Response("<html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>", {
        status: 502,
        headers: { "content-type": "text/html" },
      });
    case "redirect":
      return new Response(null, { status: 302, headers: { location: "/elsewhere" } });
    case "slow":
      await wait(fault.milliseconds, signal);
      return jsonText(text);
    case "stall-headers":
      await wait(fault.milliseconds, signal);
      return json({ success: false, message: "Gateway timeout" }, 504);
    case "stall-body":
      return stalling(text, fault.milliseconds, signal);
    case "truncate":
      return jsonText(text.slice(0, text.length >> 1));
    case "not-json":
      return jsonText("<!doctype html><title>Sign in</title>");
    case "socket-destroy":
      return jsonText(text, 200, { [socketHeader]: "destroy" });
    case "socket-half-close":
      return jsonText(text, 200, { [socketHeader]: "half-close" });
    case "socket-broken-gzip":
      return jsonText(text, 200, { [socketHeader]: "broken-gzip" });
    default:
      return jsonText(text);
  }
}
