import type { FromWorker } from "./protocol.ts";

/** The worker's end of one question: it takes what the worker posts, or how the worker ended. */
export type Exchange = {
  /** True when nothing more will come. */
  receive(message: FromWorker): boolean;
  fail(error: Error): void;
};

/** Statuses whose responses may not have a body. */
const withoutBody = new Set([204, 205, 304]);

/** Puts a `Response` together from head and chunks; `onCancel` when its reader has had enough. */
export function createExchange(resolve: (response: Response) => void, reject: (error: Error) => void, onCancel: () => void): Exchange {
  let chunks: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  return {
    receive(message) {
      switch (message.kind) {
        case "head": {
          const { status, headers } = message;
          const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
            start: (controller) => {
              chunks = controller;
            },
            cancel: onCancel,
          });
          resolve(new Response(withoutBody.has(status) ? null : body, { status, headers }));
          return false;
        }
        case "chunk":
          chunks?.enqueue(new Uint8Array(message.bytes));
          return false;
        case "end":
          chunks?.close();
          return true;
        default:
          this.fail(new TypeError("The answer broke off."));
          return true;
      }
    },
    fail(error) {
      if (chunks === undefined) reject(error);
      else chunks.error(error);
    },
  };
}
