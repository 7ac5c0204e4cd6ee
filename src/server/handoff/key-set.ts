import type { UpstreamFetch } from "#service/ports.ts";
import { createLocalJWKSet, errors, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { bytesWithin } from "../access/request-body.ts";

const deadlineMilliseconds = 5_000;
const mostBytes = 65_536;
/** A key that the host took back counts no longer than this. */
const freshMilliseconds = 3_600_000;
/** Whatever unknown keys are named, the host is asked no more often. */
const askedEveryMilliseconds = 60_000;
/** Base64 of 2,048 bits: shorter RSA keys are none. */
const fewestModulusLetters = 342;

/** A key that RS256 may be verified with. One whose private part was published is everybody's. */
const SigningKey = z
  .object({
    kty: z.literal("RSA"),
    n: z.string().min(fewestModulusLetters),
    e: z.string(),
    d: z.never().optional(),
    use: z.literal("sig").optional(),
    alg: z.literal("RS256").optional(),
    key_ops: z.array(z.string()).refine((ends) => ends.includes("verify")).optional(),
    kid: z.string().optional(),
  })
  .transform(({ kty, n, e, kid }) => ({ kty, n, e, ...(kid !== undefined && { kid }) }));
const KeySet = z.object({ keys: z.array(z.unknown()).max(100) });

/** The host's keys could not be read: nothing is known of a signature. */
export class KeysUnavailable extends Error {
  override name = "KeysUnavailable";
}

type Options = { url: string; fetch: UpstreamFetch; now: () => number };
type Keys = { find: ReturnType<typeof createLocalJWKSet>; readAt: number };

/**
 * The keys of a host's JSON Web Key Set (RFC 7517), read when one is needed. Keys that were read are used
 * while the host does not answer. Rejects with `KeysUnavailable` where none ever were.
 */
export function keySet({ url, fetch, now }: Options): JWTVerifyGetKey {
  let keys: Keys | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    try {
      keys = { find: await readKeys(url, fetch), readAt: now() };
    } catch {
      // Whatever went wrong, it is asked again in a minute.
    } finally {
      reading = undefined;
    }
  }

  async function refresh(): Promise<void> {
    if (reading === undefined) {
      if (now() - askedAt < askedEveryMilliseconds) return;
      askedAt = now();
      reading = read();
    }
    await reading;
  }

  return async (header, token) => {
    if (keys === undefined || now() - keys.readAt > freshMilliseconds) await refresh();
    if (keys === undefined) throw new KeysUnavailable("The host's keys could not be read");
    try {
      return await keys.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh();
      return keys.find(header, token);
    }
  };
}

async function readKeys(url: string, fetch: UpstreamFetch): Promise<Keys["find"]> {
  const response = await fetch(url, { method: "GET", headers: { accept: "application/json" }, signal: AbortSignal.timeout(deadlineMilliseconds) });
  if (response.status !== 200 || response.body === null) throw new Error("No key set was answered");
  const bytes = await bytesWithin(mostBytes, response.body.getReader());
  if (typeof bytes === "string") throw new Error(`The key set is ${bytes}`);
  const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const usable = KeySet.parse(parsed).keys.flatMap((key) => SigningKey.safeParse(key).data ?? []);
  return createLocalJWKSet({ keys: usable });
}
