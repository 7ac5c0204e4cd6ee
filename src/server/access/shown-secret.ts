import { createHash, timingSafeEqual } from "node:crypto";

/** What an Authorization header shows as a bearer; empty where it shows nothing. */
export function bearerOf(authorization: string | undefined): string {
  return /^Bearer (.+)$/i.exec(authorization ?? "")?.[1] ?? "";
}

/** Whether a text is the secret, in a time that tells nothing of either: digests have one length. */
export function isSecret(shown: string, secret: string): boolean {
  return timingSafeEqual(digestOf(shown), digestOf(secret));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
