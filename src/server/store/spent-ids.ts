import type { Database } from "./database.ts";
import { digestOf } from "./digest.ts";

/** Ids that count no more: of links that were used, of tokens and sessions that were revoked. */
export type SpentIds = {
  has(id: string): Promise<boolean>;
  /** Whether it was this call that spent it: of two at once, one. `until`: epoch ms from which the id would not count anyway. */
  spend(id: string, until: number): Promise<boolean>;
};

/** Ids kept in the database, so that they hold across restarts and processes; those that are over are dropped as others are added. */
export function spentIds(database: Database, now: () => number): SpentIds {
  return {
    async has(id) {
      const row = await database.selectFrom("spent_id").select("digest").where("digest", "=", digestOf(id)).executeTakeFirst();
      return row !== undefined;
    },
    async spend(id, until) {
      await database.deleteFrom("spent_id").where("until", "<", now()).execute();
      const added = await database
        .insertInto("spent_id")
        .values({ digest: digestOf(id), until })
        .onConflict((conflict) => conflict.column("digest").doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n;
    },
  };
}
