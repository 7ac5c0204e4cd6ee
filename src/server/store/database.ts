import { closeSync, openSync } from "node:fs";
import { Kysely, Migrator, SqliteDialect } from "kysely";
import LibsqlDatabase from "libsql";
import { migrations } from "./migrations.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** For its owner alone; SQLite gives what it keeps beside the file the same. */
const mode = 0o600;

/**
 * Opens what this host keeps for itself, and brings it up to this version. Rejects with a sentence
 * that says what to do. `:memory:` keeps nothing beyond the process.
 */
export async function openDatabase(file: string): Promise<Database> {
  try {
    // Directories are not made: Node waits for ever where one cannot be, as below /proc.
    if (file !== ":memory:") closeSync(openSync(file, "a", mode));
    const sqlite = new LibsqlDatabase(file);
    // The command line writes to the file of a running service: readers go on, writers wait their turn.
    sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 2000;");
    const database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
    const { error } = await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
    if (error !== undefined) throw error;
    return database;
  } catch (error) {
    throw new Error(`database.file, ${file}, cannot be opened: ${mendingOf(error)}, or name another file.`, { cause: error });
  }
}

function mendingOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOENT" || code === "ENOTDIR" ? "create the directory it is to lie in" : "let Callboard's user write there";
}
