import type { Reports } from "#campaign/reports.ts";
import type { CallsReading } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";

type Read = {
  rows: number;
  reading: Pick<CallsReading, "total" | "complete">;
  rowsAre: Reports["rowsAre"];
  /** How long ago the oldest page was read, in words; absent while it is as fresh as the page. */
  age: string | undefined;
};

/** How far a history that comes in pages has been read, as one sentence; `undefined` before its first page. */
export function readingWords({ rows, reading, rowsAre, age }: Read): string | undefined {
  const { total, complete } = reading;
  const oldest = age === undefined ? "" : `, the oldest of them ${age} ago`;
  if (!complete) return total === undefined ? undefined : `${formatCount(rows)} of ${formatCount(total)} ${rowsAre} read${oldest}; the rest follows.`;
  if (total !== undefined && rows < total) return `${formatCount(rows)} of ${formatCount(total)} ${rowsAre} are listed${age === undefined ? "" : `; read${oldest}`}.`;
  if (rows === 0) return undefined;
  return `All ${formatCount(rows)} ${rowsAre} read${oldest}.`;
}
