import { z } from "zod";

const Call = z.object({
  id: z.string(),
  to: z.string().nullable(),
  status: z.string(),
  retries: z.number(),
  created_at: z.string(),
});
export type Call = z.infer<typeof Call>;

const File = z.object({
  id: z.string(),
  original_filename: z.string(),
  status: z.string(),
  total_records: z.number(),
  processed_records: z.number(),
});

/** The answer of get-campaign, as one would write it down for a page of one's own. */
export const CampaignBody = z.object({
  success: z.literal(true),
  data: z.object({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    timezone: z.string(),
    agent: z.object({ id: z.string(), name: z.string(), label: z.string() }),
    calls: z.array(Call),
    files: z.array(File),
    stats: z.object({ total_calls: z.number(), completed_calls: z.number(), failed_calls: z.number(), success_rate: z.number() }),
  }),
});
