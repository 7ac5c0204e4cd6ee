import type { CallColumns } from "./call-columns.ts";
import { TextIndex } from "./text-index.ts";
import type { Texts } from "./texts.ts";

/** Rows by id; `lost`: those that another row with their id outdoes. */
export type IdIndex = { byId: TextIndex; lost: ReadonlySet<number> };

const known = new WeakMap<Texts, IdIndex>();

/** Built once for columns that share their ids. Of rows that share an id the newest wins: later creation, then later position. */
export function idIndex({ rows, ids, createdAt }: CallColumns): IdIndex {
  const before = known.get(ids);
  if (before !== undefined) return before;
  const byId = new TextIndex(ids, rows);
  const lost = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const rival = byId.add(row);
    if (rival === undefined) continue;
    if (timeOf(createdAt[rival]) > timeOf(createdAt[row])) lost.add(row);
    else {
      byId.replace(rival, row);
      lost.add(rival);
    }
  }
  known.set(ids, { byId, lost });
  return { byId, lost };
}

function timeOf(createdAt: number | undefined): number {
  return createdAt === undefined || Number.isNaN(createdAt) ? Number.NEGATIVE_INFINITY : createdAt;
}
