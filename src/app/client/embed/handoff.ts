import type { HandedToken } from "#service/handed-token.ts";
import { problemType } from "../access.ts";
import type { Transport } from "../transport.ts";
import type { TokenKeeper } from "./token-keeper.ts";

const handoffPath = "/api/v1/handoff";
/** Sooner than the keeper gives up waiting. */
const deadlineMilliseconds = 15_000;

const refusals = ["over", "refused", "unavailable"] as const;

/** Why a signed handoff gives nothing: `over` before it began, or `ended` after; both begin anew with the record. */
export type HandoffRefusal = (typeof refusals)[number] | "ended";

/** What an address says that a signed handoff led to; `undefined` where none did. */
export function handoffIn(parameters: URLSearchParams): { refused: HandoffRefusal | undefined } | undefined {
  return parameters.get("via") === "handoff" ? { refused: refusals.find((reason) => reason === parameters.get("refused")) } : undefined;
}

export type HandoffDesk = {
  /** Asks for the next token, and tells the keeper what came of it. */
  ask(): void;
  /** Why there is none any more; `undefined` while there may be. */
  refused(): HandoffRefusal | undefined;
};

type Options = { send: Transport; code: string | undefined; refused: HandoffRefusal | undefined; keeper: () => Pick<TokenKeeper, "given" | "refused"> | undefined };

/**
 * In place of a host's script, for a frame whose host signed who is looking: trades the code of its address
 * for a token, once, and each token for the next until the session ends.
 */
export function createHandoffDesk({ send, code, refused: from, keeper }: Options): HandoffDesk {
  let refused: HandoffRefusal | undefined = from ?? (code === undefined ? "over" : undefined);
  let held: string | undefined;

  async function trade(): Promise<void> {
    const answer = await send(held === undefined ? handoffPath : `${handoffPath}/renewal`, {
      method: "POST",
      credentials: "omit",
      signal: AbortSignal.timeout(deadlineMilliseconds),
      ...(held === undefined ? { body: JSON.stringify({ code }), headers: { "content-type": "application/json" } } : { headers: { authorization: `Bearer ${held}` } }),
    });
    // A proxy's refusal, or too many at once, is an outage: the session may go on.
    if (isRefusal(answer)) {
      refused = held === undefined ? "over" : "ended";
      keeper()?.refused("denied");
      return;
    }
    const handed: unknown = answer.ok ? await answer.json() : undefined;
    if (!isHanded(handed)) throw new Error("No token was answered");
    held = handed.token;
    keeper()?.given(handed.token, handed.expiresInSeconds * 1_000);
  }

  return {
    ask() {
      if (refused === undefined) void trade().catch(() => keeper()?.refused("failed"));
      else keeper()?.refused("denied");
    },
    refused: () => refused,
  };
}

function isRefusal({ status, headers }: Response): boolean {
  return (status === 400 || status === 401) && headers.get("content-type")?.startsWith(problemType) === true;
}

function isHanded(body: unknown): body is HandedToken {
  return typeof body === "object" && body !== null && "token" in body && typeof body.token === "string" && "expiresInSeconds" in body && typeof body.expiresInSeconds === "number";
}
