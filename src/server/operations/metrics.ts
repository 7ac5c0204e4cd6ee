import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";
import type { Place } from "./log.ts";
import { RequestCounts } from "./request-counts.ts";
import { Seen } from "./seen.ts";
import { UpstreamMetrics } from "./upstream-metrics.ts";

/** All that is counted. Labels are of closed lists, or the names of configured connections. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests = new RequestCounts(this.#registry);
  readonly #failures: Counter<"place">;
  readonly #displays: Gauge<"state">;
  readonly #homes: Gauge<"connection">;
  readonly #history: Counter<"outcome">;
  readonly #webhooks: Counter<"outcome">;
  readonly #seen = new Seen();
  readonly upstream = new UpstreamMetrics(this.#registry);

  constructor(version: string) {
    const registers = [this.#registry];
    const seen = this.#seen;
    new Gauge({
      name: "callboard_viewers",
      help: "Different viewers in the last minute; in access mode open all are one.",
      registers,
      collect() {
        this.set(seen.count(performance.now()));
      },
    });
    this.#displays = new Gauge({ name: "callboard_displays", help: "Paired displays: on, where they asked for something in the last five minutes, or off.", labelNames: ["state"], registers });
    this.#homes = new Gauge({ name: "callboard_home", help: "1 where this host is the home of a connection: of those that share a database, the one that reads what is watched and keeps history.", labelNames: ["connection"], registers });
    this.#history = new Counter({ name: "callboard_history_sightings_total", help: "Readings of campaigns that history kept, or lost because its database did not answer.", labelNames: ["outcome"], registers });
    this.#webhooks = new Counter({ name: "callboard_webhook_messages_total", help: "Tries to send an alert to a webhook, by what came of them.", labelNames: ["outcome"], registers });
    this.#failures = new Counter({ name: "callboard_failures_total", help: "Failures of Callboard itself, by where they came up.", labelNames: ["place"], registers });
    for (const place of ["answer", "engine", "history", "process"] as const) this.#failures.inc({ place }, 0);
    new Gauge({ name: "callboard_build_info", help: "Always 1; the version is the label.", labelNames: ["version"], registers }).set({ version }, 1);
  }

  /** Counts the process too: memory, processor time, event loop, collections. Once a process. */
  withProcess(): this {
    collectDefaultMetrics({ register: this.#registry });
    return this;
  }

  answered(route: string, method: string, status: number, seconds: number): void {
    this.#requests.add(route, method, status, seconds);
  }

  viewer(key: string, now: number): void {
    this.#seen.note(key, now);
  }

  /** `undefined`: not known. */
  displays(counts: { on: number; off: number } | undefined): void {
    this.#displays.reset();
    for (const [state, count] of Object.entries(counts ?? {})) this.#displays.set({ state }, count);
  }

  home(connection: string, isHome: boolean): void {
    this.#homes.set({ connection }, isHome ? 1 : 0);
  }

  /** Readings of campaigns that were added to their history, and those that could not be. */
  history(kept: number, lost: number): void {
    this.#history.inc({ outcome: "kept" }, kept);
    this.#history.inc({ outcome: "lost" }, lost);
  }

  /** A message to a webhook was tried. */
  webhook(outcome: string): void {
    this.#webhooks.inc({ outcome });
  }

  failed(place: Place): void {
    this.#failures.inc({ place });
  }

  /** The exposition format of Prometheus, and its content type. */
  async text(): Promise<{ text: string; contentType: string }> {
    return { text: `${await this.#registry.metrics()}\n${this.#requests.secondsText()}`, contentType: this.#registry.contentType };
  }
}
