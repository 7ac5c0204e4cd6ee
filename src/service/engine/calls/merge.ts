import type { Call } from "#campaign/call.ts";
import { at } from "./at.ts";
import { type CallColumns, callAt } from "./columns.ts";

/** The part of a previous table that the next one is merged with. */
export type Carried = {
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columns: CallColumns;
  /** How many rows, standing first, were already missing from the answer they were built from. */
  readonly missing: number;
};

export type Merged = {
  /** Calls missing from this answer for the first time, then the answer's own in its order. */
  calls: Call[];
  missing: number;
  duplicates: number;
  /** Calls missing for the second time, left out. */
  vanished: number;
};

/** Merges an answer with what was known: each id once, and a call is dropped only when missing twice. */
export function merge(body: readonly Call[], previous: Carried | undefined): Merged {
  const { calls, duplicates } = newestOfEach(body);
  if (!previous) return { calls, missing: 0, duplicates, vanished: 0 };
  const listed = new Set(calls.map((call) => call.id));
  const missing: Call[] = [];
  let vanished = 0;
  for (const [id, row] of previous.rowOf) {
    if (listed.has(id)) continue;
    if (row < previous.missing) vanished++;
    else missing.push(callAt(previous.columns, row));
  }
  return { calls: missing.length > 0 ? [...missing, ...calls] : calls, missing: missing.length, duplicates, vanished };
}

/** Of rows that share an id the newest wins: later creation, then later position. */
function newestOfEach(body: readonly Call[]): { calls: Call[]; duplicates: number } {
  const winner = new Map<string, number>();
  const lost = new Set<number>();
  for (let index = 0; index < body.length; index++) {
    const call = at(body, index);
    const rival = winner.get(call.id);
    if (rival === undefined || !(createdOf(at(body, rival)) > createdOf(call))) {
      winner.set(call.id, index);
      if (rival !== undefined) lost.add(rival);
    } else lost.add(index);
  }
  return { calls: body.filter((_, index) => !lost.has(index)), duplicates: lost.size };
}

function createdOf(call: Call): number {
  return call.createdAt ?? Number.NEGATIVE_INFINITY;
}
