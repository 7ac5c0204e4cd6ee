import { z } from "zod";
import { Outcome } from "#campaign/outcome.ts";
import { ContactNumber } from "../access/viewer.ts";
import { callSorts, type CallsQuery } from "../api.ts";
import { dimensionId, parseDimensions } from "./dimension-query.ts";

const list = z.string().max(200).transform((text) => text.split(",").filter((part) => part !== ""));
const instant = z.string().regex(/^-?\d{1,15}$/, "must be whole milliseconds since 1970").transform(Number);
const whole = z.string().regex(/^\d{1,9}$/, "must be a whole number").transform(Number);

/** Longest search; substring only, so that no text can make the search expensive. */
const longestSearch = 100;
const mostRows = 500;
/** From this many digits on, a search could be a whole number: it stays out of URLs and logs. */
const numberDigits = 7;

const Parameters = z.object({
  group: z.enum(["number", "call"]).default("number"),
  outcome: list.pipe(z.array(Outcome)).default([]),
  q: z.string().max(longestSearch, `must have at most ${longestSearch} characters`).transform((text) => text.trim()).optional(),
  contact: z.union([z.literal("own"), ContactNumber]).optional(),
  retries: list.pipe(z.array(z.string().regex(/^\d{1,4}$/, "must be whole numbers").transform(Number))).default([]),
  since: instant.optional(),
  until: instant.optional(),
  slot: z.string().regex(/^[1-7]-([01]?\d|2[0-3])$/, "must be weekday-hour, like 2-11").optional(),
  sort: z
    .string()
    .regex(new RegExp(`^-?(${callSorts.join("|")}|by\\.${dimensionId})$`), `must be one of ${callSorts.join(", ")} or by.<dimension>, with - for descending`)
    .default("-created"),
  offset: whole.pipe(z.number().max(100_000_000)).default(0),
  limit: whole.pipe(z.number().min(1).max(mostRows, `must be at most ${mostRows}`)).default(100),
  asOf: z.string().max(200).optional(),
});

export type ParsedCallsQuery = { ok: true; query: CallsQuery } | { ok: false; detail: string };

/** Parses URL parameters, or the same names and forms from a POST body. */
export function parseCallsQuery(parameters: unknown, from: "url" | "body"): ParsedCallsQuery {
  const parsed = Parameters.safeParse(parameters);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, detail: `${issue?.path.join(".") || "The query"}: ${issue?.message ?? "not understood"}` };
  }
  const dimensions = parseDimensions(parameters);
  if (!dimensions.ok) return dimensions;
  const { sort, q, since, until, slot, asOf, ...rest } = parsed.data;
  if (from === "url" && q !== undefined && q.replace(/\D/g, "").length >= numberDigits) {
    return { ok: false, detail: `q: a search of ${numberDigits} or more digits goes to …/calls/query by POST, so that numbers never stand in a URL` };
  }
  if (from === "url" && parsed.data.contact !== undefined) {
    return { ok: false, detail: "contact: it goes to …/calls/query by POST, so that numbers never stand in a URL" };
  }
  const descending = sort.startsWith("-");
  const field = sort.replace(/^-/, "");
  const known = callSorts.find((name) => name === field) ?? (isDimensionSort(field) ? field : undefined);
  if (known === undefined) return { ok: false, detail: "sort: not understood" };
  const query = { ...rest, dimensions: dimensions.value, sort: known, descending, q: q === "" ? undefined : q, since, until, slot, asOf };
  return { ok: true, query };
}

function isDimensionSort(field: string): field is `by.${string}` {
  return field.startsWith("by.");
}
