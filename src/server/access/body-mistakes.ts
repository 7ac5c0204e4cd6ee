import { mistakesIn } from "#service/configuration/mistakes.ts";
import type { z } from "zod";

/** What is wrong with a body that a schema refused, in sentences; `example`: what to send, said where it is no object at all. */
export function bodyMistakes(error: z.ZodError, schema: z.ZodType, body: unknown, example: string): string {
  const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
  return isObject ? mistakesIn(error, schema, body).join(" ") : `Send a JSON object such as ${example}.`;
}

/** A scope that names `__proto__`: schemas pass that over, and what is left would grant nothing, without a word. */
export function scopeMistake(body: unknown): string | undefined {
  const names = typeof body === "object" && body !== null && "campaigns" in body ? body.campaigns : undefined;
  const isNamed = typeof names === "object" && names !== null && Object.hasOwn(names, "__proto__");
  return isNamed ? "campaigns.__proto__ is no connection: names of connections are of a to z, 0 to 9 and hyphens." : undefined;
}
