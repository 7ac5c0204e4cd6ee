import { Counter, Histogram, type Registry } from "prom-client";

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** `within`: answers by bucket, each counted in one; the last is beyond all. */
type Route = { answers: Map<string, number>; within: number[]; count: number; seconds: number };

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
          for (const [answer, count] of answers) {
            const [method = "", status = ""] = answer.split(" ");
            this.inc({ route, method, status }, count);
          }
        }
      },
    });
    registry.registerMetric(new RouteSeconds(routes));
  }

  /** All but `seconds` are of closed lists: see `routeOf` and `methodOf`. */
  add(route: string, method: string, status: number, seconds: number): void {
    const known = this.#routes.get(route) ?? this.#begin(route);
    const answer = `${method} ${status}`;
    known.answers.set(answer, (known.answers.get(answer) ?? 0) + 1);
    let place = 0;
    while (place < buckets.length && seconds > (buckets[place] ?? 0)) place += 1;
    known.within[place] = (known.within[place] ?? 0) + 1;
    known.count += 1;
    known.seconds += seconds;
  }

  #begin(route: string): Route {
    const begun = { answers: new Map<string, number>(), within: Array.from({ length: buckets.length + 1 }, () => 0), count: 0, seconds: 0 };
    this.#routes.set(route, begun);
    return begun;
  }
}

const secondsName = "callboard_request_seconds";

/** The histogram of what was counted. */
class RouteSeconds extends Histogram<"route"> {
  readonly #routes: ReadonlyMap<string, Route>;

  constructor(routes: ReadonlyMap<string, Route>) {
    super({ name: secondsName, help: "Seconds from a request to the end of its answer, by route.", labelNames: ["route"], buckets, registers: [] });
    this.#routes = routes;
  }

  override async get() {
    const empty = await super.get();
    const values = [...this.#routes].flatMap(([route, { within, count, seconds }]) => {
      let below = 0;
      const cumulative = buckets.map((le, place) => {
        below += within[place] ?? 0;
        return { labels: { le, route }, value: below, metricName: `${secondsName}_bucket` };
      });
      return [
        ...cumulative,
        { labels: { le: "+Inf", route }, value: count, metricName: `${secondsName}_bucket` },
        { labels: { route }, value: seconds, metricName: `${secondsName}_sum` },
        { labels: { route }, value: count, metricName: `${secondsName}_count` },
      ];
    });
    return { ...empty, values };
  }
}
