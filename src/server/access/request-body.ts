import { problemResponse } from "#service/front/problems.ts";

/** No question of ours is longer, and no code or request for a token either. */
const mostBytes = 16_384;

/**
 * The request with its body at hand, or why it is refused: too long, which is told before all of it
 * came, or broken off, which is its sender's doing. Ask only for who may send one.
 */
export async function withBody(request: Request): Promise<Request | Response> {
  const { body, headers, method } = request;
  if (method === "GET" || method === "HEAD" || body === null) return request;
  if (Number(headers.get("content-length") ?? 0) > mostBytes) return tooLong();
  const bytes = await bytesWithin(mostBytes, body.getReader());
  if (bytes === "broken off") return problemResponse("bad_request", "The body broke off before its end.");
  return bytes === "too long" ? tooLong() : new Request(request, { method, body: bytes });
}

/** All that a body holds, if that is no more than `most` bytes; told before all of it came. */
export async function bytesWithin(most: number, reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array<ArrayBuffer> | "too long" | "broken off"> {
  const bytes = new Uint8Array(most);
  let length = 0;
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      if (length + chunk.value.byteLength > most) return "too long";
      bytes.set(chunk.value, length);
      length += chunk.value.byteLength;
    }
    return bytes.slice(0, length);
  } catch {
    return "broken off";
  }
}

function tooLong(): Response {
  return problemResponse("bad_request", `The body must be at most ${mostBytes} bytes long.`);
}
