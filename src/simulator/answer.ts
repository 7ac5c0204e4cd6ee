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

export function jsonText(text: string, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(text, { status, headers: { "content-type": "application/json", ...headers } });
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return jsonText(JSON.stringify(body), status, headers);
}

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
