import type { Instant } from "#campaign/campaign.ts";
import { at } from "../columns/at.ts";
import type { CallTable } from "./table.ts";

/** A reader's anchor: rows that arrived after it stay hidden. */
export type Anchor = {
  /** The cursor to hand out, which keeps later windows at this anchor. */
  readonly cursor: string;
  /** Absent when the anchor hides no row of this table. */
  readonly shows: ((row: number) => boolean) | undefined;
};

const shape = /^(.+)\.(\d{1,10})\.(-?\d{1,16}|undated)$/;

/**
 * Where the reader stands. A cursor of another line of tables (the service was
 * restarted) goes by creation time; one that cannot be read counts as none.
 */
export function anchorOf(table: CallTable, asOf: string | undefined): Anchor {
  const here = { cursor: cursorOf(table), shows: undefined };
  const [, epoch, version, newest] = shape.exec(asOf ?? "") ?? [];
  if (asOf === undefined || epoch === undefined) return here;
  if (epoch !== table.epoch) {
    return newest === "undated" ? here : hiding(table, asOf, createdUntil(table, Number(newest)));
  }
  const { arrival } = table;
  const seen = Number(version);
  return hiding(table, asOf, (row) => at(arrival, row) <= seen);
}

function hiding(table: CallTable, cursor: string, shows: (row: number) => boolean): Anchor {
  for (let row = 0; row < table.rows; row++) if (!shows(row)) return { cursor, shows };
  return { cursor, shows: undefined };
}

function createdUntil(table: CallTable, newest: Instant): (row: number) => boolean {
  const { createdAt } = table.columns;
  return (row) => !(at(createdAt, row) > newest);
}

function cursorOf(table: CallTable): string {
  const newest = table.newestCreatedAt;
  return `${table.epoch}.${table.version}.${newest === undefined ? "undated" : Math.ceil(newest)}`;
}
