import { Counter, type Registry } from "prom-client";

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** `answers`: by method and status. `within`: answers by bucket, each counted in one; the last is beyond all. */
type Route = { answers: Map<string, Map<number, number>>; within: number[]; count: number; seconds: number };

/**
 * Answers by route, method and status, and how long they took. Counted in plain numbers and written
 * as metrics only when somebody asks: prom-client's own counting would cost a short answer a tenth.
 */
export class RequestCounts {
  readonly #routes = new Map<string, Route>();

  constructor(registry: Registry) {
    const routes = this.#routes;
    new Counter({
      name: "callboard_requests_total",
      help: "Answers by route, method and status; status 499 is an asker who hung up first.",
      labelNames: ["route", "method", "status"],
      registers: [registry],
      collect() {
        this.reset();
        for (const [route, { answers }] of routes) {
          for (const [method, statuses] of answers) {
            for (const [status, count] of statuses) this.inc({ route, method, status }, count);
          }
        }
      },
    });
  }

  /** All but `seconds` are of closed lists: see `routeOf` and `methodOf`. */
  add(route: string, method: string, status: number, seconds: number): void {
    const known = this.#routes.get(route) ?? this.#begin(route);
    const statuses = known.answers.get(method) ?? new Map<number, number>();
    if (statuses.size === 0) known.answers.set(method, statuses);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    let place = 0;
    while (place < buckets.length && seconds > (buckets[place] ?? 0)) place += 1;
    known.within[place] = (known.within[place] ?? 0) + 1;
    known.count += 1;
    known.seconds += seconds;
  }

  /** The histogram of how long answers took, in Prometheus' exposition format: prom-client takes no counts that are there already. */
  secondsText(): string {
    const name = "callboard_request_seconds";
    const lines = [...this.#routes].flatMap(([route, { within, count, seconds }]) => {
      let below = 0;
      const cumulative = buckets.map((least, place) => {
        below += within[place] ?? 0;
        return `${name}_bucket{le="${least}",route="${route}"} ${below}`;
      });
      return [...cumulative, `${name}_bucket{le="+Inf",route="${route}"} ${count}`, `${name}_sum{route="${route}"} ${seconds}`, `${name}_count{route="${route}"} ${count}`];
    });
    return [`# HELP ${name} Seconds from a request to the end of its answer, by route.`, `# TYPE ${name} histogram`, ...lines, ""].join("\n");
  }

  #begin(route: string): Route {
    const begun = { answers: new Map<string, Map<number, number>>(), within: Array.from({ length: buckets.length + 1 }, () => 0), count: 0, seconds: 0 };
    this.#routes.set(route, begun);
    return begun;
  }
}
