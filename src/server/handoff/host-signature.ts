import { createPublicKey } from "node:crypto";
import { CampaignScope, ContactNumber } from "#service/access/viewer.ts";
import type { UpstreamFetch } from "#service/ports.ts";
import { errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey, type KeyObject } from "jose";
import { z } from "zod";
import type { HostKey, SigningHost } from "../configuration/handoff.ts";
import { KeysUnavailable, keySet } from "./key-set.ts";

const skewSeconds = 60;
const longestJwt = 8_192;
const longestSubject = 100;

/** Ours among a host's claims; all others are its own affair. A record without a number names none. */
const Claims = z.object({
  exp: z.number(),
  iat: z.number().optional(),
  sub: z.string().optional(),
  campaigns: CampaignScope.optional(),
  contact: z.preprocess((value) => (value === null || value === "" ? undefined : value), ContactNumber.optional()),
});

/** What a host says of who is looking. */
export type HostWord = {
  /** The signed part of the JWT: the rest can be written in more than one way. */
  signed: string;
  /** Epoch milliseconds from which it would not count anyway. */
  until: number;
  label: string;
  campaigns: CampaignScope | undefined;
  contact: string | undefined;
};

/** Why a host's JWT does not count. */
export type Refusal = "absent" | "malformed" | "signature" | "claims" | "expired" | "too_long" | "not_yet" | "contact" | "keys";
export type HostReading = { ok: true; word: HostWord } | { ok: false; reason: Refusal };

type Options = { fetch: UpstreamFetch; now: () => number };

/** Reads what a host signed: with its one algorithm, for us, and not for longer than it may. */
export function hostSignature(host: SigningHost, { fetch, now }: Options): (jwt: string | undefined) => Promise<HostReading> {
  const refused = (reason: Refusal): HostReading => ({ ok: false, reason });
  const algorithms = [host.key.kind === "secret" ? "HS256" : "RS256"];
  const verify = verifierOf(host.key, { fetch, now });
  const { issuer, audience } = host;

  return async (jwt) => {
    if (jwt === undefined || jwt === "") return refused("absent");
    if (jwt.length > longestJwt) return refused("malformed");
    try {
      const options = { algorithms, requiredClaims: ["exp"], currentDate: new Date(now()), clockTolerance: skewSeconds };
      const payload = await verify(jwt, { ...options, ...(issuer !== undefined && { issuer }), ...(audience !== undefined && { audience }) });
      const claims = Claims.safeParse(payload);
      if (!claims.success) return refused(claims.error.issues.some(({ path }) => path[0] === "contact") ? "contact" : "claims");
      const { exp, iat = 0, sub = "", campaigns, contact } = claims.data;
      const seconds = now() / 1_000;
      if (exp - seconds > host.maxSeconds + skewSeconds) return refused("too_long");
      if (iat - seconds > skewSeconds) return refused("not_yet");
      const signed = jwt.slice(0, jwt.lastIndexOf("."));
      const label = sub === "" ? host.name : `${host.name}: ${sub.slice(0, longestSubject)}`;
      return { ok: true, word: { signed, until: Math.ceil(exp + skewSeconds) * 1_000, label, campaigns, contact } };
    } catch (error) {
      return refused(reasonOf(error));
    }
  };
}

type Verify = (jwt: string, options: Parameters<typeof jwtVerify>[2]) => Promise<JWTPayload>;

function verifierOf(key: HostKey, { fetch, now }: Options): Verify {
  if (key.kind === "key set") {
    const find: JWTVerifyGetKey = keySet({ url: key.url, fetch, now });
    return async (jwt, options) => (await jwtVerify(jwt, find, options)).payload;
  }
  const own: Uint8Array | KeyObject = key.kind === "secret" ? new TextEncoder().encode(key.secret) : createPublicKey(key.pem);
  return async (jwt, options) => (await jwtVerify(jwt, own, options)).payload;
}

/** Throws what is no fault of the JWT. */
function reasonOf(error: unknown): Refusal {
  if (error instanceof KeysUnavailable) return "keys";
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return "claims";
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed) return "signature";
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) return "signature";
  if (error instanceof errors.JOSEError) return "malformed";
  throw error;
}
