import { Kysely, PostgresDialect } from "kysely";
import { Pool, type PoolClient, TypeOverrides, types } from "pg";
import type { Database } from "./database.ts";
import { migrate } from "./migrate.ts";
import { mendingOf, placeIn } from "./postgres-mistakes.ts";
import type { Tables } from "./tables.ts";

/** Several hosts share what a server takes: a hundred, unless it is told otherwise. */
const mostConnections = 5;
const connectMilliseconds = 5_000;

/**
 * Opens a PostgreSQL database, as `openDatabase` does. Whoever asks for `longestMilliseconds` has lost
 * the server: some networks drop what is sent and say nothing.
 */
export function openPostgres(url: string, { longestMilliseconds = 10_000 }: { longestMilliseconds?: number } = {}): Promise<Database> {
  // Without its cause: what the driver says of an address may repeat the password.
  return open(url, longestMilliseconds).catch((error: unknown) => {
    throw new Error(`database.url, ${placeIn(url)}, cannot be opened: ${mendingOf(error)}.`);
  });
}

async function open(url: string, longestMilliseconds: number): Promise<Database> {
  const pool = new Pool({ ...connectionSettings(url), max: mostConnections, types: numbersForInt8() });
  // Without somebody who listens, a connection that breaks ends the process. The next question makes another.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const database = await migrate(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }));
  // From here on: a migration takes the time it takes.
  endSilentConnections(pool, longestMilliseconds);
  return database;
}

/** How every connection is made; the address counts before what stands here. */
export function connectionSettings(url: string): { connectionString: string; application_name: string; connectionTimeoutMillis: number; keepAlive: boolean } {
  return { connectionString: withVerifiedTls(url), application_name: "callboard", connectionTimeoutMillis: connectMilliseconds, keepAlive: true };
}

/** int8 as a number, as SQLite answers it: times in milliseconds and counts are far below 2^53. */
function numbersForInt8(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, Number);
  return overrides;
}

/** A connection that is in use for too long is cut: what was asked then fails, and the pool drops it. */
function endSilentConnections(pool: Pool, longestMilliseconds: number): void {
  const timers = new WeakMap<PoolClient, NodeJS.Timeout>();
  pool.on("acquire", (client) => timers.set(client, setTimeout(() => void client.end(), longestMilliseconds)));
  pool.on("release", (_, client) => clearTimeout(timers.get(client)));
}

/** `require` and its like mean `verify-full` to this version of the driver, which warns that its next may think otherwise. */
function withVerifiedTls(url: string): string {
  const address = new URL(url);
  if (["prefer", "require", "verify-ca"].includes(address.searchParams.get("sslmode") ?? "")) address.searchParams.set("sslmode", "verify-full");
  return address.href;
}
