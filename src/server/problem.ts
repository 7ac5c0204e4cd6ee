import type { Problem } from "#service/api.ts";

/** A refusal by the host itself, in the words of the API. */
export function problem(status: number, code: Problem["code"], title: string, detail: string): Response {
  const body: Problem = { type: "about:blank", title, status, detail, code };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
  });
}
