import type { Call } from "#campaign/call.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { FinalityRules } from "#campaign/contact-state.ts";
import type { CallTally } from "#campaign/tally.ts";
import { at } from "./at.ts";
import { type CallColumns, columnsOf } from "./columns.ts";
import { type Contacts, contactsOf } from "./contacts.ts";
import { countCalls, countUnknownWords } from "./count-calls.ts";
import { merge } from "./merge.ts";

/** All calls of one campaign as last read. Never changed once built; the next answer builds the next one. */
export type CallTable = {
  readonly rows: number;
  /** Contacts: distinct numbers, and rows without a number. */
  readonly numbers: number;
  readonly tally: CallTally;
  /** Rows of the last answer that another row with the same id replaced. */
  readonly duplicates: number;
  /** Calls dropped so far because two answers in a row no longer listed them. */
  readonly vanished: number;
  readonly unknownWords: ReadonlyMap<string, number>;

  readonly rules: FinalityRules;
  readonly columns: CallColumns;
  readonly contacts: Contacts;
  readonly rowOf: ReadonlyMap<string, number>;
  /** How many rows, standing first, are not in the last answer but were in the one before. */
  readonly missing: number;
  /** Names the line of tables that were each built from the one before. */
  readonly epoch: string;
  /** Grows with every answer that brings calls not seen before. */
  readonly version: number;
  /** The version each row first appeared in. */
  readonly arrival: Uint32Array;
  readonly newestCreatedAt: Instant | undefined;
};

/** Which rows not seen before belong to a history that still fills in, and are shown to every reader at once. */
export type Filling = "none" | "older" | "all";

const firstVersion = 1;

/**
 * Builds the table of an answer. `previous` is the table of the answer before.
 * `epoch` names the line when there is none; left out, it is told from the first
 * answer, which a restarted service would only repeat while nothing has arrived.
 */
export function buildCallTable(
  calls: readonly Call[],
  rules: FinalityRules,
  previous: CallTable | undefined,
  { epoch, filling = "none" }: { epoch?: string; filling?: Filling } = {},
): CallTable {
  const merged = merge(calls, previous);
  const columns = columnsOf(merged.calls);
  const contacts = contactsOf(columns);
  const newestCreatedAt = newestOf(columns.createdAt);
  return {
    rows: columns.ids.length,
    numbers: contacts.last.length,
    tally: countCalls(columns, contacts, rules),
    duplicates: merged.duplicates,
    vanished: (previous?.vanished ?? 0) + merged.vanished,
    unknownWords: countUnknownWords(columns),
    rules,
    columns,
    contacts,
    rowOf: new Map(columns.ids.map((id, row) => [id, row])),
    missing: merged.missing,
    epoch: previous?.epoch ?? epoch ?? `${columns.ids.length}-${newestCreatedAt ?? "undated"}`,
    ...arrivalsOf(columns, previous, filling),
    newestCreatedAt,
  };
}

function arrivalsOf({ ids, createdAt }: CallColumns, previous: CallTable | undefined, filling: Filling) {
  const newest = previous?.newestCreatedAt ?? Number.NEGATIVE_INFINITY;
  const isBehind = (row: number): boolean => filling === "all" || (filling === "older" && !(at(createdAt, row) > newest));
  const next = (previous?.version ?? firstVersion - 1) + 1;
  const arrival = new Uint32Array(ids.length);
  let arrived = false;
  for (let row = 0; row < ids.length; row++) {
    const before = previous?.rowOf.get(at(ids, row));
    if (before !== undefined && previous) arrival[row] = at(previous.arrival, before);
    else if (previous && previous.rows > 0 && isBehind(row)) arrival[row] = firstVersion;
    else {
      arrival[row] = next;
      arrived = true;
    }
  }
  return { arrival, version: previous && !arrived ? previous.version : next };
}

function newestOf(createdAt: Float64Array): Instant | undefined {
  let newest = Number.NEGATIVE_INFINITY;
  for (const instant of createdAt) if (instant > newest) newest = instant;
  return newest === Number.NEGATIVE_INFINITY ? undefined : newest;
}
