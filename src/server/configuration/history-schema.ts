import { ConnectionName } from "#service/configuration/connection-keys.ts";
import { z } from "zod";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

const usual = { keepDays: 400, wholeDays: 2 };

/** Keys for what is kept of campaigns over time. */
export const historyKeys = {
  watch: z
    .record(ConnectionName, z.union([z.literal("active"), z.array(z.string().min(1).max(200)).min(1).max(500)]))
    .default({})
    .describe('must say for each connection which campaigns are read though nobody looks: {"acme": "active"} for all that are active, or {"acme": ["id", "id"]}'),
  history: z
    .strictObject({
      keepDays: z.int().min(1).max(3_650).default(usual.keepDays).describe("must be the whole number of days that history is kept, from 1 to 3650"),
      wholeDays: z.int().min(1).max(365).default(usual.wholeDays).describe("must be the whole number of days of which every observation is kept, from 1 to 365; of those before, one each quarter of an hour is"),
    })
    .default(usual)
    .describe('must be an object such as {"keepDays": 400, "wholeDays": 2}'),
};
