import type { Call } from "#campaign/call.ts";
import type { CallPage } from "#providers/provider.ts";
import type { PagePlan } from "../page-plan.ts";

/** For tests: a call of a paged history. */
export function pagedCall(about: Partial<Call> & { id: string }): Call {
  const outcome = about.outcome ?? "completed";
  return { to: undefined, outcome, word: outcome, retries: 0, createdAt: undefined, ...about };
}

/** For tests: a platform's list of calls, changed by the test between pages. */
export type PagedPlatform = { calls: Call[]; page(number: number): CallPage };

export function pagedPlatform(calls: Call[], limit: number): PagedPlatform {
  return {
    calls,
    page(number) {
      const { calls: all } = this;
      const lastPage = Math.max(1, Math.ceil(all.length / limit));
      return { calls: all.slice((number - 1) * limit, number * limit), setAside: [], page: number, lastPage, total: all.length };
    },
  };
}

/** For tests: does what the plan asks at this moment until it asks for nothing more; the pages it asked for. */
export function readAll(plan: PagePlan, platform: PagedPlatform, now: number, interval: number, most = 1_000): number[] {
  const pages: number[] = [];
  while (pages.length < most) {
    const step = plan.next(now, interval);
    if (!("page" in step)) return pages;
    pages.push(step.page);
    plan.took(step.page, platform.page(step.page), now);
  }
  throw new Error(`It asked for more than ${most} pages: ${pages.slice(0, 20).join(", ")} …`);
}
