import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ivBytes = 12;
const tagBytes = 16;
const algorithm = "aes-256-gcm";

/** Writes a text so that only who has the secret can read it, and only beside the id it was written for. */
export type Seal = { close(text: string, id: string): string; open(sealed: string, id: string): string | undefined };

/** With a key of its own, derived from a secret that signs. */
export function sealWith(secret: string): Seal {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "callboard seal", 32));
  return {
    close(text, id) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(id));
      return Buffer.concat([iv, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]).toString("base64url");
    },
    open(sealed, id) {
      const bytes = Buffer.from(sealed, "base64url");
      if (bytes.length < ivBytes + tagBytes) return undefined;
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes)).setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(-tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}
