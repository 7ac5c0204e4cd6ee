import type { Campaign, Instant } from "#campaign/campaign.ts";
import { finalityRules } from "#campaign/contact-state.ts";
import { disagreements } from "#campaign/disagreements.ts";
import { type Figures, figuresOf } from "#campaign/figures.ts";
import type { Notice } from "#campaign/notice.ts";
import type { Progress } from "#campaign/progress.ts";
import type { Listing } from "#campaign/counters.ts";
import { progressOf, progressSource } from "#campaign/progress-funnel.ts";
import { settle, type Steady } from "#campaign/reading.ts";
import { valueOf } from "#campaign/reported.ts";
import type { CampaignReading, CampaignSource } from "#providers/provider.ts";
import type { ListedCalls } from "./columns/listed-calls.ts";
import { buildCallTable, type CallTable } from "./calls/table.ts";
import { nextReasons, type Reasons } from "./causes.ts";
import { observe, type Observation } from "./observation.ts";
import { settleNotices, shownNotices, type SteadyNotices } from "./steady-notices.ts";

/** All that is known of a campaign at one moment. Never changed, only replaced as a whole. */
export type Snapshot = {
  campaign: Campaign;
  /** `undefined`: the platform reports no calls. */
  table: CallTable | undefined;
  /** Given where the call history comes in pages. */
  listing: Listing | undefined;
  progress: Progress;
  figures: Figures;
  notices: Notice[];
  observation: Observation;
  reasons: Reasons;
  /** Answers older than this one that arrived later, since the campaign was first read. */
  olderIgnored: number;
  /** What steadiness remembers from read to read. */
  steady: { source: Steady<Progress["source"]>; notices: SteadyNotices };
};

/** What was read, and how; `listed`: its calls, where they are columns already. */
type Read = { reading: CampaignReading; listed?: ListedCalls | undefined; source: CampaignSource; listing: Listing | undefined };

/** The next snapshot from a validated reading. Pure; `epoch` names the line of snapshots for cursors. */
export function nextSnapshot(previous: Snapshot | undefined, { reading, listed, source, listing }: Read, now: Instant, epoch: string): Snapshot {
  const { campaign, counters, setAside } = reading;
  const calls = listed ?? reading.calls;
  const { reports } = source;
  const rules = finalityRules(campaign, counters);
  // History that fills in behind is not new to anybody.
  const filling = listing === undefined || previous?.listing?.complete === true ? "none" : reports.callTimes ? "older" : "all";
  // A table that begins anew, because an answer held no calls at all, is another line: versions count from one again.
  const line = previous === undefined ? epoch : `${epoch}-${now.toString(36)}`;
  const table = calls === undefined ? undefined : buildCallTable(calls, rules, previous?.table, { epoch: line, filling });
  const tally = table?.tally;
  const { statistics, maxConcurrentCalls } = campaign;
  const input = { counters, tally, listing, statistics, files: campaign.files, rules, maxConcurrentCalls };
  const files = valueOf(campaign.files) ?? [];

  const olderIgnored = previous?.olderIgnored ?? 0;

  // A history read to its end for the first time may choose at once, like a first read.
  const steady = listing?.complete === true && previous?.listing?.complete === false ? undefined : previous?.steady;
  const told = settle(tally === undefined ? undefined : steady?.source, progressSource(input));
  const notices = settleNotices(steady?.notices, disagreements(statistics, tally, files, counters, listing));
  const progress = progressOf(input, told.value);
  return {
    campaign,
    table,
    listing,
    progress,
    figures: figuresOf(statistics, tally, { reports, listing }),
    notices: [...shownNotices(notices), ...foundInRows(table, setAside), ...olderNotice(olderIgnored)],
    observation: observe(previous, reading, { tally, listing }, now),
    reasons: nextReasons(previous?.reasons, { campaign, progress, table, listing, reports }, now),
    olderIgnored,
    steady: { source: told, notices },
  };
}

/**
 * Whether reading the same bytes again could change nothing: no reading is being
 * challenged, and no call waits for its second absence.
 */
export function isSettled({ steady, table, reasons }: Snapshot): boolean {
  const challenged = [steady.source, reasons.linesInUse, ...[...steady.notices.values()].map(({ shown }) => shown)];
  return (table?.missing ?? 0) === 0 && challenged.every(({ challenger }) => challenger === undefined);
}

/** The same snapshot, saying that one more older answer was ignored. */
export function withOlderIgnored(snapshot: Snapshot): Snapshot {
  const olderIgnored = snapshot.olderIgnored + 1;
  const others = snapshot.notices.filter(({ kind }) => kind !== "older_answers_ignored");
  return { ...snapshot, olderIgnored, notices: [...others, ...olderNotice(olderIgnored)] };
}

function olderNotice(count: number): Notice[] {
  return count === 0 ? [] : [{ kind: "older_answers_ignored", count }];
}

/** What was wrong with single rows: counted, never repaired. */
function foundInRows(table: CallTable | undefined, setAside: CampaignReading["setAside"]): Notice[] {
  const notices: Notice[] = [];
  const aside = [...setAside.calls, ...setAside.files];
  if (aside.length > 0) {
    const reasons = [...new Set(aside.map(({ reason }) => reason))].slice(0, 5);
    notices.push({ kind: "rows_set_aside", calls: setAside.calls.length, files: setAside.files.length, reasons });
  }
  if (table === undefined) return notices;
  if (table.duplicates > 0) notices.push({ kind: "duplicate_calls", count: table.duplicates });
  if (table.vanished > 0) notices.push({ kind: "vanished_calls", count: table.vanished });
  if (table.unknownWords.size > 0) {
    const words = [...table.unknownWords].map(([word, count]) => ({ word, count }));
    notices.push({ kind: "unknown_words", words: words.sort((a, b) => b.count - a.count).slice(0, 10) });
  }
  return notices;
}
