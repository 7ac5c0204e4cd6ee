import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, expect, test } from "vitest";
import { emptyPostgres } from "../testing/databases.ts";
import { openDatabase, openRunning } from "./database.ts";
import { spentIds } from "./spent-ids.ts";

/* What both databases promise once they outlive the process, one of SQLite's in a file. */
const directory = mkdtempSync(join(tmpdir(), "callboard-store-"));
afterAll(() => rmSync(directory, { recursive: true }));
const places = [
  ["SQLite", async () => ({ kind: "file" as const, file: join(directory, `${performance.now()}.db`) })],
  ["PostgreSQL", async () => ({ kind: "url" as const, url: await emptyPostgres() })],
] as const;

test.each(places)("%s: what was kept is there for whoever opens it next, and for who opens it beside", async (_, emptyPlace) => {
  const place = await emptyPlace();
  const first = await openDatabase(place);
  await spentIds(first, () => 0).spend("a", 1);
  const beside = await openRunning(place, { undone: "Nothing was done", again: "try" });
  expect(await spentIds(beside, () => 0).has("a")).toBe(true);
  await Promise.all([first.destroy(), beside.destroy()]);
  const next = await openDatabase(place);
  expect(await spentIds(next, () => 0).has("a")).toBe(true);
  await next.destroy();
});

test.each(places)("%s: what a later version wrote is left as it is, and says so", async (_, emptyPlace) => {
  const place = await emptyPlace();
  const database = await openDatabase(place);
  await sql`insert into kysely_migration (name, timestamp) values ('9999-of-later', 'x')`.execute(database);
  await database.destroy();
  await expect(openDatabase(place)).rejects.toThrow("cannot be opened: a later version of Callboard wrote it: run that version");
});
