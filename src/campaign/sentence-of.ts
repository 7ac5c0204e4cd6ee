import type { Campaign, Instant } from "./campaign.ts";
import type { ContactState, Progress, SegmentPart } from "./progress.ts";
import type { Sentence } from "./sentence.ts";
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

export type SentenceInput = {
  campaign: Campaign;
  progress: Progress;
  observed: Observed;
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
  const { campaign, progress, observed, calendar, now } = input;
  if (valueOf(campaign.newChatsPaused) === true) return { kind: "new_chats_paused" };
  if (valueOf(campaign.direction) === "incoming") return { kind: "incoming" };
  const beforeFirstDay = notStarted(input);
  if (beforeFirstDay !== undefined) return beforeFirstDay;
  const endDate = valueOf(campaign.endDate) ?? undefined;
  // A window of the last day may run past midnight: while it is open, the campaign is not over.
  if (calendar !== undefined && calendar.open === undefined && endDate !== undefined && calendar.today > endDate) {
    return { kind: "past_end_date", endDate };
  }
  const work = workLeft(campaign, progress);
  if (work?.kind === "nothing_left" || work?.kind === "no_contacts") return work;
  if (calendar !== undefined && calendar.open === undefined) return { kind: "outside_hours", opensAt: calendar.opensAt };
  if (work !== undefined) return work;

  const closesAt = calendar?.closesAt;
  const onTheLine = progress.source === "list" && countIn(progress, "in_progress") > 0;
  const moving = observed.changedAt !== undefined && now - observed.changedAt <= movingForMilliseconds;
  const quietSince = Math.max(observed.unchangedSince ?? now, calendar?.open?.start ?? 0);
  if (calendar !== undefined && now - quietSince >= stalledAfterMilliseconds) {
    return { kind: "stalled", unchangedSince: quietSince, closesAt };
  }
  if (onTheLine || moving) return { kind: "calling", closesAt };
  return calendar === undefined ? { kind: "active_hours_unknown" } : { kind: "inside_hours", closesAt };
}

/** What is said instead of calling when there is nothing to dial at once. */
function workLeft(campaign: Campaign, progress: Progress): Sentence | undefined {
  if (!progress.total.reported || progress.source !== "list") return undefined;
  if (progress.total.value === 0) return { kind: "no_contacts" };
  const count = (state: ContactState) => countIn(progress, state);
  const beingRead = progress.segments.find(({ part }) => part === "being_read")?.count ?? 0;
  const toCall = count("waiting") - beingRead + count("undetermined") + count("in_progress") + count("unknown");
  if (toCall > 0) return undefined;
  const toRetry = count("to_retry");
  if (toRetry > 0) return { kind: "waiting_for_retries", toRetry };
  if (beingRead === 0) return { kind: "nothing_left" };
  const files = (valueOf(campaign.files) ?? []).filter(({ state }) => state.kind === "uploading" || state.kind === "processing");
  return { kind: "reading_contacts", records: beingRead, files: files.map(({ id, originalName }) => valueOf(originalName) ?? id) };
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
