import { Migrator } from "kysely";
import type { Database } from "./database.ts";
import { migrations } from "./migrations.ts";

/** Brings a database up to this version, one process at a time; one that cannot be is closed, and rejects. */
export async function migrate(database: Database): Promise<Database> {
  const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error === undefined) return database;
  await database.destroy();
  throw error;
}

/** Whether the database holds migrations that this version does not know. Kysely tells by its words alone. */
export function isOfLaterVersion(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("corrupted migrations: previously executed migration");
}
