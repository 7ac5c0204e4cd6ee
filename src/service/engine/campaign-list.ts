import type { Instant } from "#campaign/campaign.ts";
import type { ProviderRequest } from "#providers/provider.ts";
import type { UpstreamProblem } from "../api.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import type { ListQuestion, ListResult } from "./port.ts";
import { parseBody, readUpstream, type UpstreamBody } from "./read-upstream.ts";
import { type Failure, problemOf } from "./upstream-problem.ts";

/** The same request is sent at most this often, whoever looks. */
const freshMilliseconds = 10_000;
const retryMilliseconds = 5_000;
const mostBodies = 50;

/** `problem`: of the whole connection, where the failure is. */
type Read = { at: Instant; body: UpstreamBody; problem?: UpstreamProblem | undefined };

/** The campaign list of one connection, page by page; viewers share what is read, also those who search where the platform cannot. */
export class CampaignList {
  readonly #connection: Connection;
  readonly #gate: ConnectionGate;
  readonly #clock: Clock;
  readonly #bodies = new Map<string, { until: Instant; read: Promise<Read> }>();

  /** Which of the platform's ways to list answered last. */
  #answering = 0;

  constructor(connection: Connection, gate: ConnectionGate, clock: Clock) {
    this.#connection = connection;
    this.#gate = gate;
    this.#clock = clock;
  }

  async page(question: ListQuestion): Promise<ListResult> {
    const blocked = this.#gate.problem(this.#clock.now());
    if (blocked !== undefined) return { ok: false, problem: blocked };
    return this.#ask(question);
  }

  /**
   * Tries the platform's ways to list, beginning with the one that answered last. A route that is not
   * known leads to the next, and so does a list without campaigns: an account may have those of another generation.
   */
  async #ask(question: ListQuestion): Promise<ListResult> {
    const { provider, account } = this.#connection;
    const lists = provider.lists(account);
    const now = this.#clock.now();
    const none: Failure = { code: "not_found", status: undefined, detail: `${provider.name} gives this account no list of campaigns` };
    let problem = problemOf(none, now, now + retryMilliseconds);
    let empty: ListResult | undefined;
    for (let step = 0; step < lists.length; step += 1) {
      const place = (this.#answering + step) % lists.length;
      const list = lists[place];
      if (list === undefined) continue;
      const { at, body, ...known } = await this.#body(list.request(question));
      const read = body.ok ? parseBody(body.bytes ?? new Uint8Array(), (json) => list.read(json, question)) : body;
      if (!read.ok) {
        problem = known.problem ?? problemOf(read.failure, at, at + retryMilliseconds);
        // An account that may not read one generation's list may read the other's.
        if (problem.code !== "not_found" && problem.code !== "forbidden") break;
        continue;
      }
      const asked: ListResult = { ok: true, page: read.value, readAt: at };
      if (read.value.total > 0 || question.search !== undefined) {
        this.#answering = place;
        return asked;
      }
      empty ??= asked;
    }
    return empty ?? { ok: false, problem };
  }

  /** Sends a request, unless it was sent a moment ago. */
  async #body(request: ProviderRequest): Promise<Read> {
    const since = this.#clock.now();
    const key = JSON.stringify(request);
    const known = this.#bodies.get(key);
    if (known !== undefined && since < known.until) return known.read;
    this.#bodies.delete(key);
    const [oldest] = this.#bodies.keys();
    if (this.#bodies.size >= mostBodies && oldest !== undefined) this.#bodies.delete(oldest);
    const kept = { until: since + freshMilliseconds, read: this.#fetch(request) };
    this.#bodies.set(key, kept);
    const read = await kept.read;
    if (!read.body.ok) kept.until = read.at + retryMilliseconds;
    return read;
  }

  async #fetch(request: ProviderRequest): Promise<Read> {
    await this.#gate.enter(this.#clock);
    const body = await readUpstream(this.#connection, request, this.#clock.now());
    const at = this.#clock.now();
    if (!body.ok) return { at, body, problem: this.#gate.failed(body.failure, at) };
    this.#gate.succeeded();
    return { at, body };
  }
}
