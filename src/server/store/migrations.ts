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
  "0002-displays": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("display")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("campaigns", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("expires_at", "bigint", (column) => column.notNull())
        .addColumn("seen_at", "bigint")
        .addColumn("revoked_at", "bigint")
        .addColumn("token_digest", "text", (column) => column.unique())
        .addColumn("issued_at", "bigint")
        .addColumn("previous_digest", "text", (column) => column.unique())
        .execute();
      await database.schema
        .createTable("pairing")
        .addColumn("device_digest", "text", (column) => column.primaryKey())
        .addColumn("code_digest", "text", (column) => column.notNull().unique())
        .addColumn("expires_at", "bigint", (column) => column.notNull())
        .addColumn("display_id", "text")
        .execute();
    },
  },
};
