import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Whose history it is. */
export type CampaignKey = { connection: string; campaign: string };

/** The figures of one observation; times are epoch milliseconds. */
export type ObservedPoint = { at: number; done: number | null; calls: number | null; attempts: number | null; finished: number | null; failed: number | null; successRate: number | null; averageDuration: number | null };
export type KeptEvent = { at: number; after: number; /** A change as JSON. */ body: string };
export type Span = { since: number; until: number };

/** What one reading adds; all of it or nothing. */
export type Addition = { observation: (ObservedPoint & { body: string }) | undefined; events: readonly KeptEvent[]; span: Span; /** As JSON; `undefined`: as it was. */ schedule: string | undefined };

/** The history of campaigns: what was added stays until it is thinned or too old. */
export type Observations = {
  add(key: CampaignKey, addition: Addition): Promise<void>;
  /** The last observation of a campaign, as JSON. */
  last(key: CampaignKey): Promise<string | undefined>;
  /** The last observation of each campaign of a connection, as JSON, by its id. */
  lasts(connection: string): Promise<{ campaign: string; body: string }[]>;
  /** The first one's instant. */
  first(key: CampaignKey): Promise<number | undefined>;
  schedule(key: CampaignKey): Promise<string | undefined>;
  /** The last one of each minute since then, and the one before it; oldest first. */
  points(key: CampaignKey, since: number): Promise<ObservedPoint[]>;
  /** The newest first. */
  events(key: CampaignKey, most: number): Promise<KeptEvent[]>;
  /** Those that end after then, oldest first. */
  spans(key: CampaignKey, since: number): Promise<Span[]>;
};

const minuteMilliseconds = 60_000;
const figures = ["at", "done", "calls", "attempts", "finished", "failed", "success_rate as successRate", "average_duration as averageDuration"] as const;

/** Which stretch of time a row falls into. A literal: libsql binds numbers as floats, and would not divide to a whole one. */
export const stretchOf = (milliseconds: number) => sql<number>`at / ${sql.lit(milliseconds)}`;

export function observations(database: Database): Observations {
  const of = (key: CampaignKey) => database.selectFrom("observation").where("connection", "=", key.connection).where("campaign", "=", key.campaign);
  return {
    async add(key, { observation, events, span, schedule }) {
      await database.transaction().execute(async (all) => {
        if (observation !== undefined) {
          const { successRate: success_rate, averageDuration: average_duration, ...others } = observation;
          // Two hosts that read a campaign at the same instant saw the same.
          await all.insertInto("observation").values({ ...key, ...others, success_rate, average_duration }).onConflict((conflict) => conflict.columns(["connection", "campaign", "at"]).doNothing()).execute();
        }
        if (events.length > 0) {
          const rows = events.map((event, place) => ({ ...key, ...event, place }));
          await all.insertInto("event").values(rows).onConflict((conflict) => conflict.columns(["connection", "campaign", "at", "place"]).doNothing()).execute();
        }
        await all.insertInto("watched_span").values({ ...key, ...span }).onConflict((conflict) => conflict.columns(["connection", "campaign", "since"]).doUpdateSet({ until: span.until })).execute();
        if (schedule !== undefined) await all.insertInto("observed_campaign").values({ ...key, schedule }).onConflict((conflict) => conflict.columns(["connection", "campaign"]).doUpdateSet({ schedule })).execute();
      });
    },
    async last(key) {
      const row = await of(key).select("body").orderBy("at", "desc").limit(1).executeTakeFirst();
      return row?.body;
    },
    async lasts(connection) {
      const latest = database.selectFrom("observation").select(["campaign", ({ fn }) => fn.max("at").as("at")]).where("connection", "=", connection).groupBy("campaign").as("latest");
      const rows = database.selectFrom("observation").innerJoin(latest, (join) => join.onRef("latest.campaign", "=", "observation.campaign").onRef("latest.at", "=", "observation.at"));
      return rows.select(["observation.campaign", "observation.body"]).where("observation.connection", "=", connection).orderBy("observation.campaign").execute();
    },
    async first(key) {
      const row = await of(key).select("at").orderBy("at").limit(1).executeTakeFirst();
      return row?.at;
    },
    async schedule(key) {
      const row = await database.selectFrom("observed_campaign").select("schedule").where("connection", "=", key.connection).where("campaign", "=", key.campaign).executeTakeFirst();
      return row?.schedule;
    },
    async points(key, since) {
      const before = await of(key).select(figures).where("at", "<", since).orderBy("at", "desc").limit(1).execute();
      const minutes = of(key).where("at", ">=", since);
      const latest = minutes.select(({ fn }) => fn.max("at").as("at")).groupBy(stretchOf(minuteMilliseconds));
      const after = await of(key).select(figures).where("at", "in", latest).orderBy("at").execute();
      return [...before, ...after];
    },
    async events(key, most) {
      return database.selectFrom("event").select(["at", "after", "body"]).where("connection", "=", key.connection).where("campaign", "=", key.campaign).orderBy("at", "desc").orderBy("place", "desc").limit(most).execute();
    },
    async spans(key, since) {
      return database.selectFrom("watched_span").select(["since", "until"]).where("connection", "=", key.connection).where("campaign", "=", key.campaign).where("until", ">", since).orderBy("since").execute();
    },
  };
}
