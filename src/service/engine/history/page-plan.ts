import type { CallPage, PagedCalls } from "#providers/provider.ts";
import type { Instant } from "#campaign/campaign.ts";
import { newestFirstPlan } from "./newest-first-plan.ts";
import type { RowStore } from "./row-store.ts";
import { sweepPlan } from "./sweep-plan.ts";

/** Which page is read next, decided from what the pages before held. Pure but for the store it fills. */
export type PagePlan = {
  /** The next page, or the instant before which none is worth reading. `interval`: milliseconds between looks. */
  next(now: Instant, interval: number): { page: number } | { notBefore: Instant };
  /** A page arrived; `undefined`: it is as it was last time. */
  took(page: number, content: CallPage | undefined, now: Instant): void;
  /** A page could not be read. Given where the others are worth reading all the same. */
  failed?(page: number, now: Instant): void;
  /** Rows the platform says there are; `undefined` before the first page. */
  readonly total: number | undefined;
  /** Every page was read at least once. */
  readonly complete: boolean;
  /** When the page that was read longest ago was read. */
  readonly oldestReadAt: Instant | undefined;
};

export function planFor(order: PagedCalls["order"], store: RowStore): PagePlan {
  return order === "newest_first" ? newestFirstPlan(store) : sweepPlan(store);
}
