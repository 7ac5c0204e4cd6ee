import type { Instant } from "#campaign/campaign.ts";
import type { OutcomeCounts } from "#campaign/outcome.ts";
import type { CampaignAnswer, FileAnswer } from "#service/api.ts";
import type { FreshnessState } from "../../client/freshness.ts";
import { wordNotice } from "../../features/header/notice-words.ts";
import { formatAge, formatCount, formatCounted } from "../../ui/format.ts";
import type { IconName } from "../../ui/icon.tsx";
import { isToWait, type Trouble } from "../page/trouble.ts";
import { wordTrouble } from "../page/trouble-words.ts";

/**
 * Something to look at. `title` and `says` stand on the campaign's own screen, `brief` in the strip beside its
 * name. Shape and words tell the tones apart, not colour alone.
 */
export type Need = {
  kind: "state" | "file" | "stalled" | "failures" | "remark";
  tone: "danger" | "warn" | "quiet";
  icon: IconName;
  title: string;
  says: string;
  brief: string;
};

export type Seen = {
  answer: CampaignAnswer | undefined;
  trouble: Trouble | undefined;
  freshness: FreshnessState;
  now: Instant;
  failuresPercent: number | undefined;
  /** How the campaign is called where nothing was read of it. */
  campaign: string;
};

/** Fewer calls than these say nothing of a rate. */
const fewestFinished = 20;
const rateMilliseconds = 2 * 3_600_000;

/** What needs a person, the most pressing first. A screen whose data is old says nothing of the present but that. */
export function needsOf({ answer, trouble, freshness, now, failuresPercent, campaign }: Seen): Need[] {
  const provider = answer?.connection.provider.name ?? "the platform";
  const names = { provider, connection: answer?.connection.label ?? "this connection", campaign };
  const cause = trouble === undefined ? undefined : wordTrouble(trouble, names).cause;
  const isKnownCause = cause !== undefined && trouble?.unanswered === false && !isToWait(trouble);
  const state: Need[] = [];
  if (freshness === "not_live" && (answer !== undefined || !isKnownCause)) {
    state.push({ kind: "state", tone: "warn", icon: "offline", title: "Not live", says: cause ?? "Nothing newer could be read", brief: "NOT LIVE" });
  } else if (isKnownCause) {
    state.push({ kind: "state", tone: "warn", icon: "warn", title: "Cannot be read", says: cause, brief: cause });
  }
  if (answer === undefined || freshness === "not_live") return state;
  const { sentence } = answer;
  const rate = failuresPercent === undefined ? undefined : failureRate(answer, now);
  return [
    ...state,
    ...(answer.files.reported ? answer.files.value.flatMap((file) => fileNeed(file, now) ?? []) : []),
    ...(sentence.kind === "stalled"
      ? [{ kind: "stalled", tone: "warn", icon: "pause", title: "Stalled", says: `Nothing has changed for ${formatAge(now - sentence.unchangedSince)}`, brief: "stalled" } as const]
      : []),
    ...(rate !== undefined && failuresPercent !== undefined && rate.percent >= failuresPercent
      ? [{ kind: "failures", tone: "danger", icon: "x", title: `${Math.floor(rate.percent)}\u202f% of calls fail`, says: `${formatCount(rate.failed)} of the latest ${formatCount(rate.finished)} with a result`, brief: `${Math.floor(rate.percent)}\u202f% fail` } as const]
      : []),
  ];
}

/** What is worth knowing and can wait: rejected records, figures that disagree. */
export function remarksOf(answer: CampaignAnswer): Need[] {
  const rejected = answer.files.reported ? answer.files.value.flatMap((file) => rejectedRemark(file) ?? []) : [];
  const context = { providerName: answer.connection.provider.name, rowsAre: answer.reports.rowsAre };
  const notices = answer.notices.map((notice): Need => {
    const { fact, means } = wordNotice(notice, context);
    return { kind: "remark", tone: "quiet", icon: "draft", title: fact.replace(/[:.].*$/s, ""), says: fact.includes(":") ? fact.slice(fact.indexOf(":") + 2) : means, brief: "" };
  });
  return [...rejected, ...notices];
}

function fileNeed(file: FileAnswer, now: Instant): Need | undefined {
  const name = fileName(file);
  if (file.state.kind === "failed") return { kind: "file", tone: "danger", icon: "x", title: name, says: `File failed${readOf(file)}`, brief: "file failed" };
  if (file.stuckSince === undefined) return undefined;
  return { kind: "file", tone: "warn", icon: "warn", title: name, says: `Stuck for ${formatAge(now - file.stuckSince)}${readOf(file)}`, brief: "file stuck" };
}

function rejectedRemark(file: FileAnswer): Need | undefined {
  if (!file.rejectedRecords.reported || file.rejectedRecords.value === 0) return undefined;
  const of = file.totalRecords.reported ? ` of ${formatCount(file.totalRecords.value)}` : "";
  return { kind: "remark", tone: "quiet", icon: "file", title: fileName(file), says: `${formatCount(file.rejectedRecords.value)}${of} records rejected`, brief: "" };
}

function readOf({ processedRecords, totalRecords }: FileAnswer): string {
  return processedRecords.reported && totalRecords.reported ? ` at ${formatCount(processedRecords.value)} of ${formatCounted(totalRecords.value, "record")}` : "";
}

function fileName({ id, originalName, processedName }: FileAnswer): string {
  if (originalName.reported) return originalName.value;
  return processedName.reported ? processedName.value : id;
}

/** Failed ÷ finished calls of today's hours that began in the last two; `undefined` where they are too few to say. */
export function failureRate({ charts }: Pick<CampaignAnswer, "charts">, now: Instant): { failed: number; finished: number; percent: number } | undefined {
  if (!charts.reported || !charts.value.time.reported) return undefined;
  const recent = charts.value.time.value.days.flatMap(({ hours }) => hours).filter(({ start }) => start <= now && start > now - rateMilliseconds);
  const failed = recent.reduce((sum, { counts }) => sum + counts.failed, 0);
  const finished = recent.reduce((sum, { counts }) => sum + finishedOf(counts), 0);
  return finished < fewestFinished ? undefined : { failed, finished, percent: (100 * failed) / finished };
}

function finishedOf({ completed, voicemail, no_answer, busy, failed }: OutcomeCounts): number {
  return completed + voicemail + no_answer + busy + failed;
}
