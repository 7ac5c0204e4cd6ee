import type { Exchange } from "./exchange.ts";
import { createExchange } from "./exchange.ts";
import type { FromWorker, OwnConnection, ToWorker } from "./protocol.ts";
import { startWorker } from "./start-worker.ts";

export type { OwnConnection } from "./protocol.ts";

/** The worker ended by itself. It is started again by the next question, once a minute at most. */
export class WorkerStoppedError extends Error {
  override readonly name = "WorkerStoppedError";
}

/** The only way into the worker. */
export type Door = {
  /** As `fetch`, for paths of Callboard's API and bodies that are strings. */
  fetch(path: string, init: RequestInit): Promise<Response>;
  /** Reads this connection too from now on. Rejects with a sentence for the person who typed it. */
  connect(own: OwnConnection | undefined): Promise<void>;
};

type WorkerLike = Pick<Worker, "terminate" | "addEventListener"> & { postMessage(message: ToWorker): void };

const restartMilliseconds = 60_000;

/** A door to the worker that `start` starts; `now` counts milliseconds. */
export function createDoor(start: () => WorkerLike, now: () => number): Door {
  const exchanges = new Map<number, Exchange>();
  let worker: WorkerLike | undefined;
  let lastId = 0;
  let own: OwnConnection | undefined;
  let stops: number[] = [];

  function stopped(): void {
    worker?.terminate();
    worker = undefined;
    stops = [...stops.filter((at) => now() - at < restartMilliseconds), now()];
    const failed = [...exchanges.values()];
    exchanges.clear();
    for (const exchange of failed) exchange.fail(new WorkerStoppedError("Callboard's worker stopped; it is started again."));
  }

  function begin(): WorkerLike {
    const begun = start();
    begun.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (exchanges.get(data.id)?.receive(data) === true) exchanges.delete(data.id);
    });
    begun.addEventListener("error", (event) => {
      event.preventDefault();
      if (begun === worker) stopped();
    });
    // A worker that was started again has forgotten the connection.
    if (own !== undefined) begun.postMessage({ kind: "connect", id: 0, own });
    return begun;
  }

  function open(exchange: Exchange, message: (id: number) => ToWorker): number {
    const recent = stops.filter((at) => now() - at < restartMilliseconds);
    if (worker === undefined && recent.length > 1) {
      throw new WorkerStoppedError("Callboard's worker stopped twice within a minute. Reload the page to start it again.");
    }
    worker ??= begin();
    lastId += 1;
    exchanges.set(lastId, exchange);
    worker.postMessage(message(lastId));
    return lastId;
  }

  return {
    fetch: (path, { method = "GET", headers, body, signal }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (typeof body === "object" && body !== null) throw new TypeError("Only text is sent to the worker.");
        const withdraw = (): void => {
          if (exchanges.delete(id)) worker?.postMessage({ kind: "abort", id });
        };
        const exchange = createExchange(resolve, reject, withdraw);
        const id = open(exchange, (newId) => ({
          kind: "ask",
          id: newId,
          method,
          path,
          headers: [...new Headers(headers)],
          body: body ?? undefined,
        }));
        signal?.addEventListener("abort", () => {
          withdraw();
          exchange.fail(new DOMException("The question was withdrawn.", "AbortError"));
        });
      }),
    connect: (next) =>
      new Promise((resolve, reject) => {
        const receive = (message: FromWorker): boolean => {
          if (message.kind === "refused") reject(new Error(message.reason));
          else resolve();
          if (message.kind === "connected") own = next;
          return true;
        };
        open({ receive, fail: reject }, (id) => ({ kind: "connect", id, own: next }));
      }),
  };
}

export const workerDoor = createDoor(startWorker, () => performance.now());
