import type { Instant } from "#campaign/campaign.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import type { ListQuestion, ListResult } from "./port.ts";
import { parseBody, readUpstream } from "./read-upstream.ts";
import { problemOf } from "./upstream-problem.ts";

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
    const wait = this.#gate.take(now);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const { provider } = this.#connection;
    const body = await readUpstream(this.#connection, provider.listRequest(question), this.#clock.now());
    const read = body.ok ? parseBody(body.bytes, provider.readList) : body;
    const at = this.#clock.now();
    if (read.ok) {
      this.#gate.succeeded();
      return { ok: true, page: read.value, readAt: at };
    }
    const problem = this.#gate.failed(read.failure, at) ?? problemOf(read.failure, at, at + retryMilliseconds);
    return { ok: false, problem };
  }
}
