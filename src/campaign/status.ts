import { z } from "zod";

/** Campaign status across platforms. `ready`: made ready and not started; `unknown` keeps the platform's own word beside it. */
export const Status = z.object({
  kind: z.enum(["draft", "ready", "scheduled", "active", "paused", "inactive", "completed", "cancelled", "unknown"]),
  /** The platform's own word, as it arrived. */
  word: z.string(),
});
export type Status = z.infer<typeof Status>;

/** True once the platform says that no more calls will be made. */
export function hasEnded(status: Status): boolean {
  return status.kind === "completed" || status.kind === "cancelled";
}
