/** Streams chunks as they are asked for, so that an export is never held whole. */
export function csvResponse(chunks: Iterable<string> | AsyncIterable<string>, campaignName: string): Response {
  const encoder = new TextEncoder();
  const iterator: Iterator<string, unknown> | AsyncIterator<string, unknown> = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="calls.csv"; filename*=UTF-8''${encodeFileName(`${campaignName} calls.csv`)}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** RFC 8187: everything but unreserved characters is percent-encoded; characters no file system takes become `-`. */
function encodeFileName(name: string): string {
  const safe = name.toWellFormed().replace(/[\p{Cc}\\/:*?"<>|]/gu, "-").slice(0, 150).toWellFormed();
  return encodeURIComponent(safe).replace(/['()*!]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
