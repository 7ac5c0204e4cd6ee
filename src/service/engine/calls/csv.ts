import type { ZoneClock } from "#campaign/zone-clock.ts";
import type { CallRow, CallsQuery } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { callRow, numberRow } from "./row.ts";
import { select } from "./select.ts";
import { seenRow, type Sight } from "./sight.ts";
import type { CallTable } from "./table.ts";

const chunkCharacters = 64 * 1024;

type Cells = { [column: string]: (row: CallRow) => string };

const createdAt = (row: CallRow): string => (row.createdAt === undefined ? "" : new Date(row.createdAt).toISOString());

const numberCells: Cells = {
  to: (row) => row.to ?? "",
  outcome: (row) => row.outcome,
  provider_word: (row) => row.word,
  retries: (row) => String(row.retries),
  attempts: (row) => String(row.attempts),
  created_at: createdAt,
  id: (row) => row.id,
};

const callCells: Cells = {
  id: (row) => row.id,
  to: (row) => row.to ?? "",
  outcome: (row) => row.outcome,
  provider_word: (row) => row.word,
  retries: (row) => String(row.retries),
  created_at: createdAt,
};

/** Columns that only some platforms fill; several words of a dimension share a cell. */
function extraCells({ columns }: CallTable, { recordings, hidden }: Sight): Cells {
  const { durationSeconds, recordingUrls, dimensions } = columns.extras;
  return {
    ...(durationSeconds && { duration_seconds: (row) => (row.durationSeconds === undefined ? "" : String(row.durationSeconds)) }),
    ...Object.fromEntries([...dimensions.keys()].filter((id) => !hidden.has(id)).map((id) => [id, (row: CallRow) => (row.dimensions?.[id] ?? []).join("; ")])),
    ...(recordings && recordingUrls && { recording_url: (row) => row.recordingUrl ?? "" }),
  };
}

/**
 * The query's calls as CSV (RFC 4180) with a header, all of them, in chunks of
 * some 64 kB. No byte order mark: every column we write ourselves is ASCII, and
 * a mark would become part of the first column's name in most programs.
 */
export function* csvOf(table: CallTable, query: CallsQuery, clock: ZoneClock | undefined, sight: Sight): Generator<string, void> {
  const { group, order, contacts } = select(table, query, clock, sight);
  const [own, toRow] = group === "number" ? [numberCells, numberRow] : [callCells, callRow];
  const all = Object.entries({ ...own, ...extraCells(table, sight) });
  // Ids of our own say nothing outside this process.
  const cells: Cells = Object.fromEntries(all.filter(([column]) => sight.ownIds || column !== "id"));
  const columns = Object.values(cells);
  let chunk = `${Object.keys(cells).join(",")}\r\n`;
  for (let index = 0; index < order.length; index++) {
    const row = seenRow(toRow(table, contacts, at(order, index)), sight);
    chunk += `${columns.map((cellOf) => csvCell(cellOf(row))).join(",")}\r\n`;
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/**
 * A cell that a spreadsheet would run as a formula gets a leading apostrophe.
 * A plain E.164 number keeps its `+`: digits alone compute nothing, and numbers
 * must survive being read back.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r\0]/.test(text) && !/^\+\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
