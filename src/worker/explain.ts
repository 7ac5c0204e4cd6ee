import type { Problem } from "#service/api.ts";
import type { Service } from "#service/ports.ts";

/**
 * A browser does not tell "not permitted" from "not reachable", and the first is
 * by far the likelier: said plainly, since only a server can mend it.
 */
export const unreachableInBrowser =
  "The browser was not allowed to read this platform, or could not reach it. " +
  "Most platforms do not permit calls from web pages: run the Callboard server instead.";

function isUnreachable(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && body.code === "unreachable";
}

/** The same service, whose "unreachable" says what it means inside a browser. */
export function explainUnreachable(service: Service): Service {
  return {
    ...service,
    async fetch(request, viewer) {
      const response = await service.fetch(request, viewer);
      if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return response;
      const body: unknown = await response.clone().json();
      if (!isUnreachable(body)) return response;
      const headers = new Headers(response.headers);
      headers.delete("content-length");
      return new Response(JSON.stringify({ ...body, detail: unreachableInBrowser }), { status: response.status, headers });
    },
  };
}
