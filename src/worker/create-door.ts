import type { Exchange } from "./exchange.ts";
import { createExchange } from "./exchange.ts";
import type { FromWorker, OwnConnection, ToWorker } from "./protocol.ts";

/** The worker ended by itself. The next question starts it again, unless that has just failed. */
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

export type StartedWorker = { send(message: ToWorker): void; end(): void };
/** Starts a worker; `stopped` is called when it could not be loaded or failed outside any question. */
export type StartWorker = (receive: (message: FromWorker) => void, stopped: () => void) => StartedWorker;

/** A worker that stopped is started again once within this time. */
const restartMilliseconds = 60_000;

/** A door to the worker that `start` starts; `now` counts milliseconds. */
export function createDoor(start: StartWorker, now: () => number): Door {
  const exchanges = new Map<number, Exchange>();
  let worker: StartedWorker | undefined;
  let lastId = 0;
  let own: OwnConnection | undefined;
  let stops: number[] = [];

  function stopped(): void {
    worker?.end();
    worker = undefined;
    stops.push(now());
    const failed = [...exchanges.values()];
    exchanges.clear();
    for (const exchange of failed) exchange.fail(new WorkerStoppedError("Callboard's worker stopped and is being started again."));
  }

  function begin(): StartedWorker {
    stops = stops.filter((at) => now() - at < restartMilliseconds);
    if (stops.length > 1) {
      throw new WorkerStoppedError("Callboard's worker stopped twice within a minute. Reload the page to start it again.");
    }
    const begun = start(
      (message) => {
        if (exchanges.get(message.id)?.receive(message) === true) exchanges.delete(message.id);
      },
      () => {
        if (begun === worker) stopped();
      },
    );
    // A worker that was started again has forgotten the connection.
    if (own !== undefined) begun.send({ kind: "connect", id: 0, own });
    return begun;
  }

  function open(exchange: Exchange, message: (id: number) => ToWorker): number {
    worker ??= begin();
    lastId += 1;
    exchanges.set(lastId, exchange);
    worker.send(message(lastId));
    return lastId;
  }

  return {
    fetch: (path, { method = "GET", headers, body, signal }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (typeof body === "object" && body !== null) throw new TypeError("Only text is sent to the worker.");
        const withdraw = (): void => {
          if (exchanges.delete(id)) worker?.send({ kind: "abort", id });
        };
        const exchange = createExchange(resolve, reject, withdraw);
        const pairs = [...new Headers(headers)];
        const id = open(exchange, (newId) => ({ kind: "ask", id: newId, method, path, headers: pairs, body: body ?? undefined }));
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
