import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { Clock } from "../ports.ts";
import type { Extras } from "./extras.ts";
import type { ListResult } from "./port.ts";

/** Campaigns of further pages are not found: a platform's list is gone through within a bound. */
const mostPages = 50;
const keptMilliseconds = 30_000;
/** Going through the list takes at most this share of the time. */
const mostLoad = 0.1;
/** What takes longer is not waited for: what was found last time is as good as there is. */
const patienceMilliseconds = 10_000;

type Page = (page: number) => Promise<ListResult>;
type Options = { pages: readonly Page[]; extras: Extras; none: () => Failed; clock: Clock };
type Failed = ListResult & { ok: false };
type Whole = ListResult & { ok: true };
/** `late` resolves when it has taken long. */
type Walk = { result: Promise<ListResult>; late: Promise<void> };

/** An account that may not read one generation's list may read the other's. */
export function mayBeElsewhere({ problem: { code } }: Failed): boolean {
  return code === "not_found" || code === "forbidden";
}

/**
 * Every campaign of a connection, of each of the platform's ways to list: for viewers who may see
 * only some. It is gone through page by page and kept a while; all such viewers share it.
 */
export class WholeList {
  readonly #options: Options;
  #last: { whole: Whole; until: Instant } | undefined;
  #walk: Walk | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  async answer(): Promise<ListResult> {
    const now = this.#options.clock.now();
    if (this.#last !== undefined && now < this.#last.until) return this.#last.whole;
    if (this.#walk === undefined) {
      const leave = this.#options.extras.begin();
      if (leave === undefined) return this.#last?.whole ?? { ok: false, problem: this.#options.extras.heldBack(now) };
      this.#walk = this.#begin(now, leave);
    }
    const { result, late } = this.#walk;
    return Promise.race([result, late.then(() => this.#last?.whole ?? this.#stillReading())]);
  }

  #begin(began: Instant, leave: () => void): Walk {
    let isLate = (): void => {};
    const late = new Promise<void>((resolve) => {
      isLate = resolve;
    });
    const result = this.#gather(began, isLate).finally(() => {
      leave();
      this.#walk = undefined;
    });
    return { result, late };
  }

  /** `readAt` is that of the page read first. */
  async #gather(began: Instant, isLate: () => void): Promise<ListResult> {
    const { pages, none, clock } = this.#options;
    const found = new Map<string, CampaignSummary>();
    let readAt: Instant | undefined;
    let problem = none();
    for (const read of pages) {
      for (let page = 1, lastPage = 1; page <= Math.min(lastPage, mostPages); page += 1) {
        const result = await read(page);
        if (!result.ok) {
          if (page > 1 || !mayBeElsewhere(result)) return result;
          problem = result;
          break;
        }
        for (const campaign of result.page.campaigns) found.set(campaign.id, campaign);
        readAt = Math.min(readAt ?? result.readAt, result.readAt);
        ({ lastPage } = result.page);
        if (clock.now() - began >= patienceMilliseconds) isLate();
      }
    }
    if (readAt === undefined) return problem;
    const whole: Whole = { ok: true, page: { campaigns: [...found.values()], setAside: [], page: 1, lastPage: 1, total: found.size }, readAt };
    const now = clock.now();
    this.#last = { whole, until: now + Math.max(keptMilliseconds, (now - began) / mostLoad) };
    return whole;
  }

  #stillReading(): Failed {
    const { extras, clock } = this.#options;
    return { ok: false, problem: extras.heldBack(clock.now(), "the list of campaigns is still being read, page by page") };
  }
}
