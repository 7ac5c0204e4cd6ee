import { createHash } from "node:crypto";

/** SHA-256, base64: what is kept in place of an id, a code or a credential. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
