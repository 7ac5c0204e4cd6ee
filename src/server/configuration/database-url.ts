import type { SecretReference, SecretSources } from "./secret.ts";
import { readSecret } from "./secret.ts";
import { isLoopback } from "./listening-address.ts";

const looksLike = "postgres://callboard@db.example/callboard";

/** Whether it is the address of a PostgreSQL database. A password with a slash in it would pass for host and path. */
export function isDatabaseUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && /^\/[^/@]+$/.test(new URL(text).pathname);
}

/** Whether it may stand in the configuration: a password is kept elsewhere. */
export function holdsNoPassword(text: string): boolean {
  const { password, searchParams } = new URL(text);
  return password === "" && !searchParams.has("password");
}

/** The address of the database, read where the reference points. Adds to the mistakes, which never repeat it. */
export function readDatabaseUrl(url: string | SecretReference, sources: SecretSources, mistakes: string[]): string {
  if (typeof url === "string") return url;
  const reading = readSecret(url, sources);
  if (!reading.ok) mistakes.push(`database.url ${reading.mistake}.`);
  else if (!isDatabaseUrl(reading.value)) mistakes.push(`database.url points to what is no address of a database: put one such as ${looksLike} there, with the password, percent-encoded, after the user.`);
  return reading.ok ? reading.value : "";
}

/** A password and digests of credentials that travel unencrypted, or to whoever answers, are worth a warning. */
export function unprotected(url: string): string[] {
  const { hostname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? hostname;
  if (host === "" || host.startsWith("/") || host.toLowerCase().startsWith("%2f") || isLoopback(host)) return [];
  const mode = searchParams.get("sslmode") ?? "disable";
  if (mode !== "disable" && mode !== "no-verify") return [];
  const what = mode === "disable" ? "is reached without TLS" : "is reached without checking whose certificate it shows";
  return [`database.url ${what}: write ?sslmode=verify-full after it, and &sslrootcert= with the path of its authority's certificate where that is your own.`];
}
