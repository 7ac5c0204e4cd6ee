import type { z } from "zod";

/**
 * A field that may be missing, null or unreadable: missing and unreadable read as `undefined`,
 * null stays null. One odd setting must not hide a whole campaign.
 */
export function lenient<T extends z.ZodType>(field: T) {
  return field.nullish().catch(undefined);
}
