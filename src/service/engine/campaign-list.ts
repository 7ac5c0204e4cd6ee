import type { Instant } from "#campaign/campaign.ts";
import type { CampaignListPage } from "#providers/provider.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import type { ListQuestion, ListResult } from "./port.ts";
import { parseBody, readUpstream } from "./read-upstream.ts";
import { sleep } from "./sleep.ts";
import { type Failure, problemOf } from "./upstream-problem.ts";

/** A page of the list is read at most this often, whoever looks. */
const freshMilliseconds = 10_000;
const retryMilliseconds = 5_000;
const mostPages = 50;

/** The campaign list of one connection, page by page; concurrent viewers share a read. */
export class CampaignList {
  readonly #connection: Connection;
  readonly #gate: ConnectionGate;
  readonly #clock: Clock;
  readonly #pages = new Map<string, { at: Instant; result: Promise<ListResult> }>();

  /** Which of the platform's ways to list answered last. */
  #answering = 0;

  constructor(connection: Connection, gate: ConnectionGate, clock: Clock) {
    this.#connection = connection;
    this.#gate = gate;
    this.#clock = clock;
  }

  page(question: ListQuestion): Promise<ListResult> {
    const now = this.#clock.now();
    const key = JSON.stringify([question.page, question.search]);
    const known = this.#pages.get(key);
    if (known !== undefined && now - known.at < freshMilliseconds) return known.result;
    this.#pages.delete(key);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size >= mostPages && oldest !== undefined) this.#pages.delete(oldest);
    const result = this.#read(question, now);
    this.#pages.set(key, { at: now, result });
    return result;
  }

  async #read(question: ListQuestion, now: Instant): Promise<ListResult> {
    const blocked = this.#gate.problem(now);
    if (blocked !== undefined) return { ok: false, problem: blocked };
    const read = await this.#ask(question);
    const at = this.#clock.now();
    if (read.ok) {
      this.#gate.succeeded();
      return { ok: true, page: read.value, readAt: at };
    }
    const problem = this.#gate.failed(read.failure, at) ?? problemOf(read.failure, at, at + retryMilliseconds);
    return { ok: false, problem };
  }

  /** Tries the platform's ways to list, beginning with the one that answered last; a route that is not known leads to the next. */
  async #ask(question: ListQuestion): Promise<{ ok: true; value: CampaignListPage } | { ok: false; failure: Failure }> {
    const { provider, account } = this.#connection;
    const lists = provider.lists(account);
    let failure: Failure = { code: "not_found", status: undefined, detail: `${provider.name} gives this account no list of campaigns` };
    for (let step = 0; step < lists.length; step += 1) {
      const place = (this.#answering + step) % lists.length;
      const list = lists[place];
      if (list === undefined) continue;
      for (let wait = this.#gate.take(this.#clock.now()); wait > 0; wait = this.#gate.take(this.#clock.now())) await sleep(this.#clock, wait);
      const body = await readUpstream(this.#connection, list.request(question), this.#clock.now());
      const page = body.ok ? parseBody(body.bytes ?? new Uint8Array(), (json) => list.read(json, question)) : body;
      if (page.ok) {
        this.#answering = place;
        return page;
      }
      ({ failure } = page);
      // An account that may not read one generation's list may read the other's.
      if (failure.code !== "not_found" && failure.code !== "forbidden") break;
    }
    return { ok: false, failure };
  }
}
