import { z } from "zod";
import { Reported } from "./reported.ts";

const Count = z.int().nonnegative();

/** An uploaded contact file. Records are rows of the file, never calls. */
export const ContactFile = z.object({
  id: z.string(),
  originalName: Reported(z.string()),
  processedName: Reported(z.string()),
  state: z.object({
    kind: z.enum(["uploading", "processing", "processed", "failed", "unknown"]),
    /** The platform's own word, as it arrived. */
    word: z.string(),
  }),
  totalRecords: Reported(Count),
  processedRecords: Reported(Count),
});
export type ContactFile = z.infer<typeof ContactFile>;
