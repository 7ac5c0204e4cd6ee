import { isOfLaterVersion } from "./migrate.ts";

const mendings: readonly (readonly [pattern: RegExp, mending: string])[] = [
  [/^28/, "it refuses the user or the password: mend them, or its pg_hba.conf"],
  [/^3D000$/, "it has no database of this name: create it"],
  [/^42501$/, "its user may create no tables there: make that user the owner of the database"],
  [/^53300$/, "it takes no more connections: raise its max_connections"],
  [/^57P0/, "it is starting or stopping: try again when it answers"],
  [/CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS|ERR_SSL/, "its certificate is not trusted here, or is another's: write &sslrootcert= with the path of its authority's certificate after the address"],
];

/** What to do about a PostgreSQL database that could not be opened; nothing of what the driver said, which may repeat secrets. */
export function mendingOf(error: unknown): string {
  if (isOfLaterVersion(error)) return "a later version of Callboard wrote it: run that version";
  if (error instanceof Error && error.message.includes("does not support SSL")) return "it speaks no TLS: let it, or leave sslmode out where nobody listens on the way";
  if (error instanceof Error && "syscall" in error && error.syscall === "open") return "a certificate or key that the address names cannot be read";
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  const [, known] = mendings.find(([pattern]) => pattern.test(code)) ?? [];
  if (known !== undefined) return known;
  return /^[0-9A-Z]{5}$/.test(code) ? `PostgreSQL answers ${code}` : "no PostgreSQL answers there: start it, or mend the address";
}

/** Host, port and name of the database: all of its address that may be read by others. */
export function placeIn(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get("host") ?? decodeURIComponent(hostname);
  return `${host === "" ? "localhost" : host}:${searchParams.get("port") ?? (port === "" ? "5432" : port)}${pathname}`;
}
