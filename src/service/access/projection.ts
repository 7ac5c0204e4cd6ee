import type { NumberPolicy, Viewer } from "./viewer.ts";

/**
 * What of an answer its viewer may have. Answers are worked out and kept per projection: viewers
 * with the same one share them, others never do.
 */
export type Projection = {
  numbers: NumberPolicy;
  /** Recordings, and what the platform says it heard in a call. */
  recordings: boolean;
};

/** Everything; what an operator sees. */
export const whole: Projection = { numbers: "full", recordings: true };

/** The projection of a viewer's grant. */
export function projectionOf({ numbers, permissions }: Pick<Viewer, "numbers" | "permissions">): Projection {
  return { numbers, recordings: permissions.has("recordings") };
}
