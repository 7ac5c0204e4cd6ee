import type { Kysely, Migration } from "kysely";

/** Every change of the tables, by the order of its name; one that was published is never changed. */
export const migrations: Record<string, Migration> = {
  "0001-spent-ids": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("spent_id")
        .addColumn("digest", "text", (column) => column.primaryKey())
        .addColumn("until", "bigint", (column) => column.notNull())
        .execute();
    },
  },
};
