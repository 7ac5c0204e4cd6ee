import { SignJWT } from "jose";

type Claims = { id: string; label?: string; campaigns?: Record<string, string[]>; numbers?: string; permissions?: string[] };

/** A viewer token signed with this secret, good for ten minutes; for every campaign unless told otherwise. */
export function viewerToken(secret: string, { id, label = id, campaigns = { "*": ["*"] }, numbers = "full", permissions = ["recordings", "export"] }: Claims): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ iss: "callboard", aud: "callboard", sub: label, jti: id, iat: now, exp: now + 600, grant: { campaigns, surface: "page", numbers, permissions } })
    .setProtectedHeader({ alg: "HS256", typ: "callboard-token+jwt" })
    .sign(new TextEncoder().encode(secret));
}
