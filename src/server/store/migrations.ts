import type { ColumnDefinitionBuilder, Kysely, Migration } from "kysely";

const notNull = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

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
  "0003-history": {
    async up(database: Kysely<unknown>) {
      const ofCampaign = (table: string) => database.schema.createTable(table).addColumn("connection", "text", notNull).addColumn("campaign", "text", notNull);
      await ofCampaign("observation")
        .addColumn("at", "bigint", notNull)
        .addColumn("done", "double precision")
        .addColumn("calls", "double precision")
        .addColumn("attempts", "double precision")
        .addColumn("finished", "double precision")
        .addColumn("failed", "double precision")
        .addColumn("success_rate", "double precision")
        .addColumn("average_duration", "double precision")
        .addColumn("body", "text", notNull)
        .addPrimaryKeyConstraint("observation_key", ["connection", "campaign", "at"])
        .execute();
      await ofCampaign("event")
        .addColumn("at", "bigint", notNull)
        .addColumn("place", "integer", notNull)
        .addColumn("after", "bigint", notNull)
        .addColumn("body", "text", notNull)
        .addPrimaryKeyConstraint("event_key", ["connection", "campaign", "at", "place"])
        .execute();
      await ofCampaign("watched_span")
        .addColumn("since", "bigint", notNull)
        .addColumn("until", "bigint", notNull)
        .addPrimaryKeyConstraint("watched_span_key", ["connection", "campaign", "since"])
        .execute();
      await ofCampaign("observed_campaign").addColumn("schedule", "text", notNull).addPrimaryKeyConstraint("observed_campaign_key", ["connection", "campaign"]).execute();
    },
  },
  "0004-alerts": {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable("alert_told")
        .addColumn("connection", "text", notNull)
        .addColumn("campaign", "text", notNull)
        .addColumn("keys", "text", notNull)
        .addPrimaryKeyConstraint("alert_told_key", ["connection", "campaign"])
        .execute();
      await database.schema
        .createTable("alert_delivery")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("hook", "text", notNull)
        .addColumn("body", "text", notNull)
        .addColumn("attempts", "integer", notNull)
        .addColumn("next_at", "bigint", notNull)
        .execute();
      await database.schema.createIndex("alert_delivery_due").on("alert_delivery").column("next_at").execute();
    },
  },
};
