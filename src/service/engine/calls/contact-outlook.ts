import type { Instant } from "#campaign/campaign.ts";
import { contactState } from "#campaign/contact-state.ts";
import type { RetryOutlook } from "#campaign/eta/outlook.ts";
import { type Outcome, outcomes } from "#campaign/outcome.ts";
import { at } from "../columns/at.ts";
import { nobody, retriesUsed } from "./contacts.ts";
import type { CallTable } from "./table.ts";

export type OutlookRules = {
  most: number;
  readAt: Instant;
  /** Hours a contact rests, by how its last call ended. */
  restHours: ReadonlyMap<Outcome, number>;
  /** Rows that are contacts say "in progress" of those on the line and those to be tried again alike. */
  rowsAreContacts: boolean;
};

type ContactOutlook = {
  told: Pick<RetryOutlook, "owed" | "binMinutes" | "onTheLine" | "queued" | "results">;
  /** A contact keeps one row however often it is called: the row's time is that of the first call. */
  isInPlace: boolean;
};

const hourMilliseconds = 3_600_000;
const bins = 96;
const shortestBinMinutes = 15;
/** Contacts that were called more often than this stand with those that were called this often. */
const mostDepth = 32;
/** Its multiples spread evenly over 0–1, whatever their number. */
const golden = 0.618_033_988_749_895;

/** One pass over the contacts: who is owed a retry and when, and how contacts fared by retries used. */
export function contactOutlook(table: CallTable, { most, readAt, restHours, rowsAreContacts }: OutlookRules): ContactOutlook {
  const { columns, contacts, rules } = table;
  const depths = Math.min(most, mostDepth) + 1;
  const binMinutes = Math.max(shortestBinMinutes, Math.ceil((Math.max(0, ...restHours.values()) * 60) / (bins - 2)));
  const owed = new Float64Array(depths * bins);
  const [onTheLine, queued, done, again] = [new Float64Array(depths), new Float64Array(depths), new Float64Array(depths), new Float64Array(depths)];
  const hasRows = new Uint8Array(columns.contacts);
  for (let row = 0; row < columns.rows; row++) {
    const contact = columns.contact[row] ?? 0;
    hasRows[contact] = Math.min(2, (hasRows[contact] ?? 0) + 1);
  }
  let isInPlace = false;

  for (let contact = 0; contact < contacts.last.length; contact++) {
    const last = contacts.last[contact] ?? nobody;
    if (last === nobody) continue;
    const outcome = at(outcomes, columns.outcome[last] ?? 0);
    const attempts = contacts.attempts[contact] ?? 0;
    // Such contacts are counted as never called.
    if (rowsAreContacts && outcome === "queued") continue;
    const retries = retriesUsed(attempts);
    const depth = Math.min(retries, depths - 1);
    const hasOneRow = retries > 0 && hasRows[contact] === 1;
    isInPlace ||= hasOneRow;
    // Whoever was called again had needed it after each attempt before.
    for (let earlier = 0; earlier < depth; earlier++) add(again, earlier);
    const state = contactState(outcome, retries, rules);
    if (outcome === "queued") add(queued, depth);
    else if (state === "done") add(done, depth);
    else if (outcome === "in_progress" && !rowsAreContacts) add(onTheLine, depth);
    else if (state === "to_retry" || outcome === "in_progress") {
      add(again, depth);
      const rest = (restHours.get(outcome) ?? 0) * hourMilliseconds;
      const createdAt = columns.createdAt[last] ?? Number.NaN;
      const untold = hasOneRow || Number.isNaN(createdAt);
      const dueAt = untold ? somewhereIn(soonest(createdAt, attempts * rest, readAt), readAt + rest, contact) : createdAt + rest;
      const bin = Math.round((dueAt - readAt) / (binMinutes * 60_000));
      add(owed, depth * bins + Math.max(0, Math.min(bins - 1, bin)));
    }
  }
  const byDepth = Array.from({ length: depths }, (_, depth) => depth);
  return {
    told: {
      binMinutes,
      owed: byDepth.map((depth) => [...owed.subarray(depth * bins, (depth + 1) * bins)]),
      onTheLine: [...onTheLine],
      queued: [...queued],
      results: byDepth.map((depth) => ({ done: at(done, depth), again: at(again, depth) })),
    },
    isInPlace,
  };
}

/** Rests follow each other: after so many of them from the first call on, and not before now. */
function soonest(firstAt: number, restsMilliseconds: number, readAt: Instant): Instant {
  return Number.isNaN(firstAt) ? readAt : Math.max(readAt, firstAt + restsMilliseconds);
}

/** Where the last call's time is not told, ends of rests are spread over the time in which they must lie. */
function somewhereIn(from: Instant, to: Instant, contact: number): Instant {
  return from + Math.max(0, to - from) * ((contact * golden) % 1);
}

function add(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}
