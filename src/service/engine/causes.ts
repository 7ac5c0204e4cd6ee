import type { Campaign, Instant } from "#campaign/campaign.ts";
import type { Listing } from "#campaign/counters.ts";
import type { Progress } from "#campaign/progress.ts";
import { settle, type Steady } from "#campaign/reading.ts";
import { valueOf } from "#campaign/reported.ts";
import type { Reports } from "#campaign/reports.ts";
import type { Cooldown, Sentence } from "#campaign/sentence.ts";
import { onlyRetriesLeft, sentenceOf } from "#campaign/sentence-of.ts";
import type { Calendar } from "./calendar.ts";
import { cooldownOf } from "./calls/cooldown.ts";
import type { CallTable } from "./calls/table.ts";
import { stuckSince } from "./observation.ts";
import type { Snapshot } from "./snapshot.ts";

/** What is remembered from read to read to say why. */
export type Reasons = {
  /** The cap that is reached, 0: none. */
  linesInUse: Steady<number>;
  cooldown: { at: Instant; value: Cooldown | undefined } | undefined;
};

type Read = { campaign: Campaign; progress: Progress; table: CallTable | undefined; listing: Listing | undefined; reports: Reports };

const freeLines: Steady<number> = { value: 0, challenger: undefined, seen: 0 };

/** Working out cool-downs looks at every contact: this seldom. */
const cooldownMilliseconds = 60_000;

export function nextReasons(before: Reasons | undefined, read: Read, now: Instant): Reasons {
  return { linesInUse: settle(before?.linesInUse ?? freeLines, capReached(read)), cooldown: nextCooldown(before?.cooldown, read, now) };
}

/** While a history is still being read, rows are missing and others are old. */
function capReached({ campaign, table, listing, reports }: Read): number {
  const most = valueOf(campaign.maxConcurrentCalls) ?? 0;
  const told = table !== undefined && reports.inProgress && listing?.complete !== false;
  return told && table.tally.rowOutcomes.in_progress >= most ? most : 0;
}

function nextCooldown(before: Reasons["cooldown"], { campaign, progress, table }: Read, now: Instant): Reasons["cooldown"] {
  if (table === undefined || !onlyRetriesLeft(progress)) return undefined;
  if (before !== undefined && now - before.at < cooldownMilliseconds) return before;
  return { at: now, value: cooldownOf(table, campaign, now) };
}

/** What a campaign is doing, and why, as far as a snapshot tells. */
export function sentenceIn(snapshot: Snapshot, calendar: Calendar, now: Instant): Sentence {
  const { campaign, progress, observation: observed, reasons } = snapshot;
  const { linesInUse, cooldown } = reasons;
  const isReached = linesInUse.value > 0 && linesInUse.value === valueOf(campaign.maxConcurrentCalls);
  const causes = {
    linesInUse: isReached ? linesInUse.value : undefined,
    cooldown: cooldown?.value,
    stuckSince: allStuckSince(snapshot, now),
  };
  return sentenceOf({ campaign, progress, observed, causes, calendar: calendar.at(now), now });
}

/** Since when no record was read; `undefined` while one file that is being read may still bring some. */
function allStuckSince({ campaign, observation }: Snapshot, now: Instant): Instant | undefined {
  const open = (valueOf(campaign.files) ?? []).filter(({ state }) => state.kind === "processing" || state.kind === "uploading");
  const stuck = open.flatMap(({ id }) => stuckSince(observation, id, now) ?? []);
  return stuck.length > 0 && stuck.length === open.length ? Math.max(...stuck) : undefined;
}
