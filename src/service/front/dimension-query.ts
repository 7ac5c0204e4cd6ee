import { z } from "zod";
import type { CallsQuery } from "../api.ts";

/** Ids of dimensions, as a regular expression's source. */
export const dimensionId = "[a-z][a-z0-9_]{0,40}";
const mostWords = 50;
const prefix = "by.";

/** Each word is percent-encoded once more, so that commas in it survive. */
const Words = z
  .string()
  .max(2_000, "must have at most 2,000 characters")
  .transform((text, context) => {
    try {
      return text
        .split(",")
        .filter((part) => part !== "")
        .slice(0, mostWords)
        .map((part) => decodeURIComponent(part));
    } catch {
      context.addIssue({ code: "custom", message: "must be words, percent-encoded and separated by commas" });
      return z.NEVER;
    }
  });

const Dimensions = z.record(z.string().regex(new RegExp(`^by\\.${dimensionId}$`), "names no dimension"), Words);

type Parsed = { ok: true; value: CallsQuery["dimensions"] } | { ok: false; detail: string };

/** The `by.<dimension>=<words>` parameters of a query; one without words asks for nothing. */
export function parseDimensions(parameters: unknown): Parsed {
  const asked = Object.entries(parameters ?? {}).filter(([name]) => name.startsWith(prefix));
  const parsed = Dimensions.safeParse(Object.fromEntries(asked));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, detail: `${issue?.path.join(".") || "by"}: ${issue?.message ?? "not understood"}` };
  }
  const wanted = Object.entries(parsed.data).filter(([, words]) => words.length > 0);
  return { ok: true, value: Object.fromEntries(wanted.map(([name, words]) => [name.slice(prefix.length), words])) };
}
