import { createPublicKey } from "node:crypto";
import type { Granted } from "./granted.ts";
import type { HandoffFile } from "./handoff-schema.ts";
import type { SecretReference, SecretSources } from "./secret.ts";

/** How a host's signature is verified: HS256 with a secret, else RS256. */
export type HostKey = { kind: "secret"; secret: string } | { kind: "public key"; pem: string } | { kind: "key set"; url: string };

/** A host whose JWT says who is looking, and what its frames may show at most. */
export type SigningHost = Granted & { name: string; key: HostKey; issuer: string | undefined; audience: string | undefined; parameter: string; maxSeconds: number };

export type HandoffConfiguration = { hosts: SigningHost[]; sessionHours: number };

/** Of the path that hosts hand over at, below `embed/`; so no connection has this name. */
export const handoffSegment = "handoff";

const fewestBits = 2_048;

type Entry = HandoffFile["issuers"][string];

/** Reads who may sign; each mistake names its key. `strongSecret` reads a secret that must not be guessed. */
export function readHandoff(file: HandoffFile, sources: SecretSources, strongSecret: (key: string, reference: SecretReference) => string, mistakes: string[]): HandoffConfiguration {
  const hosts = Object.entries(file.issuers).map(([name, entry]): SigningHost => {
    const at = `access.handoff.issuers.${name}`;
    const { issuer, audience, parameter, maxSeconds, campaigns, numbers, permissions } = entry;
    const kinds = [entry.secret, entry.publicKey, entry.jwksUrl].filter((key) => key !== undefined).length;
    // A platform's key signs for all who use it: what is meant for us says so.
    if (kinds !== 1) mistakes.push(`${at} must have one of secret (the host signs with HS256), publicKey or jwksUrl (it signs with RS256).`);
    else if (entry.secret === undefined && audience === undefined) mistakes.push(`${at}.audience is missing: with publicKey or jwksUrl it must be what the host's JWT says in aud, since its key may sign for others too.`);
    return { name, key: keyOf(entry, at, sources, strongSecret, mistakes), issuer, audience, parameter, maxSeconds, campaigns, numbers, permissions };
  });
  return { hosts, sessionHours: file.sessionHours };
}

function keyOf({ secret, publicKey, jwksUrl }: Entry, at: string, sources: SecretSources, strongSecret: (key: string, reference: SecretReference) => string, mistakes: string[]): HostKey {
  if (jwksUrl !== undefined) return { kind: "key set", url: jwksUrl };
  if (publicKey === undefined) return { kind: "secret", secret: secret === undefined ? "" : strongSecret(`${at}.secret`, secret) };
  const pem = readPublicKey(publicKey, sources);
  if (pem === undefined) mistakes.push(`${at}.publicKey must be the path of a readable PEM file with a public RSA key of ${fewestBits} bits or more: ${publicKey} is not.`);
  return { kind: "public key", pem: pem ?? "" };
}

/** The key as SPKI, however it was written; `undefined` where it is none that may be used. */
function readPublicKey(path: string, { readFile }: SecretSources): string | undefined {
  try {
    const text = readFile(path);
    // A private key would do too, and must not lie here.
    if (text.includes("PRIVATE KEY")) return undefined;
    const key = createPublicKey(text);
    const isUsable = key.asymmetricKeyType === "rsa" && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= fewestBits;
    return isUsable ? key.export({ type: "spki", format: "pem" }).toString() : undefined;
  } catch {
    return undefined;
  }
}
