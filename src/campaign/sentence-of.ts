import type { Campaign, Instant } from "./campaign.ts";
import type { ContactState, Progress, SegmentPart } from "./progress.ts";
import type { Cooldown, Left, Sentence } from "./sentence.ts";
import { valueOf } from "./reported.ts";

/** What Callboard itself saw change. Absent fields were not observed, and nothing is said of them. */
export type Observed = {
  /** The last instant at which counters were seen to change. */
  changedAt: Instant | undefined;
  /** Since when the counters have been seen unchanged: the later of first read and last change. */
  unchangedSince: Instant | undefined;
  /** When the status was seen to become what it is. */
  statusSince: Instant | undefined;
};

/** The calendar at `now`; `undefined` where calling hours or their zone are unknown. */
export type CalendarNow = {
  open: { start: Instant; end: Instant } | undefined;
  /** `undefined` where no window is open, or the open one never closes. */
  closesAt: Instant | undefined;
  opensAt: Instant | undefined;
  /** Today's date in the campaign's zone, `YYYY-MM-DD`. */
  today: string;
};

/** What may be why, worked out beside progress. Absent fields are not known, or not so. */
export type Causes = {
  /** The reported cap on calls at a time, while as many are on the line. */
  linesInUse?: number | undefined;
  /** Of the contacts to be tried again; it may be over. */
  cooldown?: Cooldown | undefined;
  /** Since when no record was read of any file that is being read. */
  stuckSince?: Instant | undefined;
};

export type SentenceInput = {
  campaign: Campaign;
  progress: Progress;
  observed: Observed;
  causes: Causes;
  calendar: CalendarNow | undefined;
  now: Instant;
};

const movingForMilliseconds = 10 * 60_000;
const stalledAfterMilliseconds = 20 * 60_000;

/** What the campaign is doing. Creation times of calls are never evidence that it is dialling. */
export function sentenceOf(input: SentenceInput): Sentence {
  const { campaign, progress, observed } = input;
  const { status } = campaign;
  switch (status.kind) {
    case "draft":
      return { kind: "draft", hasContacts: (valueOf(progress.total) ?? 0) > 0 };
    case "paused":
      return { kind: "paused", since: observed.statusSince, inProgress: progress.source === "list" ? countIn(progress, "in_progress") : undefined };
    case "completed":
      return { kind: "completed", at: valueOf(campaign.completedAt) ?? observed.statusSince };
    case "cancelled":
      return { kind: "cancelled", at: observed.statusSince, notReached: notReached(progress) };
    case "inactive":
      return { kind: "inactive" };
    case "ready":
      return { kind: "ready", word: status.word };
    case "scheduled":
      return notStarted(input) ?? { kind: "scheduled", at: valueOf(campaign.scheduledAt) ?? undefined };
    case "unknown":
      return { kind: "unknown_status", word: status.word };
    default:
      return activeSentence(input);
  }
}

function notStarted({ campaign, calendar }: SentenceInput): Sentence | undefined {
  const startDate = valueOf(campaign.startDate);
  if (calendar === undefined || startDate === undefined || calendar.today >= startDate) return undefined;
  return { kind: "not_started", opensAt: calendar.opensAt, startDate };
}

function activeSentence(input: SentenceInput): Sentence {
  const { campaign, progress, observed, calendar, causes, now } = input;
  if (valueOf(campaign.newChatsPaused) === true) return { kind: "new_chats_paused" };
  if (valueOf(campaign.direction) === "incoming") return { kind: "incoming" };
  const beforeFirstDay = notStarted(input);
  if (beforeFirstDay !== undefined) return beforeFirstDay;
  const endDate = valueOf(campaign.endDate) ?? undefined;
  // A window of the last day may run past midnight: while it is open, the campaign is not over.
  if (calendar !== undefined && calendar.open === undefined && endDate !== undefined && calendar.today > endDate) {
    return { kind: "past_end_date", endDate };
  }
  const work = workLeft(input);
  if (work?.kind === "nothing_left" || work?.kind === "no_contacts") return work;
  if (calendar !== undefined && calendar.open === undefined) return { kind: "outside_hours", opensAt: calendar.opensAt };
  if (work !== undefined) return work;

  const closesAt = calendar?.closesAt;
  const { linesInUse } = causes;
  const onTheLine = linesInUse !== undefined || (progress.source === "list" && countIn(progress, "in_progress") > 0);
  const moving = observed.changedAt !== undefined && now - observed.changedAt <= movingForMilliseconds;
  const quietSince = Math.max(observed.unchangedSince ?? now, calendar?.open?.start ?? 0);
  if (calendar !== undefined && now - quietSince >= stalledAfterMilliseconds) {
    return { kind: "stalled", unchangedSince: quietSince, closesAt, left: leftOf(progress) };
  }
  if (onTheLine || moving) return { kind: "calling", closesAt, linesInUse };
  return calendar === undefined ? { kind: "active_hours_unknown" } : { kind: "inside_hours", closesAt };
}

/** What is said instead of calling when there is nothing to dial at once. */
function workLeft({ campaign, progress, causes: { cooldown, stuckSince }, now }: SentenceInput): Sentence | undefined {
  if (!progress.total.reported || progress.source !== "list") return undefined;
  if (progress.total.value === 0) return { kind: "no_contacts" };
  if (dialledAtOnce(progress) > 0) return undefined;
  const beingRead = beingReadOf(progress);
  const toRetry = countIn(progress, "to_retry");
  if (toRetry > 0) return { kind: "waiting_for_retries", toRetry, ...(onlyRetriesLeft(progress) && cooldown !== undefined && cooldown.first > now && { cooldown }) };
  if (beingRead === 0) return { kind: "nothing_left" };
  const files = (valueOf(campaign.files) ?? []).filter(({ state }) => state.kind === "uploading" || state.kind === "processing");
  return { kind: "reading_contacts", records: beingRead, files: files.map(({ id, originalName }) => valueOf(originalName) ?? id), stuckSince };
}

/** Whether every contact that is not done is to be tried again, and none comes from files: when they rest, nothing can be dialled. */
export function onlyRetriesLeft(progress: Progress): boolean {
  return progress.source === "list" && dialledAtOnce(progress) === 0 && beingReadOf(progress) === 0 && countIn(progress, "to_retry") > 0;
}

function dialledAtOnce(progress: Progress): number {
  return countIn(progress, "waiting") - beingReadOf(progress) + countIn(progress, "undetermined") + countIn(progress, "in_progress") + countIn(progress, "unknown");
}

function beingReadOf({ segments }: Progress): number {
  return segments.find(({ part }) => part === "being_read")?.count ?? 0;
}

function leftOf(progress: Progress): Left | undefined {
  if (progress.source === "none") return undefined;
  const waiting = countIn(progress, "waiting") - beingReadOf(progress) + countIn(progress, "to_retry");
  return { waiting, onTheLine: progress.source === "list" ? countIn(progress, "in_progress") : undefined };
}

function countIn(progress: Progress, state: ContactState): number {
  return progress.segments.reduce((sum, segment) => sum + (segment.state === state ? segment.count : 0), 0);
}

/** Nothing where some contacts are not read, not listed, or may have been tried. */
function notReached(progress: Progress): number | undefined {
  if (!progress.total.reported || progress.source !== "list") return undefined;
  const unclear: SegmentPart[] = ["not_read_yet", "not_listed", "dialling_or_retry"];
  if (progress.segments.some(({ part }) => unclear.includes(part))) return undefined;
  return countIn(progress, "waiting") + countIn(progress, "in_progress");
}
