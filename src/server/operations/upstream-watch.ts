import type { Vitals } from "#service/engine/vitals.ts";
import type { ThreadVitals } from "../engines/told.ts";
import type { Log } from "./log.ts";
import type { UpstreamMetrics } from "./upstream-metrics.ts";

/** An engine that reads a large campaign answers nothing for seconds; one that is silent this long is not well. */
const silentMilliseconds = 30_000;
const patienceMilliseconds = 1_000;

type Options = { ask: () => Promise<ThreadVitals>; log: Log; metrics: UpstreamMetrics; now?: () => number };

/** Looks after the engines: counts what they tell, logs how connections change, knows whether all answer. */
export class UpstreamWatch {
  readonly #options: Options;
  readonly #now: () => number;
  readonly #states = new Map<string, Vitals["state"]>();
  #looking: Promise<void> | undefined;
  #answeredAt = Number.NEGATIVE_INFINITY;

  constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Looks once; those who come meanwhile share it. Resolves after a second even where engines do not answer. */
  async look(): Promise<void> {
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = undefined;
    });
    const patience = AbortSignal.timeout(patienceMilliseconds);
    await Promise.race([this.#looking, new Promise((resolve) => patience.addEventListener("abort", resolve))]);
  }

  /** Whether all engines answer, now or a moment ago. */
  async isWell(): Promise<boolean> {
    await this.look();
    return this.#now() - this.#answeredAt < silentMilliseconds;
  }

  /** Looks every so often until the signal. */
  every(milliseconds: number, until: AbortSignal): void {
    const timer = setInterval(() => void this.look(), milliseconds);
    timer.unref();
    until.addEventListener("abort", () => clearInterval(timer));
  }

  async #ask(): Promise<void> {
    const told = await this.#options.ask().catch(() => undefined);
    if (told === undefined) return;
    this.#answeredAt = this.#now();
    const { metrics } = this.#options;
    for (const { connection, outcome, seconds } of told.requests) metrics.requested(connection, outcome, seconds);
    for (const { connection, outcome } of told.polls) metrics.polled(connection, outcome);
    metrics.vitals(told.connections);
    for (const { connection, state } of told.connections) this.#compare(connection, state);
  }

  /** That nobody looks any more changes nothing; what was wrong is still wrong then. */
  #compare(connection: string, state: Vitals["state"]): void {
    const before = this.#states.get(connection) ?? "ok";
    if (state === "idle" || state === before) return;
    this.#states.set(connection, state);
    this.#options.log.upstream(connection, state, before);
  }
}
