import { SignJWT } from "jose";
import type { Connection } from "../ports.ts";

/** Signed once a connection: nothing in the claims changes. */
const signed = new WeakMap<Connection, Promise<string>>();

/**
 * The headers that identify a connection to its platform, as the provider's `auth`
 * says; none of the credential where something on the way adds it. Rejects where a
 * JWT cannot be signed: browsers sign only on https pages.
 */
export async function credentialHeaders(connection: Connection): Promise<Record<string, string>> {
  const { provider, token, account } = connection;
  const { auth } = provider;
  const headers = provider.headers(account);
  if (token === undefined) return headers;
  switch (auth.kind) {
    case "bearer":
      return { ...headers, authorization: `Bearer ${token}` };
    case "header":
      return { ...headers, [auth.name]: token };
    case "hs256-jwt": {
      const jwt = signed.get(connection) ?? sign(auth.claims(account), token);
      signed.set(connection, jwt);
      return { ...headers, [auth.name]: await jwt };
    }
  }
}

function sign(claims: Readonly<Record<string, string>>, secret: string): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: "HS256", typ: "JWT" }).sign(new TextEncoder().encode(secret));
}
