import { mistakesIn } from "#service/configuration/mistakes.ts";
import type { z } from "zod";

/** What is wrong with a body that a schema refused, in sentences; `example`: what to send, said where it is no object at all. */
export function bodyMistakes(error: z.ZodError, schema: z.ZodType, body: unknown, example: string): string {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return isObject ? mistakesIn(error, schema, body).join(" ") : `Send a JSON object such as ${example}.`;
}
