import type { Instant } from "#campaign/campaign.ts";
import type { ProviderRequest } from "#providers/provider.ts";
import { keepNewest } from "../keep-newest.ts";
import type { Clock, Connection } from "../ports.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import type { NoAnswer } from "./port.ts";
import { readUpstream } from "./read-upstream.ts";
import { problemOf } from "./upstream-problem.ts";

/** The same request is sent at most this often, whoever looks. */
const freshMilliseconds = 10_000;
const retryMilliseconds = 5_000;
const mostBodies = 50;

/** The bytes of a page, or why there are none. */
export type ListBody = { at: Instant; bytes: Uint8Array } | { at: Instant; problem: NoAnswer };

type Options = { connection: Connection; gate: ConnectionGate; clock: Clock };

/** Pages of a campaign list as they came, each sent for once a moment: viewers share them. */
export class ListBodies {
  readonly #options: Options;
  readonly #bodies = new Map<string, { until: Instant; body: Promise<ListBody> }>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Sends a request, unless it was sent a moment ago. `hasPlace`: the asker holds one of the connection's places for extras. */
  async read(request: ProviderRequest, hasPlace: boolean): Promise<ListBody> {
    const since = this.#options.clock.now();
    const key = JSON.stringify(request);
    const known = this.#bodies.get(key);
    if (known !== undefined && since < known.until) return known.body;
    this.#bodies.delete(key);
    const { extras } = this.#options.gate;
    const leave = hasPlace ? () => {} : extras.begin();
    // Not kept: the next one who asks may find a place.
    if (leave === undefined) return { at: since, problem: extras.heldBack(since) };
    const kept = { until: since + freshMilliseconds, body: this.#fetch(request).finally(leave) };
    this.#bodies.set(key, kept);
    keepNewest(this.#bodies, mostBodies);
    const body = await kept.body;
    if ("problem" in body) kept.until = body.at + retryMilliseconds;
    return body;
  }

  async #fetch(request: ProviderRequest): Promise<ListBody> {
    const { connection, gate, clock } = this.#options;
    const may = await gate.extras.enter(clock);
    const began = clock.now();
    const blocked = may ? undefined : gate.problem(began);
    if (blocked !== undefined) return { at: began, problem: blocked };
    const body = await readUpstream(connection, request, began);
    const at = clock.now();
    if (!body.ok) return { at, problem: gate.failed(body.failure, at) ?? problemOf(body.failure, at, at + retryMilliseconds) };
    gate.succeeded();
    return { at, bytes: body.bytes ?? new Uint8Array() };
  }
}
