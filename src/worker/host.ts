import { operator } from "#service/access/viewer.ts";
import type { Service } from "#service/ports.ts";
import type { FromWorker, OwnConnection, ToWorker } from "./protocol.ts";

type Ask = Extract<ToWorker, { kind: "ask" }>;

export type HostOptions = {
  /** Makes a service; a thrown error's message tells the person why their connection was refused. */
  serve(own: OwnConnection | undefined): Service;
  post(message: FromWorker, transfer: ArrayBuffer[]): void;
  /** What relative paths are resolved against; nothing is ever sent there. */
  origin: string;
};

/** Answers the page's questions from a service that runs right here. */
export function createHost({ serve, post, origin }: HostOptions): { receive(message: ToWorker): void } {
  let service: Service | undefined;
  const running = new Map<number, AbortController>();

  function connect(id: number, own: OwnConnection | undefined): void {
    try {
      const before = service;
      service = serve(own);
      before?.stop?.();
      post({ kind: "connected", id }, []);
    } catch (error) {
      post({ kind: "refused", id, reason: error instanceof Error ? error.message : "The connection was refused." }, []);
    }
  }

  async function sendOn(id: number, reader: ReadableStreamDefaultReader<Uint8Array>, signal: AbortSignal): Promise<void> {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      if (signal.aborted) return reader.cancel();
      // A copy: what the service sends may be the bytes it keeps for the next reader.
      const bytes = value.slice().buffer;
      post({ kind: "chunk", id, bytes }, [bytes]);
    }
  }

  async function answer({ id, method, path, headers, body }: Ask, signal: AbortSignal): Promise<void> {
    service ??= serve(undefined);
    const request = new Request(new URL(path, origin), { method, headers, signal, ...(body === undefined ? {} : { body }) });
    const response = await service.fetch(request, operator);
    post({ kind: "head", id, status: response.status, headers: [...response.headers] }, []);
    if (response.body !== null) await sendOn(id, response.body.getReader(), signal);
    post({ kind: "end", id }, []);
  }

  async function run(ask: Ask): Promise<void> {
    const controller = new AbortController();
    running.set(ask.id, controller);
    try {
      await answer(ask, controller.signal);
    } catch {
      post({ kind: "broken", id: ask.id }, []);
    } finally {
      running.delete(ask.id);
    }
  }

  return {
    receive(message) {
      if (message.kind === "connect") connect(message.id, message.own);
      else if (message.kind === "abort") running.get(message.id)?.abort();
      else void run(message);
    },
  };
}
