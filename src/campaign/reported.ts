import { z } from "zod";

/**
 * A value a platform either reports or does not. "Not reported" is a case of
 * its own, so a missing figure can never be read as 0, "" or null.
 * `source` is where the value was read, in the platform's own words
 * (`stats.completed_calls`), or in ours when it was counted
 * ("counted from 18,420 calls") or stated by the operator.
 */
export type Reported<T> = { reported: true; value: T; source: string } | NotReported;
export type NotReported = { reported: false };

export const notReported: NotReported = { reported: false };

export function reported<T>(value: T, source: string): Reported<T> {
  return { reported: true, value, source };
}

/** The value, or `undefined` when the platform does not report it. */
export function valueOf<T>(fact: Reported<T>): T | undefined {
  return fact.reported ? fact.value : undefined;
}

export function Reported<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("reported", [
    z.object({ reported: z.literal(true), value, source: z.string() }),
    z.object({ reported: z.literal(false) }),
  ]);
}
