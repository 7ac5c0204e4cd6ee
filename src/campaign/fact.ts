import { z } from "zod";

/**
 * Something a platform says of a campaign that no rule of Callboard's hangs on:
 * shown under its label, in the summary or with the configuration. Never holds
 * a secret: what stands here reaches every viewer.
 */
export const Fact = z.object({
  label: z.string(),
  /** Where it is shown. */
  place: z.enum(["summary", "configuration"]),
  source: z.string(),
  value: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string() }),
    z.object({ kind: z.literal("list"), items: z.array(z.string()) }),
    /** The campaign's own numbers, never those of people it calls. */
    z.object({ kind: z.literal("phone"), numbers: z.array(z.string()) }),
    /** Epoch milliseconds. */
    z.object({ kind: z.literal("instant"), at: z.number() }),
    z.object({ kind: z.literal("count"), count: z.number() }),
    z.object({ kind: z.literal("duration"), seconds: z.number() }),
    z.object({ kind: z.literal("yes_no"), yes: z.boolean() }),
  ]),
});
export type Fact = z.infer<typeof Fact>;
