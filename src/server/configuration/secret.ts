import { z } from "zod";

/** Where a secret is kept. The configuration names it and never holds it. */
const SecretReference = z.union([
  z.strictObject({ env: z.string().min(1) }),
  z.strictObject({ file: z.string().min(1) }),
]);
export type SecretReference = z.infer<typeof SecretReference>;

const inTheOpen =
  'is written out in this file: keep the secret in an environment variable or a file, and write {"env": "NAME"} or {"file": "path"} here';

/** A reference to a secret; a secret written out gets its own sentence. */
export const Secret = z
  .unknown()
  .superRefine((value, context) => {
    if (typeof value === "string") context.addIssue({ code: "custom", message: inTheOpen });
  })
  .pipe(SecretReference)
  .describe('must be {"env": "NAME"} or {"file": "path"}, which says where the secret is kept');

export type SecretSources = {
  env: Readonly<Record<string, string | undefined>>;
  /** Reads a text file; a relative path starts at the configuration file. Throws where it cannot. */
  readFile: (path: string) => string;
};

export type SecretReading = { ok: true; value: string } | { ok: false; mistake: string };

/** Reads a secret where its reference points. The mistake is the rest of a sentence that begins with the key. */
export function readSecret(reference: SecretReference, sources: SecretSources): SecretReading {
  const place = "env" in reference ? `the environment variable ${reference.env}` : `the file ${reference.file}`;
  const raw = "env" in reference ? sources.env[reference.env] : readOrNothing(reference.file, sources);
  if (raw === undefined) {
    const mend = "env" in reference ? "which is not set: set it before starting" : "which cannot be read: create it, or let Callboard's user read it";
    return { ok: false, mistake: `points to ${place}, ${mend}` };
  }
  const value = raw.trim();
  if (value === "") return { ok: false, mistake: `points to ${place}, which is empty: put the secret there` };
  if (!/^[\x21-\x7e]+$/.test(value)) {
    return { ok: false, mistake: `points to ${place}, which holds a space, a line break or a letter no secret has: put only the secret there` };
  }
  return { ok: true, value };
}

function readOrNothing(path: string, sources: SecretSources): string | undefined {
  try {
    return sources.readFile(path);
  } catch {
    return undefined;
  }
}
