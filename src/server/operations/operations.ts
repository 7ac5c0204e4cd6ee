import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Buckets } from "./buckets.ts";
import type { AccessEvent, Log, Place } from "./log.ts";
import type { Limits } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import { newRequestId, requestIdHeader, requestIdOf } from "./request-id.ts";
import { methodOf, routeOf } from "./routes.ts";

/** The status that is counted where the asker hung up before there was an answer. */
const hungUp = 499;

/** Whoever is refused asks again; more lines than these say nothing more. The metrics count all. */
const linesOfAccess = { perSecond: 5, burst: 100 };

type Parts = { log: Log; metrics: Metrics; limits: Limits; basePath: string };
type Finished = { requestId: string; route: string; method: string; status: number; since: number; viewer: string | undefined };

/** Keeps account of every answer: its id, its count, its line in the log. */
export class Operations {
  readonly #parts: Parts;
  readonly limits: Limits;
  readonly #viewers = new WeakMap<IncomingMessage, string>();
  /** Names are hashed with it: from a log nobody can find out whether a certain person was there. */
  readonly #salt = randomBytes(16);
  readonly #lines = new Buckets(linesOfAccess, () => performance.now());

  constructor(parts: Parts) {
    this.#parts = parts;
    this.limits = parts.limits;
  }

  /** Before an answer of any length: it goes out with an id, and is counted when it is over. */
  begin(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const since = performance.now();
    const requestId = newRequestId();
    outgoing.setHeader(requestIdHeader, requestId);
    const { url = "", method } = incoming;
    outgoing.once("close", () => {
      const status = outgoing.headersSent ? outgoing.statusCode : hungUp;
      this.finished({ requestId, route: routeOf(url, this.#parts.basePath), method: methodOf(method), status, since, viewer: this.#viewers.get(incoming) });
    });
  }

  /** Who asks, once that is known. */
  by(incoming: IncomingMessage, viewer: string): void {
    this.#viewers.set(incoming, viewer);
  }

  finished({ requestId, route, method, status, since, viewer }: Finished): void {
    const { log, metrics } = this.#parts;
    const now = performance.now();
    if (viewer !== undefined) metrics.viewer(viewer, now);
    metrics.answered(route, method, status, (now - since) / 1_000);
    if (log.writesRequests) log.answered({ requestId, route, method, status, milliseconds: Math.round(now - since), viewer: viewer && this.#hashed(viewer) });
  }

  /** `reason`: one of a closed list of words. */
  access(event: AccessEvent, incoming: IncomingMessage, outgoing: ServerResponse, reason?: string): void {
    if (this.#lines.take(event) > 0) return;
    const viewer = this.#viewers.get(incoming);
    const route = routeOf(incoming.url ?? "", this.#parts.basePath);
    this.#parts.log.access(event, { requestId: requestIdOf(outgoing), route, viewer: viewer && this.#hashed(viewer), reason });
  }

  /** Readings that history kept or lost. */
  history(kept: number, lost: number): void {
    this.#parts.metrics.history(kept, lost);
  }

  /** A message to a webhook was tried. */
  webhook(outcome: "sent" | "failed" | "given_up"): void {
    const { log, metrics } = this.#parts;
    metrics.webhook(outcome);
    if (outcome !== "sent") log.webhook(outcome);
  }

  failed(place: Place, error: unknown, outgoing?: ServerResponse): void {
    this.#parts.metrics.failed(place);
    this.#parts.log.failed(place, error, outgoing && requestIdOf(outgoing));
  }

  #hashed(viewer: string): string {
    return createHash("sha256").update(this.#salt).update(viewer).digest("hex").slice(0, 8);
  }
}
