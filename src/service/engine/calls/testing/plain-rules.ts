/*
 * For tests: the rules of the call table written as plainly as possible over
 * objects, without columns, caches or speed.
 */
import type { Call } from "#campaign/call.ts";
import { contactKey } from "#campaign/contact-number.ts";
import { contactState, type FinalityRules } from "#campaign/contact-state.ts";
import { outcomes } from "#campaign/outcome.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { CallsQuery } from "#service/api.ts";

/** A listed call, the poll it arrived in, and whether the last answer lacked it. */
export type Entry = { call: Call; poll: number; missing: boolean; position: number };

const created = (call: Call) => call.createdAt ?? Number.NEGATIVE_INFINITY;
const beats = (call: Call, index: number, other: Call, at: number) =>
  created(call) > created(other) || (created(call) === created(other) && index > at);

/** What is listed after one more poll. */
export function nextEntries(before: Entry[], body: Call[], poll: number): Entry[] {
  const winners = body.filter((call, index) => !body.some((other, at) => other.id === call.id && at !== index && beats(other, at, call, index)));
  const missing = before.filter(({ call }) => !body.some(({ id }) => id === call.id));
  const entries = [
    ...missing.filter((entry) => !entry.missing).map((entry) => ({ ...entry, missing: true })),
    ...winners.map((call) => ({ call, poll: before.find((entry) => entry.call.id === call.id)?.poll ?? poll, missing: false })),
  ];
  return entries.map((entry, position) => ({ ...entry, position }));
}

const groupKey = ({ call }: Entry) => (call.to === undefined ? `id ${call.id}` : `to ${contactKey(call.to)}`);

/** The last row and the attempts of an entry's number. */
export function numberOf(entry: Entry, entries: Entry[]) {
  const rows = entries.filter((other) => groupKey(other) === groupKey(entry));
  const sorted = rows.toSorted((a, b) =>
    created(a.call) === created(b.call) ? a.call.retries - b.call.retries || a.position - b.position : created(a.call) < created(b.call) ? -1 : 1,
  );
  return { last: sorted.at(-1) ?? entry, attempts: Math.max(rows.length, ...rows.map(({ call }) => 1 + call.retries)) };
}

function fits({ call }: Entry, retries: number, query: CallsQuery): boolean {
  const clock = zoneClock("America/New_York");
  const local = call.createdAt === undefined ? undefined : clock.local(call.createdAt);
  const digits = (text: string) => text.replace(/\D/g, "");
  const found = (q: string) =>
    `${call.id}\n${call.to ?? ""}`.toLowerCase().includes(q.toLowerCase()) ||
    (/^[\d+ ()-]*\d[\d+ ()-]*$/.test(q) && digits(call.to ?? "").includes(digits(q)));
  return (
    (query.outcome.length === 0 || query.outcome.includes(call.outcome)) &&
    (query.retries.length === 0 || query.retries.includes(retries)) &&
    (query.q === undefined || found(query.q)) &&
    Object.entries(query.dimensions).every(([id, words]) => call.dimensions?.[id]?.some((word) => words.includes(word)) === true) &&
    (query.since === undefined || (call.createdAt ?? Number.NaN) >= query.since) &&
    (query.until === undefined || (call.createdAt ?? Number.NaN) < query.until) &&
    (query.slot === undefined || (local !== undefined && query.slot === `${local.weekday}-${local.hour}`))
  );
}

/** A window of the entries, as a reader sees it whose anchor is the poll `seen`. */
export function plainView(entries: Entry[], query: CallsQuery, rules: FinalityRules, seen: number) {
  const grouped = query.group === "number" && (entries.length === 0 || entries.some(({ call }) => call.to !== undefined));
  const selected = (visible: Entry[]) =>
    visible
      .map((entry) => ({ entry, ...numberOf(entry, visible) }))
      .filter(({ entry, last }) => !grouped || last === entry)
      .map(({ entry, last, attempts }) => ({ entry, last, attempts, retries: grouped ? attempts - 1 : entry.call.retries }))
      .filter(({ entry, retries }) => fits(entry, retries, query));
  const shown = selected(entries.filter(({ poll }) => poll <= seen));
  const keyOf = ({ entry: { call }, retries }: (typeof shown)[number]): string | number | undefined =>
    new Map<string, string | number | undefined>(Object.entries({
      created: call.createdAt,
      to: call.to === undefined ? undefined : contactKey(call.to),
      outcome: outcomes.indexOf(call.outcome),
      retries,
      duration: call.durationSeconds,
      id: call.id,
      "by.mood": call.dimensions?.["mood"]?.join(", ") || undefined,
    })).get(query.sort);
  shown.sort((a, b) => {
    const [keyA, keyB] = [keyOf(a), keyOf(b)];
    if (keyA === keyB) return a.entry.call.id < b.entry.call.id ? -1 : 1;
    if (keyA === undefined || keyB === undefined) return keyA === undefined ? 1 : -1;
    return keyA < keyB === query.descending ? 1 : -1;
  });
  const rows = shown.map(({ entry, last, attempts, retries }) => ({
    ...(entry.call.durationSeconds === undefined ? withoutDuration(entry.call) : entry.call),
    retries,
    attempts,
    state: contactState(last.call.outcome, attempts - 1, rules),
  }));
  return {
    group: grouped ? "number" : "call",
    total: rows.length,
    rows: rows.slice(query.offset, query.offset + query.limit),
    newer: selected(entries).filter(({ entry }) => entry.poll > seen).length,
  };
}

/** A row says nothing of what is not reported. */
function withoutDuration({ durationSeconds: _notReported, ...call }: Call): Omit<Call, "durationSeconds"> {
  return call;
}
