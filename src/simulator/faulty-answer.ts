import type { SimulatedAnswer } from "#providers/simulation.ts";
import { responseOf, stalling, wait } from "./answer.ts";
import type { Fault } from "./fault.ts";

/**
 * Names what a listener must do to the socket instead of sending this answer in full:
 * `destroy` (reset it, nothing sent), `half-close` (full Content-Length, half the body,
 * then end), `broken-gzip` (Content-Encoding: gzip, cut in the middle). The body is the
 * good one, whole; a caller in-process, where there is no socket, simply receives it.
 */
export const socketHeader = "simulator-socket";

const proxyPage = "<html><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>";
const signInPage = "<!doctype html><title>Sign in</title>";

/** Plays a fault of the answer as a whole on the one that would have been sent; `error` is the platform's own. */
export async function faultyAnswer(
  fault: Fault,
  answer: SimulatedAnswer,
  error: (status: number) => SimulatedAnswer,
  signal: AbortSignal,
): Promise<Response> {
  const { text } = answer;
  switch (fault.fault) {
    case "status":
      return responseOf(error(fault.status), fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter });
    case "html-502":
      return responseOf({ status: 502, text: proxyPage, headers: { "content-type": "text/html" } });
    case "redirect":
      return new Response(null, { status: 302, headers: { location: "/elsewhere" } });
    case "slow":
      await wait(fault.milliseconds, signal);
      return responseOf(answer);
    case "stall-headers":
      await wait(fault.milliseconds, signal);
      return responseOf(error(504));
    case "stall-body":
      return stalling(text, fault.milliseconds, signal);
    case "truncate":
      return responseOf({ ...answer, text: text.slice(0, text.length >> 1) });
    case "not-json":
      return responseOf({ ...answer, text: signInPage });
    case "socket-destroy":
      return responseOf(answer, { [socketHeader]: "destroy" });
    case "socket-half-close":
      return responseOf(answer, { [socketHeader]: "half-close" });
    case "socket-broken-gzip":
      return responseOf(answer, { [socketHeader]: "broken-gzip" });
    default:
      return responseOf(answer);
  }
}
