import type { Call, SetAside } from "#campaign/call.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { Listing } from "#campaign/counters.ts";
import type { Reports } from "#campaign/reports.ts";
import type { CallPage, PagedCalls } from "#providers/provider.ts";
import type { UpstreamProblem } from "../../api.ts";
import type { Clock, Connection } from "../../ports.ts";
import { backOffMilliseconds } from "../back-off.ts";
import type { ConnectionGate } from "../connection-gate.ts";
import { parseBody, readUpstream } from "../read-upstream.ts";
import { sleep } from "../sleep.ts";
import { type Failure, problemOf } from "../upstream-problem.ts";
import { type PagePlan, planFor } from "./page-plan.ts";
import { RowStore } from "./row-store.ts";

export type HistoryOptions = {
  connection: Connection;
  source: PagedCalls;
  reports: Reports;
  gate: ConnectionGate;
  clock: Clock;
  random: () => number;
  /** Milliseconds between looks for what is new, as the campaign's state asks. */
  interval: () => number;
};

/** Pages are read on for this long after somebody last looked. */
const awakeMilliseconds = 30_000;
const longestSleepMilliseconds = 1_000;
/** Requests left in the bucket for what somebody waits for. */
const reserve = 3;
/** More pages than this are not gone through: two million rows are past any use. */
const mostPages = 20_000;
const pageBackOff = { first: 5_000, most: 5 * 60_000 };

/** Reads a call history that comes in pages, in the background while somebody looks, within the connection's limit. */
export class CallHistory {
  readonly #options: HistoryOptions;
  readonly #store: RowStore;
  readonly #plan: PagePlan;
  readonly #etags = new Map<number, string>();
  readonly #setAside = new Map<number, SetAside[]>();
  #asideVersion = 0;
  #lastPage = 1;
  #problem: UpstreamProblem | undefined;
  #failures = 0;
  #failedPage: number | undefined;
  #awakeUntil: Instant = 0;
  #running = false;
  #first: Promise<void> | undefined;
  #firstDone: () => void = () => {};

  constructor(options: HistoryOptions) {
    this.#options = options;
    this.#store = new RowStore(options.reports);
    this.#plan = planFor(options.source.order, this.#store);
  }

  /** Somebody looks. Resolves once the first page was read, or could not be. */
  wake(): Promise<void> {
    this.#awakeUntil = this.#options.clock.now() + awakeMilliseconds;
    this.#first ??= new Promise((resolve) => {
      this.#firstDone = resolve;
    });
    if (!this.#running) void this.#run();
    return this.#first;
  }

  /** Stops after the page under way. */
  stop(): void {
    this.#awakeUntil = 0;
  }

  calls(): Call[] {
    return this.#store.calls();
  }

  get setAside(): SetAside[] {
    return [...this.#setAside.values()].flat();
  }

  get listing(): Listing {
    return { listed: this.#store.size, total: this.#plan.total, complete: this.#plan.complete };
  }

  /** Changes whenever calls, listing or what was set aside do. */
  get version(): string {
    return `${this.#store.version} ${this.#asideVersion} ${this.#plan.total} ${this.#plan.complete} ${this.#problem?.code}`;
  }

  get oldestReadAt(): Instant | undefined {
    return this.#plan.oldestReadAt;
  }

  get problem(): UpstreamProblem | undefined {
    return this.#problem;
  }

  async #run(): Promise<void> {
    const { clock } = this.#options;
    this.#running = true;
    for (let now = clock.now(); now < this.#awakeUntil; now = clock.now()) {
      const wait = this.#waitUntil(now) - now;
      const step = wait > 0 ? undefined : this.#plan.next(now, this.#options.interval());
      if (step !== undefined && "page" in step) {
        if (await this.#turn(now)) await this.#read(step.page);
        continue;
      }
      const pause = step === undefined ? wait : step.notBefore - now;
      await sleep(clock, Math.min(Math.max(pause, 10), longestSleepMilliseconds));
    }
    this.#running = false;
  }

  /** The first page is an extra like the campaign's first reading; the others are read behind what somebody waits for. `false`: not now. */
  async #turn(now: Instant): Promise<boolean> {
    const { clock, gate } = this.#options;
    if (this.#plan.total === undefined) return gate.extras.enter(clock);
    const left = gate.take(now, reserve);
    if (left > 0) await sleep(clock, left);
    return left === 0;
  }

  #waitUntil(now: Instant): Instant {
    return Math.max(this.#options.gate.problem(now)?.retryAt ?? 0, this.#problem?.retryAt ?? 0);
  }

  async #read(page: number): Promise<void> {
    const { connection, source, gate, clock } = this.#options;
    const body = await readUpstream(connection, source.request(page), clock.now(), source.validators ? this.#etags.get(page) : undefined);
    const now = clock.now();
    if (!body.ok) this.#fail(page, body.failure, now);
    else if (body.bytes === undefined) {
      gate.succeeded();
      this.#took(page, undefined, now);
    }
    else {
      const content = parseBody(body.bytes, source.read);
      if (!content.ok) this.#fail(page, content.failure, now);
      else {
        if (body.etag !== undefined) this.#etags.set(page, body.etag);
        gate.succeeded();
        this.#took(page, content.value, now);
      }
    }
    this.#firstDone();
  }

  #took(page: number, content: CallPage | undefined, now: Instant): void {
    if (content !== undefined) this.#keepAside(page, content);
    this.#plan.took(page, content && { ...content, lastPage: Math.min(content.lastPage, mostPages) }, now);
    // A page that fails again and again is asked for more and more rarely, however well the others do.
    if (this.#failedPage !== undefined && this.#failedPage !== page) return;
    this.#failedPage = undefined;
    this.#problem = undefined;
    this.#failures = 0;
  }

  /** Notes what a page set aside. */
  #keepAside(page: number, { setAside, lastPage }: CallPage): void {
    if (JSON.stringify(this.#setAside.get(page) ?? []) !== JSON.stringify(setAside)) this.#asideVersion += 1;
    if (setAside.length > 0) this.#setAside.set(page, setAside);
    else this.#setAside.delete(page);
    if (lastPage < this.#lastPage) this.#forgetAfter(Math.max(page, lastPage));
    this.#lastPage = Math.max(page, lastPage);
  }

  /** Pages that are there no more set nothing aside; should they come back, they are read as new. */
  #forgetAfter(lastPage: number): void {
    for (const page of this.#etags.keys()) if (page > lastPage) this.#etags.delete(page);
    for (const page of this.#setAside.keys()) if (page > lastPage && this.#setAside.delete(page)) this.#asideVersion += 1;
  }

  #fail(page: number, failure: Failure, now: Instant): void {
    this.#failures += 1;
    this.#failedPage = page;
    this.#plan.failed?.(page, now);
    const since = this.#problem?.since ?? now;
    const retryAt = now + backOffMilliseconds(this.#failures, pageBackOff, this.#options.random);
    this.#problem = this.#options.gate.failed(failure, now) ?? problemOf(failure, since, retryAt);
  }
}
