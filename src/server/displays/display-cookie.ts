import { parse, serialize } from "hono/utils/cookie";

/** `__Host-`: only over TLS or on this machine, for this host alone, and for every path. */
export const displayCookie = "__Host-callboard-display";

/** The longest that browsers keep one; how long it counts is for the store to say. */
const maxAgeSeconds = 400 * 24 * 3_600;

/** The credential of a display, to be set in its browser. */
export function displayCookieWith(token: string): string {
  return serialize(displayCookie, token, { path: "/", httpOnly: true, secure: true, sameSite: "Strict", maxAge: maxAgeSeconds });
}

/** The credential in a Cookie header. */
export function displayTokenIn(header: string | undefined): string | undefined {
  const token = header === undefined ? undefined : parse(header, displayCookie)[displayCookie];
  return token === "" ? undefined : token;
}
