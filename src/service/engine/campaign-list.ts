import type { Instant } from "#campaign/campaign.ts";
import type { CampaignListFilter, CampaignListPage, CampaignListSource } from "#providers/provider.ts";
import { keepNewest } from "../keep-newest.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import { ListBodies } from "./list-bodies.ts";
import type { ListQuestion, ListResult } from "./port.ts";
import { parseBody } from "./read-upstream.ts";
import { problemOf } from "./upstream-problem.ts";
import { mayBeElsewhere, WholeList } from "./whole-list.ts";

const retryMilliseconds = 5_000;
/** How long a list is believed to end where it ended, and of how many lists that is remembered. */
const endMilliseconds = 60_000;
const mostEnds = 500;

/** The campaign list of one connection, page by page; viewers share what is read, also those who search where the platform cannot. */
export class CampaignList {
  readonly #connection: Connection;
  readonly #gate: ConnectionGate;
  readonly #clock: Clock;
  readonly #bodies: ListBodies;
  readonly #whole: WholeList;
  /** The last page of each list, by its place and what was searched for. */
  readonly #ends = new Map<string, { until: Instant; lastPage: number }>();

  /** Which of the platform's ways to list answered last. */
  #answering = 0;

  constructor(connection: Connection, gate: ConnectionGate, clock: Clock) {
    this.#connection = connection;
    this.#gate = gate;
    this.#clock = clock;
    this.#bodies = new ListBodies({ connection, gate, clock });
    const pages = connection.provider.lists(connection.account).map((list) => (page: number) => this.#read(list, { page, search: undefined }, true));
    this.#whole = new WholeList({ pages, extras: gate.extras, none: () => this.#none(), clock });
  }

  async answer(question: ListQuestion): Promise<ListResult> {
    const blocked = this.#gate.problem(this.#clock.now());
    if (blocked !== undefined) return { ok: false, problem: blocked };
    return "all" in question ? this.#whole.answer() : this.#ask(question);
  }

  /**
   * Tries the platform's ways to list, beginning with the one that answered last. A route that is not
   * known leads to the next, and so does a list without campaigns: an account may have those of another generation.
   */
  async #ask(question: CampaignListFilter): Promise<ListResult> {
    const { provider, account } = this.#connection;
    const lists = provider.lists(account);
    let last = this.#none();
    let empty: ListResult | undefined;
    for (let step = 0; step < lists.length; step += 1) {
      const place = (this.#answering + step) % lists.length;
      const list = lists[place];
      if (list === undefined) continue;
      const read = await this.#within(list, place, question);
      if (!read.ok) {
        last = read;
        if (!mayBeElsewhere(read)) break;
        continue;
      }
      if (read.page.total > 0 || question.search !== undefined) {
        this.#answering = place;
        return read;
      }
      empty ??= read;
    }
    return empty ?? last;
  }

  /** The page asked for, or the last one: pages that are not there cost the platform nothing. */
  async #within(list: CampaignListSource, place: number, { page, search }: CampaignListFilter): Promise<ListResult> {
    const key = JSON.stringify([place, search]);
    const now = this.#clock.now();
    const end = this.#ends.get(key);
    const wanted = end !== undefined && now < end.until ? Math.min(page, end.lastPage) : page;
    const read = await this.#read(list, { page: wanted, search }, false);
    if (!read.ok) return read;
    const { lastPage } = read.page;
    this.#ends.delete(key);
    this.#ends.set(key, { until: now + endMilliseconds, lastPage });
    keepNewest(this.#ends, mostEnds);
    return wanted > lastPage ? this.#read(list, { page: lastPage, search }, false) : read;
  }

  async #read(list: CampaignListSource, filter: CampaignListFilter, hasPlace: boolean): Promise<ListResult> {
    const body = await this.#bodies.read(list.request(filter), hasPlace);
    if ("problem" in body) return { ok: false, problem: body.problem };
    const { at, bytes } = body;
    const read = parseBody<CampaignListPage>(bytes, (json) => list.read(json, filter));
    return read.ok ? { ok: true, page: read.value, readAt: at } : { ok: false, problem: problemOf(read.failure, at, at + retryMilliseconds) };
  }

  #none(): ListResult & { ok: false } {
    const now = this.#clock.now();
    const detail = `${this.#connection.provider.name} gives this account no list of campaigns`;
    return { ok: false, problem: problemOf({ code: "not_found", status: undefined, detail }, now, now + retryMilliseconds) };
  }
}
