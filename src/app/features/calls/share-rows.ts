import { replaceEqualDeep } from "@tanstack/react-query";
import type { CallRow } from "#service/api.ts";
import { isCalls } from "../../client/answers.ts";

/**
 * A window of calls as it was answered, with the objects of the window before wherever they say the
 * same. Rows are looked for by id: new calls move the others down, and a row that only moved is not
 * drawn anew.
 */
export function shareRows(before: unknown, after: unknown): unknown {
  if (!isCalls(before) || !isCalls(after)) return after;
  const known = new Map(before.rows.map((row) => [row.id, row]));
  const rows = after.rows.map((row): CallRow => replaceEqualDeep(known.get(row.id), row));
  const same = rows.length === before.rows.length && rows.every((row, index) => row === before.rows[index]);
  return { ...after, rows: same ? before.rows : rows, rail: replaceEqualDeep(before.rail, after.rail) };
}
