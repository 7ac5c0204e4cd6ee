import { chmodSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSqlite, placeOf } from "./sqlite.ts";
import { spentIds } from "./spent-ids.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "callboard-store-"));
});
afterEach(() => {
  chmodSync(directory, 0o700);
  rmSync(directory, { recursive: true });
});

test("only its owner reads the file, and what is kept beside it", async () => {
  const database = await openSqlite(join(directory, "callboard.db"));
  await spentIds(database, () => 0).spend("a", 1);
  const modes = readdirSync(directory).map((name) => [name, (statSync(join(directory, name)).mode & 0o777).toString(8)]);
  expect(Object.fromEntries(modes)).toEqual({ "callboard.db": "600", "callboard.db-shm": "600", "callboard.db-wal": "600" });
  await database.destroy();
});

test("below a directory that is not there, it says to create it, and creates nothing", async () => {
  const file = join(directory, "absent/callboard.db");
  await expect(openSqlite(file)).rejects.toThrow(`database.file, ${file}, cannot be opened: create the directory it is to lie in, or name another file.`);
  expect(readdirSync(directory)).toEqual([]);
  // Where none can be created, Node's own recursive creation never ends.
  await expect(openSqlite("/proc/callboard/callboard.db")).rejects.toThrow("cannot be opened: create the directory");
  writeFileSync(join(directory, "file"), "");
  await expect(openSqlite(join(directory, "file/callboard.db"))).rejects.toThrow("cannot be opened: create the directory");
});

test("where it may not be written, it says who should be let", async () => {
  // A directory in its place is nobody's to write, whoever runs this.
  mkdirSync(join(directory, "callboard.db"));
  await expect(openSqlite(join(directory, "callboard.db"))).rejects.toThrow("cannot be opened: let Callboard's user write there, or name another file.");
});

test("what is no database says so", async () => {
  const file = join(directory, "callboard.db");
  writeFileSync(file, "this was something else, and is left alone");
  await expect(openSqlite(file)).rejects.toThrow("cannot be opened: it is damaged, or no database of Callboard: restore it, or move it away");
});

test("a file that others could read is for its owner alone from then on", async () => {
  const file = join(directory, "callboard.db");
  writeFileSync(file, "", { mode: 0o644 });
  await (await openSqlite(file)).destroy();
  expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
});

test("a file that was deleted or replaced is told", async () => {
  const file = join(directory, "callboard.db");
  const database = await openSqlite(file);
  const isInPlace = placeOf(file);
  expect(isInPlace()).toBe(true);
  renameSync(file, join(directory, "elsewhere.db"));
  expect(isInPlace()).toBe(false);
  writeFileSync(file, "");
  expect(isInPlace()).toBe(false);
  await database.destroy();
});
