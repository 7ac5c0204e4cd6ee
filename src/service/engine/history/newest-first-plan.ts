import type { Instant } from "#campaign/campaign.ts";
import type { CallPage } from "#providers/provider.ts";
import type { PagePlan } from "./page-plan.ts";
import { type RowStore, type Stretch, stretchOf } from "./row-store.ts";

/** A history that ended with fewer rows than the platform counts is gone through again after this long. */
const againMilliseconds = 30 * 60_000;

/**
 * The newest page first and again every interval, on to older ones until a page holds
 * nothing new; between looks older history fills in, then pages with open rows are read again.
 */
export function newestFirstPlan(store: RowStore): PagePlan {
  /** Pages from the top that were read without a gap; older ones fill in behind. */
  let frontier = 0;
  let lastPage = 1;
  let pageSize = 1;
  /** As the newest page told it: what came since is not looked for yet. */
  let total: number | undefined;
  let complete = false;
  /** The oldest page was read; the look that follows completes the history. */
  let filled = false;
  let filledAt: Instant = 0;
  /** The page of the look under way; 0 between looks. */
  let looking = 1;
  /** Rows move down while a look goes on: what this very look has seen does not end it. */
  let looks = 1;
  /** No page was missing when the look began. */
  let wasWhole = false;
  let lookedAt: Instant | undefined;
  let sought: { page: number; createdAt: Instant } | undefined;
  const stretches = new Map<number, Stretch>();

  const endLook = (now: Instant, atKnown: boolean): void => {
    looking = 0;
    lookedAt = now;
    complete ||= filled;
    // What made the list longer stood on top of it: its end is known.
    if (atKnown && wasWhole) frontier = lastPage;
  };
  const beginLook = (): void => {
    looking = 1;
    looks += 1;
    wasWhole = filled && frontier >= lastPage;
  };
  const fillIn = (page: number, now: Instant): void => {
    frontier = page;
    if (frontier < lastPage) return;
    filledAt = now;
    if (filled) return;
    filled = true;
    if (looking === 0) beginLook();
  };
  const openPage = (now: Instant, interval: number): number | undefined => {
    const open = store.oldestOpen();
    if (open === undefined || now - open.seenAt < interval) return undefined;
    const page = Math.min(lastPage, 1 + Math.floor(store.countNewer(open.createdAt) / pageSize));
    sought = { page, createdAt: open.createdAt };
    return page;
  };

  return {
    get complete() {
      return complete;
    },
    get total() {
      return total;
    },
    get oldestReadAt() {
      const open = store.oldestOpen()?.seenAt;
      return lookedAt === undefined || open === undefined ? lookedAt : Math.min(lookedAt, open);
    },
    next(now, interval) {
      if (looking === 0 && lookedAt !== undefined && now - lookedAt >= interval) beginLook();
      if (looking > 0) return { page: looking };
      if (frontier < lastPage) return { page: frontier + 1 };
      if (store.size < (total ?? 0) && now - filledAt >= againMilliseconds) {
        frontier = 0;
        return { page: 1 };
      }
      const page = openPage(now, interval);
      return page === undefined ? { notBefore: (lookedAt ?? now) + interval } : { page };
    },
    took(page: number, content: CallPage | undefined, now: Instant) {
      // A page read for an open call alone may lie above calls that no look has seen yet.
      const aside = sought?.page === page && page !== looking && page !== frontier + 1;
      if (aside && content !== undefined) store.update(content.calls, now);
      const known = content === undefined || (!aside && store.add(content.calls, now, looks).known);
      const unchanged = content === undefined ? stretches.get(page) : undefined;
      if (unchanged !== undefined) store.touch(unchanged, now);
      if (content !== undefined) {
        stretches.set(page, stretchOf(content.calls));
        if (!aside) lastPage = Math.max(1, content.lastPage);
        if (page === 1) total = content.total;
        if (page === 1 && content.calls.length > 0) pageSize = content.calls.length;
      }
      if (sought?.page === page) {
        store.touch({ from: sought.createdAt, to: sought.createdAt }, now);
        sought = undefined;
      }
      if (page === frontier + 1) fillIn(page, now);
      if (page !== looking) return;
      // What is known and final ends the look; so does the stretch that still fills in.
      if (known || page >= Math.min(frontier, lastPage)) endLook(now, known);
      else looking += 1;
    },
  };
}
