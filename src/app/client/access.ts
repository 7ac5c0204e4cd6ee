import { useSyncExternalStore } from "react";
import { notAnswered } from "./api-error.ts";
import { afterPause } from "./after-pause.ts";
import type { Transport } from "./transport.ts";
import { send as sendPlain } from "./transport.ts";

/**
 * Whether the viewer may look, and else why not: nobody who was let in yet, let in until now, signed
 * out, or stopped on the way by who signs people in before they reach Callboard.
 */
export type AccessState = "open" | "absent" | "ended" | "left" | "stopped";

export const sessionPath = "/api/v1/session";
export const renewalPath = `${sessionPath}/renewal`;
/** The content type of every refusal of Callboard's own. */
export const problemType = "application/problem+json";
const renewalDeadlineMilliseconds = 15_000;

export type Access = {
  state(): AccessState;
  subscribe(listener: () => void): () => void;
  /** Another state, or another viewer: whoever keeps what was read lets go of it. */
  become(state: AccessState): void;
  /** From now on questions stopped on the way fail, to be asked again, and end nothing: for a display, where nobody signs in. */
  bearStops(): void;
  /** The transport, with one silent renewal when the viewer is refused. Throws `ApiError` once access is over. */
  send: Transport;
};

/** Whether the renewal itself was refused, rather than not worked out this time. */
function isRefusal({ status }: Response): boolean {
  return status >= 400 && status < 500 && status !== 429;
}

/** Whether a proxy in front answered, to have the reader sign in there: Callboard redirects no question, and its refusals are problems. */
function isFromInFront({ type, status, headers }: Response): boolean {
  return type === "opaqueredirect" || (status === 401 && headers.get("content-type")?.startsWith(problemType) !== true);
}

/**
 * A question that is refused (401) is asked once more after one renewal, which all questions under way
 * share. Refused again, or stopped on the way, the viewer's access is over: nothing more is asked until somebody signs in.
 */
export function createAccess(transport: Transport): Access {
  const listeners = new Set<() => void>();
  let state: AccessState = "open";
  let wasAnswered = false;
  let bearsStops = false;
  /** Counts sessions: a question sent in an earlier one is asked again without another renewal. */
  let session = 0;
  let renewal: Promise<Response> | undefined;

  function become(next: AccessState): void {
    state = next;
    wasAnswered = false;
    session += 1;
    for (const listener of listeners) listener();
  }

  async function renew(): Promise<Response> {
    const controller = new AbortController();
    const stop = afterPause(renewalDeadlineMilliseconds, () => controller.abort(new Error("late")));
    try {
      const answer = await transport(renewalPath, { method: "POST", signal: controller.signal });
      if (answer.ok) session += 1;
      return answer;
    } finally {
      stop();
      renewal = undefined;
    }
  }

  function over(refusal: Response): void {
    if (state !== "open") return;
    if (isFromInFront(refusal)) {
      if (bearsStops) throw notAnswered("not_signed_in", "Something in front of Callboard asks for a sign-in.");
      become("stopped");
    }
    else become(wasAnswered ? "ended" : "absent");
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become,
    bearStops() {
      bearsStops = true;
    },
    async send(path, init) {
      if (state !== "open") throw notAnswered("internal", "Nothing is asked until somebody signs in.");
      const before = session;
      const first = await transport(path, init);
      if (isFromInFront(first)) {
        over(first);
        return first;
      }
      if (first.status !== 401) {
        wasAnswered ||= first.ok || first.status === 304;
        return first;
      }
      if (state !== "open") return first;
      if (before === session) {
        renewal ??= renew();
        const renewed = await renewal;
        if (isRefusal(renewed) || isFromInFront(renewed)) {
          over(renewed);
          return first;
        }
        if (!renewed.ok) return renewed.clone();
      }
      const again = session;
      const second = await transport(path, init);
      if ((second.status === 401 || isFromInFront(second)) && again === session) over(second);
      return second;
    },
  };
}

export const access = createAccess(sendPlain);

export function useAccess(): AccessState {
  return useSyncExternalStore(access.subscribe, access.state);
}
