import type { Instant } from "#campaign/campaign.ts";
import type { CallPage } from "#providers/provider.ts";
import type { PagePlan } from "./page-plan.ts";
import type { RowStore } from "./row-store.ts";

/** All pages in turn, again and again: rows change in place, so none is final. */
export function sweepPlan(store: RowStore): PagePlan {
  let sweep = 1;
  let page = 1;
  let lastPage = 1;
  let total: number | undefined;
  let complete = false;
  let sweptAt: Instant | undefined;
  let startedAt: Instant | undefined;
  const readAt: Instant[] = [];
  /** A page of this sweep was stepped over. */
  let hole = false;

  const endSweep = (now: Instant): void => {
    complete ||= !hole;
    sweptAt = startedAt ?? now;
    // A row may move between two pages of one sweep, so only a second absence counts.
    if (!hole) store.dropUnseenSince(sweep - 1);
    readAt.length = Math.min(readAt.length, lastPage);
    hole = false;
    sweep += 1;
    page = 1;
    startedAt = undefined;
  };

  return {
    get complete() {
      return complete;
    },
    get total() {
      return total;
    },
    get oldestReadAt() {
      return readAt.length === 0 ? undefined : readAt.reduce((oldest, at) => Math.min(oldest, at));
    },
    next(now, interval) {
      if (page === 1 && sweptAt !== undefined && now - sweptAt < interval) return { notBefore: sweptAt + interval };
      startedAt ??= now;
      return { page };
    },
    failed(read, now) {
      hole = true;
      if (read >= lastPage) endSweep(now);
      else page = read + 1;
    },
    took(read: number, content: CallPage | undefined, now: Instant) {
      if (content !== undefined) {
        store.add(content.calls, now, sweep);
        total = content.total;
        lastPage = Math.max(1, content.lastPage);
      }
      readAt[read - 1] = now;
      if (read >= lastPage) endSweep(now);
      else page = read + 1;
    },
  };
}
