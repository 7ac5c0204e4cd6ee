import type { UpstreamOutcome } from "#service/ports.ts";
import type { Vitals } from "#service/engine/vitals.ts";
import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What platforms were asked, what came of it, and how old what is shown is. */
export class UpstreamMetrics {
  readonly #requests: Counter<"connection" | "outcome">;
  readonly #seconds: Histogram<"connection">;
  readonly #polls: Counter<"connection" | "outcome">;
  readonly #state: Gauge<"connection" | "state">;
  readonly #campaigns: Gauge<"connection">;
  #vitals: readonly Vitals[] = [];

  constructor(registry: Registry) {
    const registers = [registry];
    const labelNames = ["connection"] as const;
    this.#requests = new Counter({ name: "callboard_upstream_requests_total", help: "Requests to platforms, by what came back.", labelNames: ["connection", "outcome"], registers });
    this.#seconds = new Histogram({
      name: "callboard_upstream_request_seconds",
      help: "Seconds from a request to a platform to the end of its answer.",
      labelNames,
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    });
    this.#polls = new Counter({ name: "callboard_polls_total", help: "Readings of campaigns, by what came of them.", labelNames: ["connection", "outcome"], registers });
    this.#state = new Gauge({ name: "callboard_upstream_state", help: "1 for the state a connection is in: idle, ok, or what is wrong.", labelNames: ["connection", "state"], registers });
    this.#campaigns = new Gauge({ name: "callboard_campaigns", help: "Campaigns that somebody looks at.", labelNames, registers });
    // Ages go on while nobody is told anything, so they are worked out when asked for.
    const age = (name: string, help: string, since: "readAt" | "dueAt"): void => {
      const vitals = (): readonly Vitals[] => this.#vitals;
      new Gauge({
        name,
        help,
        labelNames,
        registers,
        collect() {
          this.reset();
          for (const { connection, [since]: at } of vitals()) {
            if (at !== undefined) this.set({ connection }, Math.max(0, (Date.now() - at) / 1_000));
          }
        },
      });
    };
    age("callboard_data_age_seconds", "Age of the oldest campaign that somebody looks at.", "readAt");
    age("callboard_data_overdue_seconds", "How long ago the most overdue of them should have been read again.", "dueAt");
  }

  requested(connection: string, outcome: UpstreamOutcome, seconds: number): void {
    this.#requests.inc({ connection, outcome });
    this.#seconds.observe({ connection }, seconds);
  }

  polled(connection: string, outcome: UpstreamOutcome): void {
    this.#polls.inc({ connection, outcome });
  }

  vitals(all: readonly Vitals[]): void {
    this.#vitals = all;
    this.#state.reset();
    for (const { connection, state, campaigns } of all) {
      this.#state.set({ connection, state }, 1);
      this.#campaigns.set({ connection }, campaigns);
    }
  }
}
