import { z } from "zod";
import { Instant } from "../campaign.ts";
import { ContactFile } from "../contact-file.ts";
import { Status } from "../status.ts";

const Count = z.number().optional();

export const ObservedFile = z.object({ id: z.string(), kind: ContactFile.shape.state.shape.kind, read: Count, total: Count });
export type ObservedFile = z.infer<typeof ObservedFile>;

/**
 * What is kept of one read of a campaign, so that later reads can be told from it. Counts and words of
 * the campaign itself only: no number of anybody called, no name of a file. A field that is absent was
 * not reported then.
 */
export const Observation = z.object({
  at: Instant,
  status: Status,
  /** Contacts in all. */
  total: Count,
  /** Contacts done, as the headline counts them. */
  done: Count,
  /** Calls made, as the figure shows them. */
  calls: Count,
  /** Attempts of all numbers, counted from the list. */
  attempts: Count,
  /** Calls with a result, those completed and those failed; counted from the list, else from the statistics. */
  finished: Count,
  completed: Count,
  failed: Count,
  successRatePercent: Count,
  averageDurationSeconds: Count,
  /** Calls that vanished from the list, since the process that read them began. */
  vanished: Count,
  maxConcurrentCalls: Count,
  /** Stands for calling hours and dates: the same text, the same schedule. */
  schedule: z.string().optional(),
  files: z.array(ObservedFile).optional(),
});
export type Observation = z.infer<typeof Observation>;
