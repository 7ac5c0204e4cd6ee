import { chmodSync, closeSync, existsSync, openSync, statSync } from "node:fs";
import { Kysely, SqliteDialect } from "kysely";
import LibsqlDatabase from "libsql";
import type { Database } from "./database.ts";
import { isOfLaterVersion, migrate } from "./migrate.ts";
import type { Tables } from "./tables.ts";

/** For its owner alone, as what SQLite keeps beside the file. */
const mode = 0o600;
const besides = ["", "-wal", "-shm"];

/** Opens a file, as `openDatabase` does. `:memory:` keeps nothing beyond the process. */
export async function openSqlite(file: string): Promise<Database> {
  try {
    // Directories are not made: Node waits for ever where one cannot be, as below /proc.
    if (file !== ":memory:") {
      closeSync(openSync(file, "a", mode));
      for (const path of besides.map((beside) => file + beside)) if (existsSync(path)) chmodSync(path, mode);
    }
    const sqlite = new LibsqlDatabase(file);
    // The command line writes to the file of a running service: readers go on, writers wait their turn.
    sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 2000;");
    return await migrate(new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) }));
  } catch (error) {
    throw new Error(`database.file, ${file}, cannot be opened: ${mendingOf(error)}, or name another file.`, { cause: error });
  }
}

/**
 * Tells whether the file is still the one that was opened: a process goes on with a file that was
 * moved, deleted or replaced, and what others write to the new one does not reach it.
 */
export function placeOf(file: string): () => boolean {
  const inode = (): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;
  const opened = inode();
  return () => inode() === opened;
}

function mendingOf(error: unknown): string {
  if (isOfLaterVersion(error)) return "a later version of Callboard wrote it: run that version";
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") return "it is damaged, or no database of Callboard: restore it, or move it away (what was revoked counts again then)";
  return code === "ENOENT" || code === "ENOTDIR" ? "create the directory it is to lie in" : "let Callboard's user write there";
}
