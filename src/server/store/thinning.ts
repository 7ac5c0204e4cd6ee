import type { Database } from "./database.ts";
import { stretchOf } from "./observations.ts";

const quarterMilliseconds = 15 * 60_000;
const dayMilliseconds = 24 * 3_600_000;

/** How long history is kept; milliseconds. */
export type Retention = { keptMilliseconds: number; wholeMilliseconds: number };

/**
 * Leaves the last observation of each quarter of an hour where all of them are not kept any more, and
 * drops what is too old. Goes campaign by campaign and day by day, so that nobody who writes waits
 * long. How many rows went. `all`: also of days that should have been thinned before, while no host was on.
 */
export async function thin(database: Database, { keptMilliseconds, wholeMilliseconds }: Retention, now: number, { all = false }: { all?: boolean } = {}): Promise<number> {
  const campaigns = await database.selectFrom("observed_campaign").select(["connection", "campaign"]).execute();
  const oldest = now - keptMilliseconds;
  // Whole quarters only: the last one of each must be there to be the last.
  const until = Math.floor((now - wholeMilliseconds) / quarterMilliseconds) * quarterMilliseconds;
  let gone = 0;
  for (const { connection, campaign } of campaigns) {
    for (const table of ["observation", "event"] as const) {
      const dropped = await database.deleteFrom(table).where("connection", "=", connection).where("campaign", "=", campaign).where("at", "<", oldest).executeTakeFirst();
      gone += Number(dropped.numDeletedRows);
    }
    const spans = await database.deleteFrom("watched_span").where("connection", "=", connection).where("campaign", "=", campaign).where("until", "<", oldest).executeTakeFirst();
    gone += Number(spans.numDeletedRows);
    const lately = Math.max(oldest, until - 3 * dayMilliseconds);
    if (all && oldest < lately) gone += await thinBetween(database, { connection, campaign }, oldest, lately);
    for (let day = lately; day < until; day += dayMilliseconds) gone += await thinBetween(database, { connection, campaign }, day, Math.min(day + dayMilliseconds, until));
  }
  return gone;
}

async function thinBetween(database: Database, { connection, campaign }: { connection: string; campaign: string }, from: number, until: number): Promise<number> {
  const lastOfEach = database
    .selectFrom("observation")
    .select(({ fn }) => fn.max("at").as("at"))
    .where("connection", "=", connection)
    .where("campaign", "=", campaign)
    .where("at", ">=", from)
    .where("at", "<", until)
    .groupBy(stretchOf(quarterMilliseconds));
  const thinned = await database
    .deleteFrom("observation")
    .where("connection", "=", connection)
    .where("campaign", "=", campaign)
    .where("at", ">=", from)
    .where("at", "<", until)
    .where("at", "not in", lastOfEach)
    .executeTakeFirst();
  return Number(thinned.numDeletedRows);
}
