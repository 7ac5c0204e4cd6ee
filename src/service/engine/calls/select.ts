import type { ZoneClock } from "#campaign/zone-clock.ts";
import type { CallsQuery } from "#service/api.ts";
import { keepNewest } from "#service/keep-newest.ts";
import { type Contacts, contactsOf, retriesUsed } from "./contacts.ts";
import { type Anchor, anchorOf } from "./cursor.ts";
import { rowFilter } from "./filter.ts";
import { orderOf, stableBy } from "./order.ts";
import { perTable } from "./per-table.ts";
import { shuffledOrder } from "./shuffled-order.ts";
import { hidesIds, type Sight } from "./sight.ts";
import type { CallTable } from "./table.ts";

/** What a query selects of a table, before a window is cut from it. */
export type Selection = {
  readonly group: "number" | "call";
  /** Rows in the order asked for; when grouped, the last row of each number. */
  readonly order: Uint32Array;
  /** The contacts as the reader's anchor sees them. */
  readonly contacts: Contacts;
  /** Rows, or numbers, whose result fits and arrived after the anchor. */
  readonly newer: number;
  readonly cursor: string;
};

/** Selections kept a table: enough for a few readers, each scrolling in one of their own. */
const keptSelections = 8;
const kept = perTable(() => new Map<string, Selection>());

/** Filters and sorts once for all windows of the same question of those who see the same. */
export function select(table: CallTable, query: CallsQuery, clock: ZoneClock | undefined, sight: Sight): Selection {
  const selections = kept(table);
  const key = JSON.stringify([{ ...query, offset: 0, limit: 0 }, clock?.timeZone, { ...sight, hidden: [...sight.hidden] }]);
  const selection = selections.get(key) ?? makeSelection(table, query, clock, sight);
  selections.delete(key);
  selections.set(key, selection);
  keepNewest(selections, keptSelections);
  return selection;
}

/** Where no row has a number there is nothing to group by. */
function groupOf(table: CallTable, query: CallsQuery): Selection["group"] {
  return table.rows > 0 && table.columns.numberless === table.rows ? "call" : query.group;
}

function makeSelection(table: CallTable, query: CallsQuery, clock: ZoneClock | undefined, sight: Sight): Selection {
  const group = groupOf(table, query);
  const anchor = anchorOf(table, query.asOf);
  const contacts = anchor.shows ? contactsOf(table.columns, anchor.shows) : table.contacts;
  const { order, newer } = matching(table, { ...query, group, sort: seenSort(query.sort, sight) }, { clock, sight }, anchor, contacts);
  return { group, order, contacts, newer, cursor: anchor.cursor };
}

/** An order tells of what it is by: one by what is not seen is not given. */
function seenSort(sort: CallsQuery["sort"], sight: Sight): CallsQuery["sort"] {
  const isHidden = sort === "to" ? sight.numbers !== "full" : sort === "id" ? hidesIds(sight) : sight.hidden.has(sort.replace(/^by\./, ""));
  return isHidden ? "created" : sort;
}

function matching(
  table: CallTable,
  query: CallsQuery,
  { clock, sight }: { clock: ZoneClock | undefined; sight: Sight },
  { shows }: Anchor,
  contacts: Contacts,
): { order: Uint32Array; newer: number } {
  const { columns } = table;
  const fits = rowFilter(table, query, clock, sight);
  const grouped = query.group === "number";
  const fitsIn = (seen: Contacts, row: number): boolean => {
    if (!grouped) return fits(row, columns.retries[row] ?? 0);
    const contact = columns.contact[row] ?? 0;
    return seen.last[contact] === row && fits(row, retriesUsed(seen.attempts[contact] ?? 0));
  };
  // A number's retries are not a column: those are ordered after filtering.
  const byNumberRetries = grouped && query.sort === "retries";
  const orderFor = hidesIds(sight) ? shuffledOrder : orderOf;
  const base = byNumberRetries ? orderFor(table, "id", false) : orderFor(table, query.sort, query.descending);
  const order = new Uint32Array(base.length);
  let total = 0;
  let newer = 0;
  for (let place = 0; place < base.length; place++) {
    const row = base[place] ?? 0;
    if (shows && !shows(row)) newer += fitsIn(table.contacts, row) ? 1 : 0;
    else if (fitsIn(contacts, row)) order[total++] = row;
  }
  const rows = order.slice(0, total);
  const retriesOf = (row: number) => retriesUsed(contacts.attempts[columns.contact[row] ?? 0] ?? 0);
  return { order: byNumberRetries ? stableBy(rows, retriesOf, query.descending) : rows, newer };
}
