import type { PairingStart } from "#service/api.ts";
import { afterPause } from "./after-pause.ts";
import { ApiError } from "./api-error.ts";
import { recheck, request } from "./session.ts";

const startPath = "/api/v1/pairing";
const collectionPath = `${startPath}/collection`;
const againMilliseconds = 10_000;
const refusedAgainMilliseconds = 60_000;

/** How far a display is: `none` where this Callboard pairs no displays, or does not answer; `unkept` where the browser keeps no credential. */
export type Pairing = { kind: "none" } | { kind: "code"; code: string } | { kind: "unkept" };

type Next = { pairing: Pairing; waiting: PairingStart | undefined; afterMilliseconds: number };

function isStart(body: unknown): body is PairingStart {
  return typeof body === "object" && body !== null && "deviceCode" in body && "code" in body && "intervalSeconds" in body;
}

function isRefusal(error: unknown, status: number): boolean {
  return error instanceof ApiError && error.problem.status === status;
}

async function begin(): Promise<Next> {
  const body: unknown = await (await request(startPath, "POST", {})).json();
  if (!isStart(body)) throw new Error("no code");
  return { pairing: { kind: "code", code: body.code }, waiting: body, afterMilliseconds: body.intervalSeconds * 1_000 };
}

/** Asks once whether the code was approved; then the credential came with the answer. */
async function collect(waiting: PairingStart): Promise<Next> {
  const shown = { pairing: { kind: "code", code: waiting.code } as const, waiting, afterMilliseconds: waiting.intervalSeconds * 1_000 };
  try {
    const { status } = await request(collectionPath, "POST", { deviceCode: waiting.deviceCode });
    if (status === 202) return shown;
  } catch (error) {
    // The code is over: another one is shown at once. Whatever else failed mends itself, and the code stays.
    return isRefusal(error, 401) ? begin() : { ...shown, afterMilliseconds: againMilliseconds };
  }
  await recheck();
  return { pairing: { kind: "none" }, waiting: undefined, afterMilliseconds: refusedAgainMilliseconds };
}

/**
 * Shows a code until somebody approves this display, and lets it in then; a code that is over is
 * followed by another. Returns what ends it.
 */
export function pairDisplay(tell: (pairing: Pairing) => void): () => void {
  let stop = (): void => {};
  let isOver = false;
  const step = async (waiting: PairingStart | undefined): Promise<void> => {
    const next = await (waiting === undefined ? begin() : collect(waiting)).catch((error: unknown): Next => {
      // What was collected does not count: the browser kept nothing.
      const pairing: Pairing = waiting !== undefined && isRefusal(error, 401) ? { kind: "unkept" } : { kind: "none" };
      return { pairing, waiting: undefined, afterMilliseconds: refusedAgainMilliseconds };
    });
    if (isOver) return;
    tell(next.pairing);
    stop = afterPause(next.afterMilliseconds, () => void step(next.waiting));
  };
  void step(undefined);
  return () => {
    isOver = true;
    stop();
  };
}
