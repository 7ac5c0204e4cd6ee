import { generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import type { SigningHost } from "../../configuration/handoff.ts";

/** What a CRM signs with in tests. */
export const hostSecret = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";

export const pairOf = (bits: number): { publicKey: KeyObject; privateKey: KeyObject } => generateKeyPairSync("rsa", { modulusLength: bits });

export const asPem = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString();

/** A host with a secret that may show every campaign of acme, masked. */
export function hostWith(more: Partial<SigningHost> = {}): SigningHost {
  return { name: "crm", key: { kind: "secret", secret: hostSecret }, issuer: undefined, audience: undefined, parameter: "token", maxSeconds: 900, campaigns: { acme: ["*"] }, numbers: "masked", permissions: [], ...more };
}

type Signing = { key?: string | KeyObject; header?: { alg: string; kid?: string } };

/** A JWT as a host signs it, each another; `exp` and `iat` are epoch seconds. */
export function hostJwt(claims: Record<string, unknown>, { key = hostSecret, header = { alg: "HS256" } }: Signing = {}): Promise<string> {
  return new SignJWT({ jti: randomUUID(), ...claims }).setProtectedHeader(header).sign(typeof key === "string" ? new TextEncoder().encode(key) : key);
}
