import type { Database } from "./database.ts";
import type { CampaignKey } from "./observations.ts";

/** What is to be sent to a webhook; times are epoch milliseconds. */
export type Delivery = { id: string; hook: string; body: string; attempts: number; nextAt: number };

/** Which alerts were told, and what of them still has to reach somebody. */
export type Alerts = {
  /** Keys of what was told of a campaign and has not ended; `undefined`: it was never looked at. */
  told(key: CampaignKey): Promise<ReadonlySet<string> | undefined>;
  /** What is told from now on, and what is to be sent because of it: both or nothing. */
  tell(key: CampaignKey, told: ReadonlySet<string>, deliveries: readonly Delivery[]): Promise<void>;
  /** What is due, the oldest first. */
  due(now: number, most: number): Promise<Delivery[]>;
  /** Takes a delivery until then, so that no other host sends it too; whether it was this call that did. */
  claim(delivery: Delivery, until: number): Promise<boolean>;
  /** To be tried again then; `undefined`: never more. */
  settle(id: string, next: { attempts: number; nextAt: number } | undefined): Promise<void>;
};

export function alerts(database: Database): Alerts {
  return {
    async told({ connection, campaign }) {
      const row = await database.selectFrom("alert_told").select("keys").where("connection", "=", connection).where("campaign", "=", campaign).executeTakeFirst();
      return row && new Set(row.keys.split("\n").filter((key) => key !== ""));
    },
    async tell({ connection, campaign }, told, deliveries) {
      const keys = [...told].join("\n");
      await database.transaction().execute(async (all) => {
        await all.insertInto("alert_told").values({ connection, campaign, keys }).onConflict((conflict) => conflict.columns(["connection", "campaign"]).doUpdateSet({ keys })).execute();
        for (const { nextAt: next_at, ...delivery } of deliveries) await all.insertInto("alert_delivery").values({ ...delivery, next_at }).execute();
      });
    },
    async due(now, most) {
      return database.selectFrom("alert_delivery").select(["id", "hook", "body", "attempts", "next_at as nextAt"]).where("next_at", "<=", now).orderBy("next_at").limit(most).execute();
    },
    async claim({ id, nextAt }, until) {
      const claimed = await database.updateTable("alert_delivery").set({ next_at: until }).where("id", "=", id).where("next_at", "=", nextAt).executeTakeFirst();
      return claimed.numUpdatedRows === 1n;
    },
    async settle(id, next) {
      if (next === undefined) await database.deleteFrom("alert_delivery").where("id", "=", id).execute();
      else await database.updateTable("alert_delivery").set({ attempts: next.attempts, next_at: next.nextAt }).where("id", "=", id).execute();
    },
  };
}
