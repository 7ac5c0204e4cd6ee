const mostBodyBytes = 8_192;

/** A body of a few kilobytes as JSON; anything else is no query. Nothing past that is read or kept. */
export async function smallJson({ body, headers }: Request): Promise<unknown> {
  if (body === null || Number(headers.get("content-length") ?? 0) > mostBodyBytes) return undefined;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    length += chunk.value.byteLength;
    if (length > mostBodyBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    return undefined;
  }
}
