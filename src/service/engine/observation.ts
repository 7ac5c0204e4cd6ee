import type { Campaign, Instant } from "#campaign/campaign.ts";
import { valueOf } from "#campaign/reported.ts";
import type { Observed } from "#campaign/sentence-of.ts";
import { type Sample, withSample } from "#campaign/pace.ts";
import type { Counters, Listing } from "#campaign/counters.ts";
import type { CallTally } from "#campaign/tally.ts";
import type { CampaignReading } from "#providers/provider.ts";

/** What Callboard has itself seen of a campaign over the reads of this process. */
export type Observation = Observed & {
  /** The counters of the last read, to tell whether the next one moved. */
  pulse: string;
  /** Whether calls are in the pulse: while a history is still being read, what grows is what we know. */
  callsCount: boolean;
  /** Per file id: records read, and since when that count has not moved. */
  files: ReadonlyMap<string, { processed: number | undefined; since: Instant }>;
  /** Leads completed over the last hour, and those pending now; where the platform counts them. */
  leads: { completed: readonly Sample[]; pending: number | undefined } | undefined;
};

const stuckAfterMilliseconds = 10 * 60_000;

/** What is known of the calls, and how much of them was read. */
type Listed = { tally: CallTally | undefined; listing: Listing | undefined };

export function observe(
  previous: { campaign: Campaign; observation: Observation } | undefined,
  { campaign, counters }: CampaignReading,
  { tally, listing }: Listed,
  now: Instant,
): Observation {
  const callsCount = listing === undefined || listing.complete;
  const pulse = JSON.stringify([callsCount ? tally : undefined, campaign.statistics, campaign.files, counters]);
  const before = previous?.observation;
  const moved = before !== undefined && before.callsCount === callsCount && before.pulse !== pulse;
  const statusChanged = previous !== undefined && previous.campaign.status.word !== campaign.status.word;
  return {
    pulse,
    callsCount,
    changedAt: moved ? now : before?.changedAt,
    unchangedSince: before === undefined || moved ? now : before.unchangedSince,
    statusSince: statusChanged ? now : before?.statusSince,
    files: observeFiles(before, campaign, now),
    leads: observeLeads(before, counters, now),
  };
}

function observeLeads(before: Observation | undefined, counters: Counters, now: Instant): Observation["leads"] {
  if (counters.basis !== "leads" || !counters.completed.reported) return undefined;
  const completed = withSample(before?.leads?.completed ?? [], { at: now, count: counters.completed.value });
  return { completed, pending: valueOf(counters.pending) };
}

/** Since when a file that is being processed has not moved; absent until ten minutes. */
export function stuckSince(observation: Observation, fileId: string, now: Instant): Instant | undefined {
  const since = observation.files.get(fileId)?.since;
  return since !== undefined && now - since >= stuckAfterMilliseconds ? since : undefined;
}

function observeFiles(before: Observation | undefined, campaign: Campaign, now: Instant): Observation["files"] {
  const files = new Map<string, { processed: number | undefined; since: Instant }>();
  for (const file of valueOf(campaign.files) ?? []) {
    if (file.state.kind !== "processing") continue;
    const processed = valueOf(file.processedRecords);
    const known = before?.files.get(file.id);
    files.set(file.id, known?.processed === processed && known !== undefined ? known : { processed, since: now });
  }
  return files;
}
