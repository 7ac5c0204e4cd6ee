import { z } from "zod";
import { outcomes } from "#campaign/outcome.ts";

/** A count of things: whole, exact, not negative. */
export const Counted = z.int().nonnegative();

export function StrictReported<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("reported", [
    z.strictObject({ reported: z.literal(true), value, source: z.string().min(1) }),
    z.strictObject({ reported: z.literal(false) }),
  ]);
}

/** A count for every outcome, and for nothing else. */
export const OutcomeTable = z.record(z.enum(outcomes), Counted);

/** Why a platform could not be read. */
export const UpstreamProblemJson = z.strictObject({
  code: z.enum(["credential_refused", "forbidden", "not_found", "rate_limited", "server_error", "unreachable", "timeout", "malformed", "too_large", "redirected"]),
  status: z.int().optional(),
  detail: z.string().min(1).max(500),
  since: z.number(),
  retryAt: z.number().optional(),
});

/** How far a history in pages was read. */
export const callReading = z.strictObject({ total: Counted.optional(), complete: z.boolean(), problem: UpstreamProblemJson.optional() });
