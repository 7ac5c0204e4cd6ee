import { existsSync } from "node:fs";
import { type Kysely, sql } from "kysely";
import type { DatabasePlace } from "../configuration/configuration.ts";
import type { Tables } from "./tables.ts";

/** The same tables and questions, whichever database keeps them. */
export type Database = Kysely<Tables>;

/** How long a database may take to say that it is there. */
const answerMilliseconds = 2_000;

/**
 * Opens what this host keeps for itself, and brings it up to this version. Rejects with a sentence
 * that says what to do.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  // Of the two, only the one that is used is loaded.
  if (place.kind === "file") return (await import("./sqlite.ts")).openSqlite(place.file);
  return (await import("./postgres.ts")).openPostgres(place.url);
}

/**
 * Opens what a service keeps that is running, for the command line. Rejects where it is not there: a new
 * file would be nobody's. `undone` and `again`: what did not come of it, and what to do once more.
 */
export async function openRunning(place: DatabasePlace, { undone, again }: { undone: string; again: string }): Promise<Database> {
  if (place.kind === "file" && !existsSync(place.file)) {
    throw new Error(`${undone}: database.file, ${place.file}, is not there. Name the one of the running Callboard; if it was lost, restart Callboard and ${again} again.`);
  }
  return openDatabase(place);
}

/** The same, with a way to tell whether it is still the one that was opened: a file may be deleted or replaced. */
export async function openInPlace(place: DatabasePlace): Promise<{ database: Database; isInPlace: () => boolean }> {
  const database = await openDatabase(place);
  return { database, isInPlace: await placeCheck(place) };
}

async function placeCheck(place: DatabasePlace): Promise<() => boolean> {
  return place.kind === "file" && place.file !== ":memory:" ? (await import("./sqlite.ts")).placeOf(place.file) : () => true;
}

/** Asks, as often as it is called, whether the database answers, and is still the one that was opened. */
export async function wellnessOf(place: DatabasePlace, database: Database): Promise<() => Promise<boolean>> {
  const isInPlace = await placeCheck(place);
  return async () => isInPlace() && (await answers(database));
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((settle) => {
    timer = setTimeout(() => settle(false), answerMilliseconds);
  });
  const asked = sql`select 1`.execute(database).then(
    () => true,
    () => false,
  );
  const answered = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answered;
}
