import { randomUUID } from "node:crypto";
import { Grant } from "#service/access/viewer.ts";
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import { type Seal, sealWith } from "./seal.ts";

/** Names of what is signed: one is never taken for another. */
const types = {
  /** Shown with each request, by somebody who was handed it. */
  token: "callboard-token+jwt",
  /** Exchanged once for a session. */
  link: "callboard-link+jwt",
  /** In a cookie of a browser. */
  session: "callboard-session+jwt",
  /** Exchanged once for a token, by a frame whose host signed who is looking. */
  handoff: "callboard-handoff+jwt",
} as const;
export type SignedKind = keyof typeof types;

const issuer = "callboard";
const algorithm = "HS256";
const encoder = new TextEncoder();

const Claims = z.object({
  jti: z.string().min(1).max(100),
  sub: z.string().min(1).max(200),
  iat: z.number(),
  exp: z.number(),
  grant: Grant.omit({ contact: true }),
  /** The contact of the grant, sealed: a token lies in the browser of somebody who may see no number. */
  contact: z.string().optional(),
  /** Of a session, or a token that may be renewed: when it ends for good, epoch seconds. */
  end: z.number().optional(),
  /** The host that handed over, by its name in the configuration. */
  via: z.string().optional(),
});

/** What somebody may see, and until when. */
export type Signed = {
  /** What it is revoked by. */
  id: string;
  label: string;
  grant: Grant;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** When a session ends for good, however often it is renewed; epoch milliseconds. */
  endsAt: number;
  /** The host that handed over, by name; `undefined`: none did. */
  via: string | undefined;
};

export type ToSign = { id?: string; label: string; grant: Grant; expiresAt: number; endsAt?: number; via?: string | undefined };

type Key = { signing: Uint8Array; seal: Seal };

/** Signs with the first secret, and takes what any of them signed: keys are changed by putting a new one first. */
export class Signer {
  readonly #keys: Key[];
  readonly #now: () => number;

  constructor(secrets: readonly string[], now: () => number) {
    this.#keys = secrets.map((secret) => ({ signing: encoder.encode(secret), seal: sealWith(secret) }));
    this.#now = now;
  }

  /** Rejects where there is no secret. Times are cut to whole seconds. */
  async sign(kind: SignedKind, { id = randomUUID(), label, grant, expiresAt, endsAt, via }: ToSign): Promise<string> {
    const [key] = this.#keys;
    if (key === undefined) throw new Error("There is no secret to sign with");
    const { contact, ...open } = grant;
    return new SignJWT({ grant: open, ...(contact !== undefined && { contact: key.seal.close(contact, id) }), ...(endsAt !== undefined && { end: Math.floor(endsAt / 1_000) }), ...(via !== undefined && { via }) })
      .setProtectedHeader({ alg: algorithm, typ: types[kind] })
      .setIssuer(issuer)
      .setAudience(issuer)
      .setSubject(label)
      .setJti(id)
      .setIssuedAt(Math.floor(this.#now() / 1_000))
      .setExpirationTime(Math.floor(expiresAt / 1_000))
      .sign(key.signing);
  }

  /** `undefined`: not signed by us, of another kind, or over. `lateMilliseconds`: how long it may be over. */
  async read(kind: SignedKind, text: string, lateMilliseconds = 0): Promise<Signed | undefined> {
    for (const key of this.#keys) {
      const claims = await this.#verified(kind, text, key.signing, lateMilliseconds);
      if (claims !== undefined) return signedOf(claims, key.seal);
    }
    return undefined;
  }

  async #verified(kind: SignedKind, text: string, key: Uint8Array, lateMilliseconds: number): Promise<z.infer<typeof Claims> | undefined> {
    try {
      const { payload } = await jwtVerify(text, key, {
        algorithms: [algorithm],
        typ: types[kind],
        issuer,
        audience: issuer,
        requiredClaims: ["exp", "jti", "sub", "iat"],
        currentDate: new Date(this.#now()),
        clockTolerance: Math.ceil(lateMilliseconds / 1_000),
      });
      return Claims.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }
}

/** `undefined` where the contact cannot be read: without it the viewer could ask for more. */
function signedOf({ jti, sub, exp, grant, contact: sealed, end = exp, via }: z.infer<typeof Claims>, seal: Seal): Signed | undefined {
  const contact = sealed === undefined ? undefined : seal.open(sealed, jti);
  if (contact === undefined && sealed !== undefined) return undefined;
  return { id: jti, label: sub, grant: { ...grant, ...(contact !== undefined && { contact }) }, expiresAt: exp * 1_000, endsAt: end * 1_000, via };
}
