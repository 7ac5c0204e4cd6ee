import { problemType, renewalPath } from "../access.ts";
import { notAnswered } from "../api-error.ts";
import type { Transport } from "../transport.ts";
import type { TokenKeeper } from "./token-keeper.ts";

/**
 * Sends the frame's token with every request, and renews it where a session would be renewed. Nothing
 * is sent before `joined`: then it is known who gives tokens, or that nobody does.
 */
export function withBearer(joined: Promise<void>, keeperNow: () => TokenKeeper | undefined): (inner: Transport) => Transport {
  let refused: string | undefined;
  return (inner) => async (path, init) => {
    await joined;
    const keeper = keeperNow();
    if (keeper === undefined) return inner(path, init);
    if (path === renewalPath) {
      const renewed = await keeper.renew(refused);
      // A host that could not answer is an outage; one that gave the refused token again, or says no, is not.
      if (!renewed && keeper.state() === "failing") throw noToken();
      return renewed ? new Response(null, { status: 204 }) : notSignedIn();
    }
    const token = await keeper.token();
    if (token === undefined && keeper.state() === "failing") throw noToken();
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const response = await inner(path, { ...init, headers, credentials: "omit" });
    if (response.status === 401) refused = token;
    return response;
  };
}

/** As Callboard refuses a token, without asking it. */
export function notSignedIn(): Response {
  return new Response(null, { status: 401, headers: { "content-type": problemType } });
}

function noToken() {
  return notAnswered("unreachable", "The page around this one could not say who is looking.");
}
