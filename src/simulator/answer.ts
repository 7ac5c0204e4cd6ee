import type { SimulatedAnswer } from "#providers/simulation.ts";

/** Resolves after some milliseconds, or at once when the request is given up. */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
  });
}

/** An answer over HTTP; `more` replaces its headers of the same names. */
export function responseOf({ status, text, headers }: SimulatedAnswer, more: Readonly<Record<string, string>> = {}): Response {
  const sent = new Headers({ "content-type": "application/json" });
  for (const [name, value] of Object.entries({ ...headers, ...more })) sent.set(name, value);
  return new Response(status === 304 ? null : text, { status, headers: sent });
}

export const json = (body: unknown, status = 200): Response => responseOf({ status, text: JSON.stringify(body) });

/** Half of a body, then silence, then an error in mid-stream. */
export function stalling(text: string, milliseconds: number, signal: AbortSignal): Response {
  let sent = false;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(new TextEncoder().encode(text.slice(0, text.length >> 1)));
        return;
      }
      await wait(milliseconds, signal);
      controller.error(new TypeError("The simulated connection broke off."));
    },
  });
  return new Response(stream, { headers: { "content-type": "application/json" } });
}
