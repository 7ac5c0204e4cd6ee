import type { CallboardAnswer, CallboardOptions } from "./embed-types.ts";
import type { ToFrame } from "./protocol.ts";

/** A token that is not there by then is said to be late; should it come after all, it is taken. */
const lateMilliseconds = 15_000;
/** A call that hangs for so long is given up for another. */
const abandonedMilliseconds = 60_000;

/** Calls the host's function for tokens, one call at a time, however often it is asked for one. */
export function createTokenDesk(getToken: NonNullable<CallboardOptions["getToken"]>, tell: (message: ToFrame) => void) {
  let calling: { end(): void } | undefined;

  function call(): void {
    const controller = new AbortController();
    const late = setTimeout(() => tell({ kind: "no-token", reason: "late" }), lateMilliseconds);
    const abandoned = setTimeout(() => mine.end(), abandonedMilliseconds);
    const mine = {
      end() {
        clearTimeout(late);
        clearTimeout(abandoned);
        controller.abort();
        if (calling === mine) calling = undefined;
      },
    };
    calling = mine;
    const answer = (message: ToFrame): void => {
      if (calling !== mine) return;
      mine.end();
      tell(message);
    };
    // Within a promise, so that a function that throws, or answers what it may not, fails as one that rejects.
    void new Promise<CallboardAnswer>((resolve) => resolve(getToken({ signal: controller.signal })))
      .then(messageOf)
      .then(answer, () => answer({ kind: "no-token", reason: "failed" }));
  }

  return {
    ask() {
      if (calling === undefined) call();
    },
    close: () => calling?.end(),
  };
}

function messageOf(given: CallboardAnswer): ToFrame {
  if (given === null) return { kind: "no-token", reason: "denied" };
  const { token, expiresInSeconds } = typeof given === "string" ? { token: given, expiresInSeconds: undefined } : given;
  if (typeof token !== "string" || token === "") return { kind: "no-token", reason: "failed" };
  return { kind: "token", token, ...(typeof expiresInSeconds === "number" && { expiresInSeconds }) };
}
