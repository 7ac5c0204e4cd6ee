import type { Call } from "#campaign/call.ts";
import type { Instant } from "#campaign/campaign.ts";

/** A row of a paged history as last read. */
type Row = { call: Call; seenAt: Instant; sweep: number };

/** From the oldest to the newest creation time of some rows. */
export type Stretch = { from: Instant; to: Instant };

/** The stretch of the rows that have a time; nothing lies in that of none. */
export function stretchOf(calls: readonly Call[]): Stretch {
  const stretch = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  for (const { createdAt } of calls) {
    if (createdAt === undefined) continue;
    stretch.from = Math.min(stretch.from, createdAt);
    stretch.to = Math.max(stretch.to, createdAt);
  }
  return stretch;
}

/** Whether a call may still change. */
function isOpen({ outcome }: Call): boolean {
  return outcome === "queued" || outcome === "in_progress";
}

/** All rows of a paged call history that were read so far, each once. */
export class RowStore {
  readonly #rows = new Map<string, Row>();
  readonly #open = new Map<string, Row>();
  /** Given where the platform has no ids of its own: ours, in the order rows were first seen. */
  readonly #ids: Map<string, string> | undefined;
  /** Grows whenever a row is new, changed or dropped. */
  version = 0;

  constructor({ callIds }: { callIds: boolean }) {
    this.#ids = callIds ? undefined : new Map();
  }

  get size(): number {
    return this.#rows.size;
  }

  /** `known`: every row was there before this sweep began, unchanged and final. */
  add(calls: readonly Call[], now: Instant, sweep: number): { known: boolean } {
    let known = calls.length > 0;
    const onPage = new Map<string, number>();
    for (const arrived of calls) {
      const key = this.#keyOf(arrived, onPage);
      const before = this.#rows.get(key);
      const call = before !== undefined && isSame(before.call, arrived) ? before.call : { ...arrived, id: this.#idOf(key) };
      if (before === undefined || before.call !== call) this.version += 1;
      const row = { call, seenAt: now, sweep };
      this.#rows.set(key, row);
      if (isOpen(call)) this.#open.set(key, row);
      else this.#open.delete(key);
      known &&= before !== undefined && before.sweep < sweep && before.call === call && !isOpen(call);
    }
    return { known };
  }

  /** Takes over what changed of the rows that are known; others are left for the look that finds them in their order. */
  update(calls: readonly Call[], now: Instant): void {
    for (const call of calls) {
      const before = this.#rows.get(call.id);
      if (before !== undefined) this.add([call], now, before.sweep);
    }
  }

  /** Drops rows that none of the sweeps from `sweep` on has seen. */
  dropUnseenSince(sweep: number): void {
    for (const [key, row] of this.#rows) {
      if (row.sweep >= sweep) continue;
      this.#rows.delete(key);
      this.#open.delete(key);
      this.version += 1;
    }
  }

  /** The rows, those first seen first. */
  calls(): Call[] {
    return Array.from(this.#rows.values(), ({ call }) => call);
  }

  /** When the open row was read that was read longest ago; one without a time can be found again only by chance. */
  oldestOpen(): { createdAt: Instant; seenAt: Instant } | undefined {
    let oldest: { createdAt: Instant; seenAt: Instant } | undefined;
    for (const { call, seenAt } of this.#open.values()) {
      if (call.createdAt !== undefined && (oldest === undefined || seenAt < oldest.seenAt)) oldest = { createdAt: call.createdAt, seenAt };
    }
    return oldest;
  }

  /** Takes the open rows created in this stretch as read: nothing of it changed, or they are not where they were sought. */
  touch({ from, to }: Stretch, now: Instant): void {
    for (const row of this.#open.values()) {
      const { createdAt } = row.call;
      if (createdAt !== undefined && createdAt >= from && createdAt <= to) row.seenAt = now;
    }
  }

  /** How many rows were created after this instant. */
  countNewer(createdAt: Instant): number {
    let newer = 0;
    for (const { call } of this.#rows.values()) if (call.createdAt !== undefined && call.createdAt > createdAt) newer += 1;
    return newer;
  }

  /**
   * Two rows may share a number where that is all there is to know them by. Only on one page: between
   * two pages of a sweep rows move, and the same one is met twice.
   */
  #keyOf({ id, to }: Call, onPage: Map<string, number>): string {
    if (this.#ids === undefined || (to !== id && to !== `+${id}`)) return id;
    const times = (onPage.get(id) ?? 0) + 1;
    onPage.set(id, times);
    return times === 1 ? id : `${id} #${times}`;
  }

  #idOf(key: string): string {
    if (this.#ids === undefined) return key;
    const id = this.#ids.get(key) ?? `row-${String(this.#ids.size + 1).padStart(7, "0")}`;
    this.#ids.set(key, id);
    return id;
  }
}

function isSame(a: Call, b: Call): boolean {
  return (
    a.outcome === b.outcome &&
    a.word === b.word &&
    a.retries === b.retries &&
    a.attempts === b.attempts &&
    a.to === b.to &&
    a.createdAt === b.createdAt &&
    a.durationSeconds === b.durationSeconds &&
    a.recordingUrl === b.recordingUrl &&
    JSON.stringify(a.dimensions) === JSON.stringify(b.dimensions)
  );
}
